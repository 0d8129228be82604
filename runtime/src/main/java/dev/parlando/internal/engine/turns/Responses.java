package dev.parlando.internal.engine.turns;

import static java.util.Objects.requireNonNullElse;

import dev.parlando.internal.engine.io.Bounded;
import dev.parlando.internal.engine.io.EngineOptions;
import dev.parlando.internal.engine.io.ErrorCodes;
import dev.parlando.internal.engine.io.Outbox;
import dev.parlando.internal.engine.io.Timer;
import dev.parlando.internal.engine.io.Timer.Kind;
import dev.parlando.internal.engine.turns.TurnState.Step;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.Response;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The responses under way: one in the conversation, and any number beside it. Which turns one meets
 * is decided when it begins, and what becomes of them when it ends, or is taken to have ended.
 */
public final class Responses {

  private final Outbox out;
  private final EngineOptions options;
  private final Turns turns;
  private final Asks asks;
  private final Floor floor;
  private final RateLimits rateLimits;
  private final Map<String, Run> outOfBand = new HashMap<>();
  private final Map<String, Boolean> ended = new Bounded<>(1_000);
  private @Nullable Run current;
  private long begun;

  /** Responses of the server's own that did not begin in time, and have not come since. */
  private int overdue;

  Responses(
      Outbox out,
      EngineOptions options,
      Turns turns,
      Asks asks,
      Floor floor,
      RateLimits rateLimits) {
    this.out = out;
    this.options = options;
    this.turns = turns;
    this.asks = asks;
    this.floor = floor;
    this.rateLimits = rateLimits;
  }

  /** The one in the conversation; null: none. */
  public @Nullable Run current() {
    return current;
  }

  /** One that is under way; null: it is not. */
  public @Nullable Run find(String responseId) {
    Run running = current;
    if (running != null && running.id().equals(responseId)) {
      return running;
    }
    return outOfBand.isEmpty() ? null : outOfBand.get(responseId);
  }

  /** Those outside the conversation. */
  public List<Run> outOfBand() {
    return List.copyOf(outOfBand.values());
  }

  public boolean hasEnded(String responseId) {
    return ended.containsKey(responseId);
  }

  /** How many began in the conversation. */
  public long begun() {
    return begun;
  }

  boolean audibleOutOfBand() {
    for (Run run : outOfBand.values()) {
      if (run.audible()) {
        return true;
      }
    }
    return false;
  }

  /** A response began. */
  public Run began(Response response) {
    String id = idOf(response);
    Run known = find(id);
    if (known != null && !id.equals(Run.UNKNOWN)) {
      return known;
    }
    return begin(id, asks.claim(response, id, turns.serverAwaited()), false);
  }

  /** Whether one outside the conversation was requested and did not begin yet. */
  public boolean expectsOutOfBand() {
    Ask ask = asks.inFlight();
    return ask != null && ask.outOfBand();
  }

  /** Something came of a response whose beginning got lost. */
  public Run beganUnseen(String id) {
    return begin(id, asks.claimUnseen(id, turns.serverAwaited()), true);
  }

  private Run endsUnseen(Response response) {
    String id = idOf(response);
    return begin(id, asks.claim(response, id, turns.serverAwaited()), true);
  }

  private Run begin(String id, @Nullable Ask ask, boolean unseen) {
    if (ask == null || !ask.outOfBand()) {
      replaceCurrent();
    }
    // What was added since a beginning that nobody saw may be news to it.
    List<OwedTurn> met =
        met(ask).stream().filter(turn -> !unseen || !turn.is(TurnState.OWED)).toList();
    boolean late = ask == null && overdue > 0;
    if (late) {
      overdue--;
    }
    // The server's own, if it comes after we asked instead and were answered, is a second answer.
    boolean unwanted = met.isEmpty() && (ask != null || late);
    Run run = new Run(id, ask, met, unwanted, out.nowMs());
    if (ask != null && !ask.outOfBand()) {
      run.hasRead(turns.select(turn -> turn.waits() && turn.plain() && turn.read()));
    }
    met.forEach(turn -> turn.step(Step.BEGIN));
    if (run.outOfBand()) {
      outOfBand.put(id, run);
      out.start(stalledOutOfBand(id), options.stallMs());
    } else {
      current = run;
      out.start(Timer.of(Kind.STALLED_RESPONSE), options.stallMs());
      // What else was asked for can't begin before this one ends.
      out.stop(Timer.of(Kind.RESPONSE));
      out.stop(Timer.of(Kind.SERVER_RESPONSE));
    }
    if (unwanted) {
      cancel(run);
    } else if (!run.outOfBand()) {
      begun++;
      out.tell(new ReplyEvent.Started(id, answers(ask, met)));
    }
    return run;
  }

  private static List<String> answers(@Nullable Ask ask, List<OwedTurn> met) {
    return ask == null ? List.of() : met.stream().flatMap(t -> t.answers().stream()).toList();
  }

  /** The turns that a beginning response meets. */
  private List<OwedTurn> met(@Nullable Ask ask) {
    if (ask == null) {
      OwedTurn speech = floor.answeredByServer();
      return turns.select(turn -> turn == speech || (turn.waits() && turn.plain() && turn.read()));
    }
    List<OwedTurn> live =
        ask.abandoned() ? List.of() : ask.turns().stream().filter(OwedTurn::waits).toList();
    boolean plain = live.stream().allMatch(OwedTurn::plain);
    return live.isEmpty() || !plain
        ? live
        // It has read what else was there when it began.
        : turns.select(
            turn ->
                live.contains(turn) || (turn.is(TurnState.OWED) && turn.plain() && turn.read()));
  }

  /** A conversation has one response at a time: the one before has ended, seen or not. */
  private void replaceCurrent() {
    Run before = current;
    if (before != null) {
      over(before);
      tellFinished(before, ReplyEvent.Status.UNKNOWN, "another response began");
      for (OwedTurn turn : before.turns()) {
        if (turn.is(TurnState.HEARD)) {
          turns.answered(turn, before.id());
        } else if (turn.is(TurnState.BEGUN)) {
          turns.missed(turn, "", "another response began instead");
        }
      }
    }
  }

  /** The server did not begin a response of its own in time; it may still come. */
  void serverResponseOverdue() {
    overdue++;
  }

  /** Another response runs, of which nobody told us that it began. */
  void busyWithUnknown() {
    if (current == null) {
      current = new Run(Run.UNKNOWN, null, List.of(), false, out.nowMs());
      out.start(Timer.of(Kind.STALLED_RESPONSE), options.responseMs());
    }
  }

  /** Something of a response came. Returns it if it is known to be under way. */
  public @Nullable Run sign(String responseId) {
    Run run = find(responseId);
    if (run != null) {
      run.sign(out.nowMs());
    }
    return run;
  }

  /**
   * A call of a response is taken on: its output opens the next turn.
   *
   * @param debtId the name under which the outputs will come
   */
  public void calls(String responseId, String debtId) {
    Run run = find(responseId);
    if (run != null) {
      for (OwedTurn turn : run.turns()) {
        if (turn.is(TurnState.BEGUN) || turn.is(TurnState.HEARD)) {
          turns.passedOn(turn, debtId);
        }
      }
    }
  }

  /** The one of an event, begun at the latest now; null: it is of one that is over. */
  public @Nullable Run ending(Response response) {
    String id = idOf(response);
    Run run = id.equals(Run.UNKNOWN) ? current : find(id);
    if (run != null) {
      return run;
    }
    Run running = current;
    if (ended.containsKey(id) || id.equals(Run.UNKNOWN)) {
      return null;
    }
    if (running == null) {
      return endsUnseen(response);
    }
    boolean ours =
        response.metadata() != null && asks.named(response.metadata().get(Asks.KEY)) != null;
    return ours ? endsUnseen(response) : running.id().equals(Run.UNKNOWN) ? running : null;
  }

  /**
   * A response ended. Whatever is missing from the event, the floor becomes free.
   *
   * @param run as {@link #ending} gave it
   */
  public void ended(Run run, Response response) {
    over(run);
    if (run.ask() != null && asks.isOfAnother(response, run.ask())) {
      disown(run);
    }
    ResponseEnd end = ResponseEnd.of(run, response);
    String reason = ErrorCodes.reason(response);
    if (!run.unwanted()) {
      tellFinished(run, end.status(), reason);
    }
    if (ErrorCodes.rateLimited(response)) {
      rateLimits.exceeded(reason);
    }
    long givenUp = turns.givenUp();
    for (OwedTurn turn : run.turns()) {
      if (turn.is(TurnState.BEGUN) || turn.is(TurnState.HEARD)) {
        new Ending(turns, run, end, floor.speaking(), rateLimits).settle(turn);
      }
    }
    if (!run.unwanted() && givenUp == turns.givenUp() && end.cameToNothing()) {
      String message =
          reason.isEmpty() ? "The response was empty" : "The response failed: " + reason;
      out.tell(new Failure(Failure.Kind.REPLY, ErrorCodes.code(response), message));
    }
  }

  /** A response was not what a request asked for: it meets only what it had read. */
  void disown(Run run) {
    for (OwedTurn turn : run.disown()) {
      if (turn.is(TurnState.HEARD)) {
        turn.step(Step.UNHEAR); // What was heard was something else.
      }
      if (turn.is(TurnState.BEGUN)) {
        turn.forgiveAsk();
        turns.putOff(turn);
      }
    }
  }

  private void over(Run run) {
    ended.put(run.id(), true);
    if (run.equals(current)) {
      current = null;
      out.stop(Timer.of(Kind.STALLED_RESPONSE));
      // What was asked for has its whole time again.
      if (asks.inFlight() != null) {
        out.start(Timer.of(Kind.RESPONSE), options.responseMs());
      }
      if (turns.serverAwaited()) {
        out.start(Timer.of(Kind.SERVER_RESPONSE), options.serverResponseMs());
      }
    } else if (outOfBand.remove(run.id()) != null) {
      out.stop(stalledOutOfBand(run.id()));
    }
  }

  private void tellFinished(Run run, ReplyEvent.Status status, String reason) {
    if (!run.unwanted()) {
      out.tell(new ReplyEvent.Finished(run.id(), status, reason));
    }
  }

  /**
   * The one in the conversation may have given no sign of life for too long; then it is given up.
   */
  public @Nullable Run stalled() {
    Run run = current;
    return run == null ? null : stalled(run, Timer.of(Kind.STALLED_RESPONSE));
  }

  /** One outside the conversation may have given no sign of life for too long. */
  public @Nullable Run outOfBandStalled(String responseId) {
    Run run = outOfBand.get(responseId);
    return run == null ? null : stalled(run, stalledOutOfBand(responseId));
  }

  private @Nullable Run stalled(Run run, Timer timer) {
    boolean unknown = run.id().equals(Run.UNKNOWN);
    long limitMs = unknown ? options.responseMs() : options.stallMs();
    long left = run.lastSignMs() + limitMs - out.nowMs();
    if (left > 0) {
      out.start(timer, left);
      return null;
    }
    over(run);
    tellFinished(run, ReplyEvent.Status.UNKNOWN, "gave no sign of life");
    if (!unknown) {
      if (!run.unwanted() && !run.outOfBand()) {
        String message =
            "The server did not end a response; nothing of it came for " + limitMs + " ms";
        out.tell(new Failure(Failure.Kind.REPLY, "", message));
      }
    }
    breakOff(run, "the response gave no sign of life");
    if (!unknown) {
      cancel(run);
    }
    return run;
  }

  /** Nothing more will come of a response, and nobody said how it ended. */
  private void breakOff(Run run, String why) {
    for (OwedTurn turn : run.turns()) {
      if (turn.is(TurnState.BEGUN)) {
        turns.missed(turn, "", why);
      } else if (turn.is(TurnState.HEARD) && run.endsForSpeech()) {
        turns.overtaken(turn, "the caller spoke over the response");
      } else if (turn.is(TurnState.HEARD) && run.outOfBand()) {
        turns.overtaken(turn, why); // The model knows nothing of it that it could go on with.
      } else if (turn.is(TurnState.HEARD)) {
        turns.brokeOff(turn, "", why);
      }
    }
  }

  /** Asks the server to stop a response, once. */
  public void cancel(Run run) {
    if (run.cancel()) {
      out.send(new ClientEvent.ResponseCancel(run.id().isEmpty() ? null : run.id()));
    }
  }

  /** The connection is lost, and all responses with it. */
  void connectionLost() {
    overdue = 0;
    List<Run> lost = new ArrayList<>(outOfBand.values());
    if (current != null) {
      lost.add(current);
    }
    for (Run run : lost) {
      over(run);
      if (!run.outOfBand()) {
        tellFinished(run, ReplyEvent.Status.UNKNOWN, "the connection was lost");
      }
      breakOff(run, "the connection was lost");
    }
    ended.clear();
  }

  /** The session is over. */
  void close() {
    outOfBand().forEach(this::over);
    if (current != null) {
      over(current);
    }
  }

  boolean isEmpty() {
    return current == null && outOfBand.isEmpty();
  }

  private static Timer stalledOutOfBand(String responseId) {
    return new Timer(Kind.STALLED_OUT_OF_BAND, responseId);
  }

  private static String idOf(Response response) {
    return requireNonNullElse(response.id(), Run.UNKNOWN);
  }
}
