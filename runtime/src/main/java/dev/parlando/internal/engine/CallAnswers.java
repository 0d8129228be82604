package dev.parlando.internal.engine;

import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.ErrorDetail;
import dev.parlando.realtime.Item;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.session.event.ToolEvent.Ending;
import dev.parlando.tool.Violation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What goes to the model for its calls: one output each, and for a call that was answered before it
 * ended, its result as a message.
 */
final class CallAnswers {

  private static final String MASK = "***";

  private final Outbox out;
  private final EngineOptions options;
  private final History history;

  /** Calls by the id of the event that carries their output. */
  private final Map<String, Call> sent = new Bounded<>(1_000);

  CallAnswers(Outbox out, EngineOptions options, History history) {
    this.out = out;
    this.options = options;
    this.history = history;
  }

  /** Sends the output of a call. */
  void output(Call call, Ending ending, String text, List<Violation> violations) {
    String output = shortened(call, text);
    send(call, Item.functionCallOutput(call.id(), output));
    out.tell(
        new ToolEvent.Answered(
            call.shown(),
            out.nowMs(),
            ending,
            shown(call, output),
            violations,
            out.nowMs() - call.requestedMs()));
  }

  /** Sends what became of a call that has its output already. */
  void followUp(Call call, Ending ending, String text) {
    String result = shortened(call, text);
    send(call, Item.systemText(ModelMessages.followUp(call.toolCall(), result)));
    out.tell(
        new ToolEvent.FollowedUp(
            call.shown(),
            out.nowMs(),
            ending,
            shown(call, result),
            out.nowMs() - call.requestedMs()));
  }

  private void send(Call call, Item item) {
    history.sent(item);
    sent.put(out.send(new ClientEvent.ItemCreate(item)), call);
  }

  private String shortened(Call call, String text) {
    int own = call.policy().maxOutputChars();
    return ModelMessages.shortened(text, own > 0 ? own : options.toolLimits().outputChars());
  }

  /** An output as listeners may see it. */
  static String shown(Call call, String output) {
    return call.policy().sensitive() ? MASK : output;
  }

  /** The server refused something. Returns whether it was the answer of a call. */
  boolean refused(ErrorDetail error) {
    @Nullable Call call = error.eventId() == null ? null : sent.get(error.eventId());
    if (call == null) {
      return false;
    }
    String message =
        "The server refused the answer of "
            + call.toolCall().name()
            + ": "
            + ErrorCodes.message(error);
    out.tell(new Failure(ErrorCodes.kind(error), ErrorCodes.code(error), message));
    return true;
  }
}
