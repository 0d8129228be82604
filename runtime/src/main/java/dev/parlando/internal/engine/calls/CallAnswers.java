package dev.parlando.internal.engine.calls;

import dev.parlando.internal.engine.calls.CallPort.Answer;
import dev.parlando.internal.engine.calls.CallPort.FollowUp;
import dev.parlando.internal.engine.io.EngineOptions;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.session.event.ToolEvent.Ending;
import dev.parlando.tool.Violation;
import java.util.List;

/**
 * What goes to the model for its calls: one output each, and for a call that was answered before it
 * ended, its result as a message.
 */
final class CallAnswers {

  private static final String MASK = "***";

  private final CallPort port;
  private final EngineOptions options;

  CallAnswers(CallPort port, EngineOptions options) {
    this.port = port;
    this.options = options;
  }

  /** Sends the output of a call. */
  void output(Call call, Ending ending, String text, List<Violation> violations) {
    String output = shortened(call, text);
    port.answer(new Answer(call.id(), output));
    tellAnswered(call, ending, output, violations);
  }

  /** Gives a call an output that the next connection begins with. */
  void outputLater(Call call, Ending ending, String text) {
    port.answerLater(new Answer(call.id(), text));
    tellAnswered(call, ending, text, List.of());
  }

  private void tellAnswered(Call call, Ending ending, String output, List<Violation> violations) {
    port.tell(
        new ToolEvent.Answered(
            call.shown(),
            port.nowMs(),
            ending,
            shown(call, output),
            violations,
            port.nowMs() - call.requestedMs()));
  }

  /** Sends what became of a call that has its output already. */
  void followUp(Call call, Ending ending, String text) {
    String result = shortened(call, text);
    port.followUp(new FollowUp(call.id(), ModelMessages.followUp(call.toolCall(), result), result));
    port.tell(
        new ToolEvent.FollowedUp(
            call.shown(),
            port.nowMs(),
            ending,
            shown(call, result),
            port.nowMs() - call.requestedMs()));
  }

  private String shortened(Call call, String text) {
    int own = call.policy().maxOutputChars();
    return ModelMessages.shortened(text, own > 0 ? own : options.toolLimits().outputChars());
  }

  /** An output as listeners may see it. */
  static String shown(Call call, String output) {
    return call.policy().sensitive() ? MASK : output;
  }
}
