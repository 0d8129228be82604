package dev.parlando.internal.engine.turns;

import dev.parlando.internal.engine.turns.TurnState.Step;
import dev.parlando.realtime.ResponseConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Somebody waits for an answer. Identity counts, not content. */
public final class OwedTurn {

  /** Over all causes and connections, no turn is asked for more often. */
  static final int MOST_ASKS = 3;

  /** What opened a turn. */
  public enum Cause {
    /** A text of the caller. */
    TEXT("a text"),
    /** The caller spoke, and the server noticed it. */
    SPEECH("speech"),
    /** The application committed audio. */
    AUDIO("committed audio"),
    /** The application requested a response. */
    REQUEST("a request"),
    /** Tools were answered. */
    OUTPUTS("tool outputs");

    private final String text;

    Cause(String text) {
      this.text = text;
    }
  }

  private final List<Long> numbers;
  private final Cause cause;
  private final @Nullable ResponseConfig overrides;
  private final List<String> answers;
  private final long sinceMs;
  private final List<BooleanSupplier> items = new ArrayList<>();
  private TurnState state;
  private @Nullable Ask ask;
  private int asks;
  private boolean brokenOff;
  private boolean cancelled;
  private boolean isProtected;
  private String itemId = "";

  /**
   * @param numbers its own, or those of the turns that it goes on with
   * @param overrides what its response differs in from others; null: nothing
   * @param answers the calls whose outputs opened it
   */
  OwedTurn(
      List<Long> numbers,
      Cause cause,
      @Nullable ResponseConfig overrides,
      List<String> answers,
      long sinceMs) {
    this.numbers = List.copyOf(numbers);
    this.cause = cause;
    this.overrides = overrides;
    this.answers = List.copyOf(answers);
    this.sinceMs = sinceMs;
    this.state = cause == Cause.SPEECH ? TurnState.FORMING : TurnState.OWED;
  }

  /** Counts the session's turns; a turn of tool outputs has those of the turns it goes on with. */
  public List<Long> numbers() {
    return numbers;
  }

  Cause cause() {
    return cause;
  }

  @Nullable ResponseConfig overrides() {
    return overrides;
  }

  List<String> answers() {
    return answers;
  }

  long sinceMs() {
    return sinceMs;
  }

  TurnState state() {
    return state;
  }

  boolean is(TurnState wanted) {
    return state == wanted;
  }

  /** Whether a response that begins may meet it. */
  boolean waits() {
    return state == TurnState.OWED || state == TurnState.ASKED;
  }

  void step(Step step) {
    state = TurnState.TABLE.next(state, step);
    if (state != TurnState.ASKED) {
      ask = null;
    }
  }

  /** The request that is to meet it; null: none, or the server responds by itself. */
  @Nullable Ask ask() {
    return ask;
  }

  /** A response was requested for it by us. */
  void asked(Ask by) {
    step(Step.ASK);
    ask = by;
    asks++;
  }

  /** The server is to respond to it by itself, which counts as being asked for. */
  void awaited() {
    step(Step.AWAIT);
    asks++;
  }

  /** The last ask does not count: another response was under way. */
  void forgiveAsk() {
    asks--;
  }

  boolean mayBeAsked() {
    return asks < MOST_ASKS;
  }

  /** Notes an item of it, and how to find out whether the server has it in the conversation. */
  void item(BooleanSupplier read) {
    items.add(read);
  }

  /** The server's item of the caller's audio; empty: none. */
  public String itemId() {
    return itemId;
  }

  /** The server made an item of the caller's audio. */
  public void itemId(String id) {
    itemId = id;
  }

  /** Speech of the caller does not stop its response. */
  public void protect() {
    isProtected = true;
  }

  boolean isProtected() {
    return isProtected;
  }

  /** Whether the server has all of its items, so that a response which begins now reads them. */
  boolean read() {
    for (BooleanSupplier item : items) {
      if (!item.getAsBoolean()) {
        return false;
      }
    }
    return true;
  }

  /** Whether its response stays outside the conversation and may run beside another. */
  boolean outOfBand() {
    return overrides != null && "none".equals(overrides.conversation());
  }

  /** Whether a response that was not requested for it may meet it. */
  boolean plain() {
    return overrides == null;
  }

  /** Notes that its response broke off after a part was heard. Returns whether that is new. */
  boolean breaksOff() {
    boolean first = !brokenOff;
    brokenOff = true;
    return first;
  }

  /** Notes that somebody else cancelled its response. Returns whether that is new. */
  boolean isCancelled() {
    boolean first = !cancelled;
    cancelled = true;
    return first;
  }

  @Override
  public String toString() {
    return "turn " + numbers.get(0) + " (" + cause.text + ")";
  }
}
