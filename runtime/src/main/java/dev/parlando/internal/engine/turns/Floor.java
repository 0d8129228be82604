package dev.parlando.internal.engine.turns;

import dev.parlando.internal.engine.io.Bounded;
import dev.parlando.internal.engine.io.EngineOptions;
import dev.parlando.internal.engine.io.Outbox;
import dev.parlando.internal.engine.io.Timer;
import dev.parlando.internal.engine.io.Timer.Kind;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the caller speaks. What is said is a turn from the first word on, and silence begins when
 * the server made an item of it: between two words, some servers tell of a stop as well.
 */
public final class Floor {

  /** How long no audio may be appended until a caller who speaks is taken to be silent, in ms. */
  private static final long SILENCE_MS = 1_000;

  private final Outbox out;
  private final EngineOptions options;
  private final Turns turns;
  private final ServerTurns server;

  /** Items of which a beginning of speech was told, or silence committed by an idle time-out. */
  private final Map<String, Boolean> spoken = new Bounded<>(1_000);

  private @Nullable OwedTurn forming;
  private boolean stopped;
  private long appendedMs = Long.MIN_VALUE;

  Floor(Outbox out, EngineOptions options, Turns turns, ServerTurns server) {
    this.out = out;
    this.options = options;
    this.turns = turns;
    this.server = server;
  }

  public boolean speaking() {
    return forming != null;
  }

  /** The server heard the caller begin. */
  public void started(String itemId) {
    spoken.put(itemId, true);
    stopped = false;
    if (!server.canRespond() || turns.isClosed()) {
      return;
    }
    if (forming == null) {
      forming = turns.speech();
    }
    // Its own response to what was said before will not come any more: it listens again.
    for (OwedTurn turn : turns.select(turn -> turn.is(TurnState.ASKED) && turn.ask() == null)) {
      turn.forgiveAsk();
      turns.putOff(turn);
    }
    out.stop(Timer.of(Kind.SERVER_RESPONSE));
    // The end of the speech may get lost; the floor comes back all the same.
    out.start(Timer.of(Kind.USER_SPEECH), EngineOptions.LONGEST_SPEECH_MS);
    if (appendsAudio()) {
      out.start(Timer.of(Kind.USER_SILENCE), SILENCE_MS);
    }
  }

  private boolean appendsAudio() {
    return !options.sideband() && appendedMs > out.nowMs() - SILENCE_MS;
  }

  /** The server heard the caller stop; an item of it should follow. */
  public void stopped() {
    if (forming != null) {
      stopped = true;
      out.stop(Timer.of(Kind.USER_SILENCE));
      out.start(Timer.of(Kind.USER_SPEECH), options.serverResponseMs());
    }
  }

  /** Audio of the caller is sent. */
  public void appended() {
    appendedMs = out.nowMs();
  }

  /** The server is about to commit silence, so that the model says something. */
  public void idle(String itemId) {
    spoken.put(itemId, false);
  }

  /** The server made an item of what it heard. */
  public void committed(String itemId) {
    OwedTurn turn = forming;
    if (!Boolean.TRUE.equals(spoken.get(itemId)) || turns.isClosed() || !server.canRespond()) {
      return;
    }
    if (turn == null) {
      // It had been taken to come to nothing.
      turn = turns.speech();
    }
    turn.itemId(itemId);
    commit(turn, server.responds());
  }

  private void commit(OwedTurn turn, boolean serverResponds) {
    formed();
    if (server.leftToApplication()) {
      turns.dissolved(turn);
      return;
    }
    turns.committed(turn, serverResponds);
    if (serverResponds) {
      if (!server.promises()) {
        turn.forgiveAsk();
      }
      out.start(Timer.of(Kind.SERVER_RESPONSE), options.serverResponseMs());
    }
  }

  /**
   * A response began that we did not request. The server does that only after the caller spoke.
   *
   * @return the turn of what was said; null: none was forming
   */
  @Nullable OwedTurn answeredByServer() {
    OwedTurn turn = server.responds() && stopped ? forming : null;
    if (turn != null) {
      formed();
    }
    return turn;
  }

  private void formed() {
    forming = null;
    stopped = false;
    out.stop(Timer.of(Kind.USER_SPEECH));
    out.stop(Timer.of(Kind.USER_SILENCE));
  }

  /** What the caller said is gone: forgotten by the server, or with the connection. */
  public void dissolve() {
    OwedTurn turn = forming;
    if (turn != null) {
      formed();
      turns.dissolved(turn);
    }
  }

  /** The caller is taken to be silent by now. */
  public void silent() {
    OwedTurn turn = forming;
    if (turn != null && stopped) {
      // The server heard the end of it; that an item became of it got lost.
      commit(turn, false);
    } else {
      dissolve();
    }
  }

  /**
   * No audio may have come for a while, though the server waits for more. Returns the turn if the
   * server should be told that this was all; null: not yet.
   */
  public @Nullable OwedTurn audioMissing() {
    long left = appendedMs + SILENCE_MS - out.nowMs();
    if (forming != null && left > 0) {
      out.start(Timer.of(Kind.USER_SILENCE), left);
      return null;
    }
    return forming;
  }

  /**
   * The server was told that a turn ends here.
   *
   * @param made whether an item was made of it
   */
  public void ended(OwedTurn turn, BooleanSupplier made) {
    turn.item(made);
    commit(turn, false);
  }

  /** The items of the old connection mean nothing on the new. */
  void connectionLost() {
    dissolve();
    spoken.clear();
  }
}
