package dev.parlando.internal.engine.calls;

import dev.parlando.internal.engine.calls.CallState.Step;
import dev.parlando.internal.engine.io.Bounded;
import dev.parlando.internal.engine.io.EngineOptions;
import dev.parlando.internal.engine.io.Timer;
import dev.parlando.internal.engine.io.Timer.Kind;
import dev.parlando.internal.engine.io.ToolCatalog;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.session.event.ToolEvent.Ending;
import dev.parlando.session.event.ToolEvent.Skipped.Cause;
import dev.parlando.tool.Repair;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolOutcome;
import dev.parlando.tool.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The calls that the model makes. Each is run at most once and answered exactly once, whatever is
 * lost, doubled or late. Knows no wire: who names and sends them is the {@link CallPort}.
 */
public final class Calls {

  private final CallPort port;
  private final EngineOptions options;
  private final ToolRounds rounds;
  private final CallAnswers answers;
  private final Admission admission;
  private final WrittenOnce written = new WrittenOnce();
  private final Map<String, Call> calls = new Bounded<>(10_000, call -> !call.open());
  private final Map<String, Integer> invalid = new HashMap<>();
  private long made;

  public Calls(CallPort port, EngineOptions options, ToolRounds rounds) {
    this.port = port;
    this.options = options;
    this.rounds = rounds;
    this.answers = new CallAnswers(port, options);
    this.admission =
        new Admission(
            options.toolLimits().concurrent(), options.toolLimits().queued(), this::start);
  }

  /** The caller spoke or wrote: corrections of arguments, and rounds, are counted anew. */
  public void newTurn() {
    invalid.clear();
    written.clear();
    rounds.newTurn();
  }

  /** Nobody wants to hear of the calls under way. Their tools go on. */
  public void overtake() {
    rounds.overtake();
    for (Call call : calls.values()) {
      if (call.open()) {
        call.round().overtaken();
      }
    }
  }

  public boolean idle() {
    for (Call call : calls.values()) {
      if (call.open()) {
        return false;
      }
    }
    return true;
  }

  /** The model asks for a call that was not asked for before. */
  public void requested(CallRequested request) {
    ToolCall toolCall = new ToolCall(request.id(), request.name(), request.arguments());
    ToolRound round = rounds.of(request.responseId());
    Call call =
        new Call(
            toolCall,
            rounds.shown(round, toolCall),
            round,
            rounds.policy(round, toolCall.name()),
            port.nowMs());
    calls.put(call.id(), call);
    made++;
    round.opened(call.id());
    if (!call.policy().interruptible()) {
      round.protect();
    }
    port.taken(request.responseId());
    limitWait(round);
    port.tell(new ToolEvent.Requested(call.shown(), port.nowMs()));
    String before = written.outputOf(call);
    if (rounds.entry(round, toolCall.name()) == null) {
      answer(call, Ending.UNKNOWN_TOOL, rounds.missing(round, toolCall.name()), true);
    } else if (before != null) {
      answer(call, Ending.COMPLETED, before, true);
    } else {
      call.step(Step.ADMIT);
      if (!admission.admit(call)) {
        answer(call, Ending.BUSY, ModelMessages.busy(), true);
      }
    }
  }

  /** A call is not to be run. */
  public void skip(String responseId, ToolCall call, Cause cause, String reason) {
    ToolRound round = responseId.isEmpty() ? rounds.offeredNow() : rounds.of(responseId);
    port.tell(new ToolEvent.Skipped(rounds.shown(round, call), port.nowMs(), cause, reason));
  }

  private void start(Call call) {
    ToolCatalog.Entry entry = rounds.entry(call.round(), call.toolCall().name());
    if (entry == null) {
      // The tool was taken away while the call waited.
      answer(call, Ending.UNKNOWN_TOOL, rounds.missing(call.round(), call.toolCall().name()), true);
      return;
    }
    call.step(Step.START);
    written.started(call);
    long timeoutMs = timeoutMs(call);
    port.run(call.toolCall(), entry.tools(), timeoutMs);
    port.tell(new ToolEvent.Started(call.shown(), port.nowMs()));
    if (timeoutMs > 0) {
      port.start(timer(call), timeoutMs);
    }
  }

  private static Timer timer(Call call) {
    return new Timer(Kind.TOOL, call.id());
  }

  private long timeoutMs(Call call) {
    long own = call.policy().timeout().toMillis();
    return own > 0 ? own : options.timeouts().tool().toMillis();
  }

  /** The arguments of a tool that was started fit it. */
  public void prepared(String callId, List<Repair> repairs) {
    Call call = running(callId);
    if (call != null) {
      port.tell(new ToolEvent.Validated(call.shown(), port.nowMs(), repairs));
    }
  }

  private @Nullable Call running(String callId) {
    Call call = calls.get(callId);
    return call != null && call.running() ? call : null;
  }

  /** A tool that was started ended. */
  public void ended(String callId, ToolOutcome outcome) {
    Call call = calls.get(callId);
    if (call == null || !call.running()) {
      if (call != null && outcome instanceof ToolOutcome.Returned returned) {
        String output = CallAnswers.shown(call, returned.output());
        port.tell(new ToolEvent.Late(call.shown(), port.nowMs(), output));
      }
    } else if (outcome instanceof ToolOutcome.Returned returned) {
      boolean response = returned.result().reply() && call.policy().reply();
      written.returned(call, returned.output());
      answer(call, Ending.COMPLETED, returned.output(), response);
    } else if (outcome instanceof ToolOutcome.Invalid invalidArguments) {
      written.didNotRun(call);
      answerInvalid(call, invalidArguments);
    } else {
      answer(call, Ending.FAILED, outcome.output(), true);
    }
  }

  /** No thread could be had for a tool that was started. */
  public void rejected(String callId) {
    Call call = running(callId);
    if (call != null) {
      written.didNotRun(call);
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
  public void timedOut(String callId) {
    Call call = running(callId);
    if (call != null) {
      port.cancel(callId);
      String text = ModelMessages.timedOut(timeoutMs(call));
      answer(call, Ending.TIMED_OUT, text, true);
    }
  }

  /** Ends all calls; their answers still go out, but ask for no response. */
  public void cancelAll() {
    List<Call> open = new ArrayList<>();
    for (Call call : calls.values()) {
      if (call.open()) {
        open.add(call);
      }
    }
    // Those that wait come first, or they would start when one that runs makes room.
    open.stream().filter(call -> !call.running()).forEach(this::cancel);
    open.stream().filter(Call::running).forEach(this::cancel);
  }

  private void cancel(Call call) {
    port.cancel(call.id());
    answer(call, Ending.CANCELLED, ModelMessages.cancelled(), false);
  }

  /** A response ended: its round may be complete. */
  public void responseEnded(String responseId) {
    rounds.responseEnded(responseId);
  }

  /**
   * The connection is lost.
   *
   * @param toldAnew whether the next one is told the conversation. It begins with an output for
   *     each call then, also for those that run; how these ended follows in a message
   */
  public void connectionLost(boolean toldAnew) {
    for (Call call : List.copyOf(calls.values())) {
      if (toldAnew && call.open() && !call.deferred()) {
        call.step(Step.DEFER);
        answers.outputLater(call, Ending.STILL_RUNNING, ModelMessages.stillRunning());
      }
    }
    written.connectionLost();
    rounds.connectionLost();
  }

  private void answer(Call call, Ending ending, String text, boolean response) {
    answer(call, ending, text, response, List.of());
  }

  private void answer(
      Call call, Ending ending, String text, boolean response, List<Violation> violations) {
    boolean deferred = call.deferred();
    call.step(Step.END);
    port.stop(timer(call));
    if (deferred) {
      answers.followUp(call, ending, text);
    } else {
      answers.output(call, ending, text, violations);
    }
    if (call.round().awaits(call.id())) {
      answered(call, response);
    } else {
      rounds.followUp(call, response);
    }
    admission.release(call);
  }

  private void answered(Call call, boolean response) {
    call.round().answered(call.id(), response);
    limitWait(call.round());
    rounds.settle(call.round());
  }

  private void limitWait(ToolRound round) {
    long limitMs = options.timeouts().parallelCallWait().toMillis();
    if (limitMs > 0 && round.beginsToWait()) {
      port.start(new Timer(Kind.PARALLEL_CALLS, round.responseId()), limitMs);
    }
  }

  /** The calls of a response that were answered wait no longer for the others. */
  public void waitedForOthers(String responseId) {
    for (Call call : List.copyOf(calls.values())) {
      if (call.open() && !call.deferred() && call.round().responseId().equals(responseId)) {
        call.step(Step.DEFER);
        call.round().endWait();
        answers.output(call, Ending.STILL_RUNNING, ModelMessages.stillRunning(), List.of());
        answered(call, true);
      }
    }
  }

  /** The model has the output of a call. */
  public void acknowledged(String callId) {
    Call call = calls.get(callId);
    if (call != null && !call.state().equals(CallState.REQUESTED) && call.acknowledge()) {
      port.tell(new ToolEvent.Acknowledged(call.shown(), port.nowMs()));
    }
  }

  /** How many calls were taken on. */
  public long made() {
    return made;
  }

  /** The name of the tool that a call is of; empty: there is no such call. */
  public String nameOf(String callId) {
    Call call = calls.get(callId);
    return call == null ? "" : call.toolCall().name();
  }
}
