package dev.parlando.internal.engine;

import static java.util.Objects.requireNonNullElse;

import dev.parlando.internal.engine.Call.State;
import dev.parlando.internal.engine.Timer.Kind;
import dev.parlando.realtime.ErrorDetail;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.Response;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.session.event.ToolEvent.Ending;
import dev.parlando.session.event.ToolEvent.Skipped.Cause;
import dev.parlando.tool.Repair;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolOutcome;
import dev.parlando.tool.Violation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The calls that the model makes. Each is run at most once and answered exactly once, whatever is
 * lost, doubled or late.
 */
final class Calls {

  private final Outbox out;
  private final EngineOptions options;
  private final ToolRounds rounds;
  private final History history;
  private final CallAnswers answers;
  private final Admission admission;
  private final Map<String, Call> calls = new Bounded<>(10_000, call -> !call.open());
  private final Map<String, Announced> announced = new Bounded<>(1_000);
  private final Map<String, Integer> invalid = new HashMap<>();
  private long made;

  /** A call whose arguments are complete, in a response. */
  private record Announced(String responseId, Item.FunctionCall item) {}

  Calls(Outbox out, EngineOptions options, ToolRounds rounds, History history) {
    this.out = out;
    this.options = options;
    this.rounds = rounds;
    this.history = history;
    this.answers = new CallAnswers(out, options, history);
    this.admission =
        new Admission(
            options.toolLimits().concurrent(), options.toolLimits().queued(), this::start);
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
    ToolCall toolCall = toolCall(item.callId(), item);
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
      out.tell(
          new ToolEvent.Skipped(
              call.shown(), out.nowMs(), Cause.UNFINISHED, "the model did not finish it"));
      return;
    }
    history.done(item);
    made++;
    round.opened();
    limitWait(round);
    out.tell(new ToolEvent.Requested(call.shown(), out.nowMs()));
    if (rounds.entry(round, toolCall.name()) == null) {
      answer(call, Ending.UNKNOWN_TOOL, rounds.missing(round, toolCall.name()), true);
    } else if (!admission.admit(call)) {
      answer(call, Ending.BUSY, ModelMessages.busy(), true);
    }
  }

  /** A call item is done that is not to be run. */
  void skip(Item.FunctionCall item, String reason) {
    ToolCall call = toolCall(requireNonNullElse(item.callId(), ""), item);
    ToolCall shown = rounds.shown(rounds.offeredNow(), call);
    out.tell(new ToolEvent.Skipped(shown, out.nowMs(), Cause.OUT_OF_BAND, reason));
  }

  private static ToolCall toolCall(String callId, Item.FunctionCall item) {
    return new ToolCall(
        callId, requireNonNullElse(item.name(), ""), requireNonNullElse(item.arguments(), ""));
  }

  private void refuseChange(Call known, ToolCall again) {
    if (!known.toolCall().equals(again)) {
      String reason = "call_id " + again.callId() + " came again for something else";
      out.tell(
          new ToolEvent.Skipped(
              rounds.shown(known.round(), again), out.nowMs(), Cause.ID_REUSED, reason));
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
    return own > 0 ? own : options.timeouts().tool().toMillis();
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
        out.tell(
            new ToolEvent.Late(
                call.shown(), out.nowMs(), CallAnswers.shown(call, returned.output())));
      }
    } else if (outcome instanceof ToolOutcome.Returned returned) {
      boolean reply = returned.result().reply() && call.policy().reply();
      answer(call, Ending.COMPLETED, returned.output(), reply);
    } else if (outcome instanceof ToolOutcome.Invalid invalid) {
      answerInvalid(call, invalid);
    } else {
      answer(call, Ending.FAILED, outcome.output(), true);
    }
  }

  /** No thread could be had for a tool that was started. */
  void rejected(String callId) {
    Call call = calls.get(callId);
    if (call != null && call.state() == State.RUNNING) {
      answer(call, Ending.BUSY, ModelMessages.busy(), true);
    }
  }

  private void answerInvalid(Call call, ToolOutcome.Invalid outcome) {
    int times = invalid.merge(call.toolCall().name(), 1, Integer::sum);
    int own = call.policy().maxCorrections();
    String text =
        times > (own < 0 ? options.toolLimits().corrections() : own)
            ? ModelMessages.invalidTooOften(outcome.violations())
            : outcome.output();
    answer(call, Ending.INVALID_ARGUMENTS, text, true, outcome.violations());
  }

  /** The time of a call is up. */
  void timedOut(String callId) {
    Call call = calls.get(callId);
    if (call != null && call.state() == State.RUNNING) {
      out.add(new Effect.CancelTool(callId));
      String text = ModelMessages.timedOut(timeoutMs(call));
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
        answer(call, Ending.CANCELLED, ModelMessages.cancelled(), false);
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
    if (call.deferred()) {
      answers.followUp(call, ending, text);
      rounds.followUp(call.id(), reply);
    } else {
      answers.output(call, ending, text, violations);
      answered(call, reply);
    }
    admission.release(call);
  }

  private void answered(Call call, boolean reply) {
    call.round().answered(call.id(), reply);
    limitWait(call.round());
    rounds.settle(call.round());
  }

  private void limitWait(ToolRound round) {
    long waitMs = options.timeouts().parallelCallWait().toMillis();
    if (waitMs > 0 && round.beginsToWait()) {
      out.start(new Timer(Kind.SIBLINGS, round.responseId()), waitMs);
    }
  }

  /** The calls of a response that were answered wait no longer for the others. */
  void siblingsDue(String responseId) {
    for (Call call : List.copyOf(calls.values())) {
      if (call.open() && !call.deferred() && call.round().responseId().equals(responseId)) {
        call.defer();
        call.round().endWait();
        answers.output(call, Ending.STILL_RUNNING, ModelMessages.stillRunning(), List.of());
        answered(call, true);
      }
    }
  }

  /** The server has an item in the conversation. */
  void acknowledged(Item item) {
    if (item instanceof Item.FunctionCallOutput output) {
      Call call = calls.get(requireNonNullElse(output.callId(), ""));
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

  /** The server refused something. Returns whether it was the answer of a call. */
  boolean refused(ErrorDetail error) {
    return answers.refused(error);
  }
}
