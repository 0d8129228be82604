package dev.parlando.session.engine;

import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.ErrorDetail;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.Response;
import dev.parlando.session.engine.Call.State;
import dev.parlando.session.engine.Timer.Kind;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.session.event.ToolEvent.Ending;
import dev.parlando.tool.Repair;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.Violation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The calls that the model makes. Each is run at most once and answered exactly once, whatever is
 * lost, doubled or late.
 */
final class Calls {

  private static final String MASK = "***";

  private final Outbox out;
  private final EngineOptions options;
  private final ToolRounds rounds;
  private final History history;
  private final Admission admission;
  private final Map<String, Call> calls = new Bounded<>(10_000, call -> !call.open());
  private final Map<String, Announced> announced = new Bounded<>(1_000);
  private final Map<String, Call> outputs = new Bounded<>(1_000);
  private final Map<String, Integer> invalid = new HashMap<>();
  private long made;

  /** A call whose arguments are complete, in a response. */
  private record Announced(String responseId, Item.FunctionCall item) {}

  Calls(Outbox out, EngineOptions options, ToolRounds rounds, History history) {
    this.out = out;
    this.options = options;
    this.rounds = rounds;
    this.history = history;
    this.admission =
        new Admission(
            options.limits().concurrentTools(), options.limits().queuedTools(), this::start);
  }

  /** The user spoke or wrote: corrections of arguments are counted anew. */
  void newTurn() {
    invalid.clear();
  }

  boolean idle() {
    return calls.values().stream().noneMatch(Call::open);
  }

  /**
   * The arguments of a call are complete. Whether the call is meant to run is not known before its
   * item is done; this counts only if that event gets lost.
   */
  void announce(String responseId, Item.FunctionCall item) {
    if (item.callId() != null && item.name() != null) {
      announced.put(item.callId(), new Announced(responseId, item));
    }
  }

  /** A call item is done. */
  void done(String responseId, Item.FunctionCall item) {
    if (item.callId() == null) {
      out.tell(
          new Failure(
              Failure.Kind.MALFORMED, "", "A call of " + item.name() + " came without call_id"));
      return;
    }
    ToolCall toolCall =
        new ToolCall(item.callId(), orEmpty(item.name()), orEmpty(item.arguments()));
    announced.remove(toolCall.callId());
    Call known = calls.get(toolCall.callId());
    if (known != null) {
      refuseChange(known, toolCall);
      return;
    }
    ToolRound round = rounds.of(responseId);
    Call call =
        new Call(
            toolCall,
            rounds.shown(round, toolCall),
            round,
            rounds.policy(round, toolCall.name()),
            out.nowMs());
    calls.put(call.id(), call);
    if (item.status() != null && item.status() != Item.Status.COMPLETED) {
      call.become(State.SKIPPED);
      out.tell(new ToolEvent.Skipped(call.shown(), out.nowMs(), "the model did not finish it"));
      return;
    }
    history.done(item);
    made++;
    round.opened();
    out.tell(new ToolEvent.Requested(call.shown(), out.nowMs()));
    if (rounds.entry(round, toolCall.name()) == null) {
      answer(call, Ending.UNKNOWN_TOOL, rounds.missing(round, toolCall.name()), true);
    } else if (!admission.admit(call)) {
      answer(call, Ending.BUSY, OutputTexts.busy(), true);
    }
  }

  private void refuseChange(Call known, ToolCall again) {
    if (!known.toolCall().equals(again)) {
      String reason = "call_id " + again.callId() + " came again for something else";
      out.tell(new ToolEvent.Skipped(rounds.shown(known.round(), again), out.nowMs(), reason));
      out.tell(new Failure(Failure.Kind.MALFORMED, "", reason));
    }
  }

  private void start(Call call) {
    ToolCatalog.Entry entry = rounds.entry(call.round(), call.toolCall().name());
    if (entry == null) {
      throw new IllegalStateException("admitted without a tool: " + call.toolCall());
    }
    call.become(State.RUNNING);
    long timeoutMs = timeoutMs(call);
    out.add(new Effect.StartTool(call.toolCall(), entry.tools(), timeoutMs));
    out.tell(new ToolEvent.Started(call.shown(), out.nowMs()));
    if (timeoutMs > 0) {
      out.start(new Timer(Kind.TOOL, call.id()), timeoutMs);
    }
  }

  private long timeoutMs(Call call) {
    long own = call.policy().timeout().toMillis();
    return own > 0 ? own : options.times().tool();
  }

  /** The arguments of a tool that was started fit it. */
  void prepared(String callId, List<Repair> repairs) {
    Call call = calls.get(callId);
    if (call != null && call.state() == State.RUNNING) {
      out.tell(new ToolEvent.Validated(call.shown(), out.nowMs(), repairs));
    }
  }

  /** A tool that was started ended. */
  void ended(String callId, ToolOutcome outcome) {
    Call call = calls.get(callId);
    if (call == null || call.state() != State.RUNNING) {
      if (call != null && outcome instanceof ToolOutcome.Returned returned) {
        out.tell(new ToolEvent.Late(call.shown(), out.nowMs(), shown(call, returned.output())));
      }
    } else if (outcome instanceof ToolOutcome.Returned returned) {
      answer(call, Ending.COMPLETED, returned.output(), returned.reply());
    } else if (outcome instanceof ToolOutcome.Threw threw) {
      answer(call, Ending.FAILED, threw.message(), true);
    } else if (outcome instanceof ToolOutcome.Invalid refused) {
      answerInvalid(call, refused.violations());
    } else {
      answer(call, Ending.BUSY, OutputTexts.busy(), true);
    }
  }

  private void answerInvalid(Call call, List<Violation> violations) {
    int times = invalid.merge(call.toolCall().name(), 1, Integer::sum);
    String text =
        times > options.limits().argumentCorrections()
            ? OutputTexts.invalidTooOften(violations)
            : OutputTexts.invalid(violations);
    answer(call, Ending.INVALID_ARGUMENTS, text, true, violations);
  }

  /** The time of a call is up. */
  void timedOut(String callId) {
    Call call = calls.get(callId);
    if (call != null && call.state() == State.RUNNING) {
      out.add(new Effect.CancelTool(callId));
      String text = OutputTexts.timedOut(timeoutMs(call));
      answer(call, Ending.TIMED_OUT, text, true);
    }
  }

  /** Ends all calls; their answers still go out, but ask for no reply. */
  void cancelAll() {
    // Those that wait come first, or they would start when one that runs makes room.
    cancelAll(State.WAITING);
    cancelAll(State.RUNNING);
  }

  private void cancelAll(State state) {
    for (Call call : List.copyOf(calls.values())) {
      if (call.state() == state) {
        out.add(new Effect.CancelTool(call.id()));
        answer(call, Ending.CANCELLED, OutputTexts.cancelled(), false);
      }
    }
  }

  /** A response ended: what it called and we missed runs now, and its round may be complete. */
  void responseEnded(String responseId, Response response) {
    for (Item item : response.output()) {
      if (item instanceof Item.FunctionCall call) {
        done(responseId, call);
      }
    }
    for (Announced call : List.copyOf(announced.values())) {
      if (call.responseId().equals(responseId)) {
        announced.remove(call.item().callId());
        if (response.status() == Response.Status.COMPLETED) {
          done(responseId, call.item());
        }
      }
    }
    rounds.responseEnded(responseId);
  }

  private void answer(Call call, Ending ending, String text, boolean reply) {
    answer(call, ending, text, reply, List.of());
  }

  private void answer(
      Call call, Ending ending, String text, boolean reply, List<Violation> violations) {
    call.become(State.ANSWERED);
    out.stop(new Timer(Kind.TOOL, call.id()));
    String output = OutputTexts.shortened(text, options.limits().outputChars());
    Item item = Item.functionCallOutput(call.id(), output);
    history.sent(item);
    outputs.put(out.send(new ClientEvent.ItemCreate(item)), call);
    out.tell(
        new ToolEvent.Answered(
            call.shown(),
            out.nowMs(),
            ending,
            shown(call, output),
            violations,
            out.nowMs() - call.requestedMs()));
    call.round().answered(call.id(), reply);
    rounds.settle(call.round());
    admission.release(call);
  }

  /** An output as listeners may see it. */
  private static String shown(Call call, String output) {
    return call.policy().sensitive() ? MASK : output;
  }

  /** The server has an item in the conversation. */
  void acknowledged(Item item) {
    if (item instanceof Item.FunctionCallOutput output) {
      Call call = calls.get(orEmpty(output.callId()));
      if (call != null && !call.acknowledged()) {
        call.acknowledge();
        out.tell(new ToolEvent.Acknowledged(call.shown(), out.nowMs()));
      }
    }
  }

  /** How many calls were taken on. */
  long made() {
    return made;
  }

  boolean open(String callId) {
    Call call = calls.get(callId);
    return call != null && call.open();
  }

  boolean acknowledged(String callId) {
    Call call = calls.get(callId);
    return call != null && call.acknowledged();
  }

  /** The server refused something. Tells whether it was the answer of a call. */
  boolean refused(ErrorDetail error) {
    Call call = error.eventId() == null ? null : outputs.get(error.eventId());
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

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
