package dev.parlando.internal.engine;

import static java.util.Objects.requireNonNullElse;

import dev.parlando.internal.engine.calls.CallPort;
import dev.parlando.internal.engine.calls.ModelMessages;
import dev.parlando.internal.engine.conversation.History;
import dev.parlando.internal.engine.conversation.HistoryItem;
import dev.parlando.internal.engine.io.Bounded;
import dev.parlando.internal.engine.io.Effect;
import dev.parlando.internal.engine.io.ErrorCodes;
import dev.parlando.internal.engine.io.Outbox;
import dev.parlando.internal.engine.io.Timer;
import dev.parlando.internal.engine.turns.OwedTurn;
import dev.parlando.internal.engine.turns.Responses;
import dev.parlando.internal.engine.turns.Turns;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.ErrorDetail;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.ResponseConfig;
import dev.parlando.realtime.ToolChoice;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Carries out what calls want over the Realtime protocol. */
final class WireCalls implements CallPort {

  private static final ResponseConfig SPEAK_ONLY =
      ResponseConfig.builder().toolChoice(ToolChoice.Mode.NONE).build();

  /** What went to the model for a call. */
  private record Output(String callId, ToolCall call, String text, HistoryItem item) {}

  private final Outbox out;
  private final History history;
  private final Turns turns;
  private final Responses responses;
  private final CallNames names;

  /** The last that was sent for a call. */
  private final Map<String, Output> outputs = new Bounded<>(10_000);

  /** Outputs that the next connection begins with, by their call. */
  private final Map<String, HistoryItem> later = new HashMap<>();

  private final Map<HistoryItem, String> owners = new Bounded<>(10_000);
  private final Map<String, Output> byEvent = new Bounded<>(1_000);

  WireCalls(Outbox out, History history, Turns turns, Responses responses, CallNames names) {
    this.out = out;
    this.history = history;
    this.turns = turns;
    this.responses = responses;
    this.names = names;
  }

  @Override
  public long nowMs() {
    return out.nowMs();
  }

  @Override
  public void taken(String responseId) {
    responses.calls(names.wireResponse(responseId), responseId);
  }

  @Override
  public void answer(Answer answer) {
    Item item = Item.functionCallOutput(names.wireCall(answer.callId()), answer.output());
    send(answer.callId(), answer.output(), item);
  }

  @Override
  public void answerLater(Answer answer) {
    Item item = Item.functionCallOutput(names.wireCall(answer.callId()), answer.output());
    HistoryItem kept = history.sent(item);
    later.put(answer.callId(), kept);
    note(answer.callId(), answer.output(), kept);
  }

  /** A new connection was told all outputs. */
  void restored() {
    later.clear();
  }

  /** An item was sent to a new connection. Returns whether it is the output of a call. */
  boolean restored(HistoryItem item, String eventId) {
    for (Output output : outputs.values()) {
      if (output.item() == item) {
        byEvent.put(eventId, output);
        return true;
      }
    }
    return false;
  }

  @Override
  public void followUp(FollowUp followUp) {
    HistoryItem notTold = later.remove(followUp.callId());
    if (notTold != null) {
      String wireId = names.wireCall(followUp.callId());
      notTold.become(Item.functionCallOutput(wireId, followUp.output()));
      note(followUp.callId(), followUp.output(), notTold);
      return;
    }
    send(followUp.callId(), followUp.text(), Item.systemText(followUp.text()));
  }

  private void send(String callId, String text, Item item) {
    Output output = note(callId, text, history.sent(item));
    byEvent.put(out.send(new ClientEvent.ItemCreate(item)), output);
  }

  private Output note(String callId, String text, HistoryItem item) {
    Output output = new Output(callId, names.call(callId), text, item);
    outputs.put(callId, output);
    owners.put(item, callId);
    return output;
  }

  @Override
  public void requestResponse(RequestResponse request) {
    List<BooleanSupplier> read =
        request.calls().stream().map(id -> (BooleanSupplier) () -> confirmed(id)).toList();
    OwedTurn turn =
        turns.outputs(
            request.responseId(), request.calls(), request.speakOnly() ? SPEAK_ONLY : null, read);
    if (turn != null && !request.interruptible()) {
      turn.protect();
    }
  }

  private boolean confirmed(String callId) {
    Output output = outputs.get(callId);
    return output == null || output.item().confirmed();
  }

  @Override
  public void requestNoResponse(String responseId) {
    turns.declined(responseId);
  }

  @Override
  public void run(ToolCall call, ToolSet tools, long timeoutMs) {
    out.add(new Effect.StartTool(call, tools, timeoutMs));
  }

  @Override
  public void cancel(String callId) {
    out.add(new Effect.CancelTool(callId));
  }

  @Override
  public void start(Timer timer, long delayMs) {
    out.start(timer, delayMs);
  }

  @Override
  public void stop(Timer timer) {
    out.stop(timer);
  }

  @Override
  public void tell(VoiceEvent event) {
    out.tell(event);
  }

  /** The call whose output an item is; null: of none. */
  @Nullable String owner(@Nullable HistoryItem item) {
    return item == null ? null : owners.get(item);
  }

  /**
   * The server refused something. Returns whether it was the output of a call. The model learns it
   * in a message then, before it is asked to speak about it.
   */
  boolean refused(ErrorDetail error) {
    Output refused = error.eventId() == null ? null : byEvent.remove(error.eventId());
    if (refused == null) {
      return false;
    }
    String message =
        "The server refused the answer of "
            + refused.call().name()
            + ": "
            + ErrorCodes.message(error);
    out.tell(new Failure(ErrorCodes.kind(error), requireNonNullElse(error.code(), ""), message));
    history.forget(refused.item());
    if (refused.item().item() instanceof Item.FunctionCallOutput) {
      String text = ModelMessages.followUp(refused.call(), refused.text());
      send(refused.callId(), text, Item.systemText(text));
      turns.outputRefused(refused.callId());
    } else {
      outputs.remove(refused.callId());
    }
    return true;
  }
}
