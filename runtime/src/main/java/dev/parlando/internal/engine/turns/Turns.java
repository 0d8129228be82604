package dev.parlando.internal.engine.turns;

import dev.parlando.internal.engine.io.Bounded;
import dev.parlando.internal.engine.io.Outbox;
import dev.parlando.internal.engine.turns.OwedTurn.Cause;
import dev.parlando.internal.engine.turns.TurnState.Step;
import dev.parlando.realtime.ResponseConfig;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.TurnEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The turns that are not settled: the one place that knows whether somebody waits for an answer.
 * What waits is asked for by {@link ResponseScheduler}, and only for what is here.
 */
public final class Turns {

  private final Outbox out;
  private final List<OwedTurn> open = new ArrayList<>();

  /** Turns whose response called tools, by the response; their outputs open the next turn. */
  private final Map<String, List<OwedTurn>> passedOn = new Bounded<>(1_000);

  private long opened;
  private long givenUp;
  private boolean closed;

  public Turns(Outbox out) {
    this.out = out;
  }

  /** A text of the caller, or something else that wants an answer, was added as an item. */
  public OwedTurn text(BooleanSupplier read) {
    OwedTurn turn = open(Cause.TEXT, null, List.of());
    turn.item(read);
    return turn;
  }

  /** The application asks for a response. */
  public OwedTurn request(@Nullable ResponseConfig overrides) {
    return open(Cause.REQUEST, overrides, List.of());
  }

  /** The application commits audio. */
  public OwedTurn audio(BooleanSupplier read) {
    OwedTurn turn = open(Cause.AUDIO, null, List.of());
    turn.item(read);
    return turn;
  }

  /**
   * Calls of a response were answered, and the model is to go on.
   *
   * @param responseId the response that called
   * @param calls their ids
   * @param read whether the server has the outputs
   * @return the turn; null: nobody waits any more
   */
  public @Nullable OwedTurn outputs(
      String responseId,
      List<String> calls,
      @Nullable ResponseConfig overrides,
      List<BooleanSupplier> read) {
    List<OwedTurn> before = passedOn.remove(responseId);
    if (closed) {
      return null;
    }
    OwedTurn turn =
        before == null
            ? new OwedTurn(List.of(++opened), Cause.OUTPUTS, overrides, calls, out.nowMs())
            : new OwedTurn(
                before.stream().flatMap(earlier -> earlier.numbers().stream()).toList(),
                Cause.OUTPUTS,
                overrides,
                calls,
                before.get(0).sinceMs());
    if (before != null && calls.isEmpty()) {
      // The server's calls are not told to another connection: the question itself must be.
      before.forEach(
          asked -> turn.itemId(asked.itemId().isEmpty() ? turn.itemId() : asked.itemId()));
    }
    read.forEach(turn::item);
    open.add(turn);
    tellWaiting(turn, "opened by " + turn);
    return turn;
  }

  /** Calls of a response were answered, and no response is wanted. */
  public void declined(String responseId) {
    List<OwedTurn> before = passedOn.remove(responseId);
    if (before != null) {
      before.forEach(turn -> tellAnswered(turn, ""));
    }
  }

  /** The caller began to speak. */
  OwedTurn speech() {
    OwedTurn turn = new OwedTurn(List.of(++opened), Cause.SPEECH, null, List.of(), out.nowMs());
    open.add(turn);
    return turn;
  }

  private OwedTurn open(Cause cause, @Nullable ResponseConfig overrides, List<String> answers) {
    OwedTurn turn = new OwedTurn(List.of(++opened), cause, overrides, answers, out.nowMs());
    if (!closed) {
      open.add(turn);
      tellWaiting(turn, "opened by " + turn);
    }
    return turn;
  }

  /** What the caller said became an item: from now on somebody waits. */
  void committed(OwedTurn turn, boolean serverResponds) {
    if (serverResponds) {
      turn.awaited();
    } else {
      turn.step(Step.COMMIT);
    }
    tellWaiting(turn, "opened by " + turn);
  }

  private void tellWaiting(OwedTurn turn, String why) {
    for (long number : turn.numbers()) {
      out.tell(new TurnEvent.Waiting(number, why, turn.sinceMs()));
    }
  }

  /** The turns in a state, in the order they were opened. */
  List<OwedTurn> in(TurnState state) {
    return select(turn -> turn.is(state));
  }

  List<OwedTurn> select(Predicate<OwedTurn> wanted) {
    List<OwedTurn> some = new ArrayList<>();
    for (OwedTurn turn : open) {
      if (wanted.test(turn)) {
        some.add(turn);
      }
    }
    return some;
  }

  boolean any(TurnState state) {
    for (OwedTurn turn : open) {
      if (turn.is(state)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a response of the server's own is awaited. */
  boolean serverAwaited() {
    for (OwedTurn turn : open) {
      if (turn.is(TurnState.ASKED) && turn.ask() == null) {
        return true;
      }
    }
    return false;
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  /** The one that an item of the caller's audio opened, if it still waits; null: none. */
  public @Nullable OwedTurn about(String itemId) {
    for (OwedTurn turn : open) {
      if (turn.itemId().equals(itemId)) {
        return turn;
      }
    }
    return null;
  }

  /** The last that waits and whose item is audio; null: none. */
  public @Nullable OwedTurn lastAudio() {
    OwedTurn last = null;
    for (OwedTurn turn : open) {
      if (!turn.itemId().isEmpty() && !turn.is(TurnState.FORMING)) {
        last = turn;
      }
    }
    return last;
  }

  /**
   * What was to meet a turn did not: it is asked for again, if it may be.
   *
   * @param code the server's error code; empty: none
   * @param why for people
   */
  void missed(OwedTurn turn, String code, String why) {
    turn.step(Step.MISS);
    if (turn.mayBeAsked()) {
      tellWaiting(turn, why);
    } else {
      giveUp(turn, code, why + ", " + OwedTurn.MOST_ASKS + " times in all");
    }
  }

  /** An output was refused and is told in a message. */
  public void outputRefused(String callId) {
    for (OwedTurn turn : open) {
      if (turn.answers().contains(callId)) {
        askAnew(turn);
      }
    }
  }

  /** What a turn is about was told in other words: what was asked for before does not know them. */
  public void askAnew(OwedTurn turn) {
    Ask ask = turn.ask();
    if (ask != null) {
      ask.abandon();
      for (OwedTurn met : ask.turns()) {
        if (ask.equals(met.ask())) {
          met.forgiveAsk();
          putOff(met);
        }
      }
    }
  }

  /** What was to meet a turn made room for something else; it waits on. */
  void putOff(OwedTurn turn) {
    turn.step(Step.MISS);
  }

  /** The response to a turn broke off after a part was heard; the model is asked to go on, once. */
  void brokeOff(OwedTurn turn, String code, String why) {
    if (turn.breaksOff() && turn.mayBeAsked()) {
      turn.step(Step.BREAK);
      tellWaiting(turn, why);
    } else {
      giveUp(turn, code, why);
    }
  }

  void answered(OwedTurn turn, String responseId) {
    settle(turn, Step.ANSWER);
    tellAnswered(turn, responseId);
  }

  private void tellAnswered(OwedTurn turn, String responseId) {
    for (long number : turn.numbers()) {
      out.tell(new TurnEvent.Answered(number, responseId));
    }
  }

  void overtaken(OwedTurn turn, String reason) {
    settle(turn, Step.OVERTAKE);
    tellOvertaken(turn, reason);
  }

  private void tellOvertaken(OwedTurn turn, String reason) {
    for (long number : turn.numbers()) {
      out.tell(new TurnEvent.Overtaken(number, reason));
    }
  }

  void dissolved(OwedTurn turn) {
    settle(turn, Step.DISSOLVE);
  }

  void passedOn(OwedTurn turn, String responseId) {
    settle(turn, Step.PASS_ON);
    passedOn.computeIfAbsent(responseId, id -> new ArrayList<>()).add(turn);
  }

  /** How many turns were given up so far. */
  long givenUp() {
    return givenUp;
  }

  /** No answer can be had. */
  void giveUp(OwedTurn turn, String code, String why) {
    givenUp++;
    settle(turn, Step.GIVE_UP);
    String message = "No answer to " + turn + ": " + why;
    out.tell(new Failure(Failure.Kind.REPLY, code, message));
    for (long number : turn.numbers()) {
      out.tell(new TurnEvent.GivenUp(number, why));
    }
  }

  private void settle(OwedTurn turn, Step step) {
    turn.step(step);
    open.remove(turn);
  }

  /** The application wants nothing more of what it asked for so far. The caller may speak on. */
  public void overtakeAll(String reason) {
    for (OwedTurn turn : select(turn -> !turn.is(TurnState.FORMING))) {
      overtaken(turn, reason);
    }
    overtakePassedOn(reason);
  }

  private void overtakePassedOn(String reason) {
    passedOn.values().forEach(turns -> turns.forEach(turn -> tellOvertaken(turn, reason)));
    passedOn.clear();
  }

  /** Of the last turns only the farewell is still wanted. */
  public void farewell(@Nullable ResponseConfig farewell) {
    close();
    if (farewell != null) {
      closed = false;
      open(Cause.REQUEST, farewell, List.of());
      closed = true;
    }
  }

  /** The session is over, or about to be: nobody waits any more. */
  public void close() {
    for (OwedTurn turn : List.copyOf(open)) {
      if (turn.is(TurnState.FORMING)) {
        dissolved(turn);
      } else {
        overtaken(turn, "the session ends");
      }
    }
    overtakePassedOn("the session ends");
    closed = true;
  }

  /** Whether nothing is taken any more. */
  boolean isClosed() {
    return closed;
  }
}
