package dev.parlando.internal.engine.turns;

import dev.parlando.internal.engine.turns.TurnState.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A response under way: what is known of it, and the turns it is to meet. */
public final class Run {

  /** The id of a response that nobody told us the id of. */
  static final String UNKNOWN = "";

  private final String id;
  private final boolean outOfBand;
  private final boolean unwanted;
  private @Nullable Ask ask;
  private List<OwedTurn> turns;
  private List<OwedTurn> readAtBegin = List.of();
  private boolean produced;
  private boolean heard;
  private boolean audible;
  private boolean cancelled;
  private boolean spokenOver;
  private long lastSignMs;

  /**
   * @param unwanted whether it answers what nobody waits for any more
   */
  Run(String id, @Nullable Ask ask, List<OwedTurn> turns, boolean unwanted, long nowMs) {
    this.id = id;
    this.ask = ask;
    this.turns = List.copyOf(turns);
    this.outOfBand = ask != null && ask.outOfBand();
    this.unwanted = unwanted;
    this.lastSignMs = nowMs;
  }

  /** The server's id of it; empty: not known. */
  public String id() {
    return id;
  }

  /** Whether it is outside the conversation, so that nothing in it is answered there. */
  public boolean outOfBand() {
    return outOfBand;
  }

  /** Whether nobody waits for it: nothing of it is played or run. */
  public boolean unwanted() {
    return unwanted;
  }

  @Nullable Ask ask() {
    return ask;
  }

  /** Notes the turns that it had read when it began, whether it was requested for them or not. */
  void hasRead(List<OwedTurn> read) {
    readAtBegin = List.copyOf(read);
  }

  /**
   * It was not what the request asked for: it meets what it had read when it began.
   *
   * @return the turns that it does not meet after all
   */
  List<OwedTurn> disown() {
    ask = null;
    List<OwedTurn> unread = new ArrayList<>(turns);
    unread.removeAll(readAtBegin);
    List<OwedTurn> met = new ArrayList<>(turns);
    met.removeAll(unread);
    for (OwedTurn turn : readAtBegin) {
      if (turn.waits()) {
        turn.step(Step.BEGIN);
        if (heard) {
          turn.step(Step.HEAR);
        }
        met.add(turn);
      }
    }
    turns = List.copyOf(met);
    return unread;
  }

  List<OwedTurn> turns() {
    return turns;
  }

  /** Whether speech of the caller does not stop it. */
  public boolean isProtected() {
    return turns.stream().anyMatch(OwedTurn::isProtected);
  }

  /** Something came of it. */
  void sign(long nowMs) {
    lastSignMs = nowMs;
  }

  long lastSignMs() {
    return lastSignMs;
  }

  /** It holds a text or audio. */
  public void produce() {
    produced = true;
  }

  /** A part of it was handed over to be heard. */
  public void hear() {
    if (!heard) {
      heard = true;
      produced = true;
      for (OwedTurn turn : turns) {
        if (turn.is(TurnState.BEGUN)) {
          turn.step(Step.HEAR);
        }
      }
    }
  }

  /** Audio of it was handed over to be heard. */
  public void hearAudio() {
    audible = true;
    hear();
  }

  /** Whether there is audio of it that others must not speak over. */
  boolean audible() {
    return audible;
  }

  /** What was handed over was flushed before anybody heard it. */
  public void unhear() {
    audible = false;
    if (heard) {
      heard = false;
      for (OwedTurn turn : turns) {
        if (turn.is(TurnState.HEARD)) {
          turn.step(Step.UNHEAR);
        }
      }
    }
  }

  public boolean heard() {
    return heard;
  }

  boolean produced() {
    return produced;
  }

  /** Notes that it is being cancelled by us. Returns whether that is new. */
  boolean cancel() {
    boolean first = !cancelled;
    cancelled = true;
    return first;
  }

  /** The caller began to speak while it ran. */
  public void spokenOver() {
    spokenOver = true;
  }

  boolean endsForSpeech() {
    return cancelled || spokenOver;
  }
}
