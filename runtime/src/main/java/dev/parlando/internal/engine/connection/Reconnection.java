package dev.parlando.internal.engine.connection;

import dev.parlando.internal.engine.io.EngineOptions;
import java.util.Set;
import java.util.SplittableRandom;

/** Whether a lost connection is dialled anew, and when. */
final class Reconnection {

  /** A connection that held so long is a stable one: pauses begin anew after it. */
  private static final long STABLE_MS = 30_000;

  /**
   * Ends that are not the session's fault: gone away, no status, broken, restarting, overloaded.
   */
  private static final Set<Integer> RECOVERABLE = Set.of(1001, 1005, 1006, 1011, 1012, 1013, 1015);

  private final EngineOptions options;
  private final SplittableRandom random;
  private int attempt;
  private int growth;
  private int losses;

  Reconnection(EngineOptions options) {
    this.options = options;
    this.random = new SplittableRandom(options.seed());
  }

  /**
   * Whether a connection that was ready is worth another.
   *
   * @param expired whether the server said before that its time was up
   */
  boolean worthwhile(int closeCode, boolean expired) {
    return (expired || RECOVERABLE.contains(closeCode)) && losses < options.reconnect().losses();
  }

  /** Whether a dial that was refused with this HTTP status is worth another. */
  static boolean worthwhileAfter(int httpStatus) {
    return httpStatus == 0 || httpStatus == 408 || httpStatus == 429 || httpStatus >= 500;
  }

  /**
   * A connection that was ready is lost.
   *
   * @param heldMs how long it held, in ms
   */
  void lost(long heldMs) {
    losses++;
    attempt = 0;
    if (heldMs >= STABLE_MS) {
      growth = 0;
    }
  }

  /** A connection is exchanged for another by our will. */
  void renewed() {
    attempt = 0;
    growth = 0;
  }

  boolean anotherAttempt() {
    return attempt < options.reconnect().attempts();
  }

  int attempt() {
    return attempt;
  }

  /** The pause before the next attempt, in ms: twice as long each time, with some chance in it. */
  long nextDelayMs() {
    long full = options.reconnect().backoff().toMillis() << Math.min(growth, 20);
    attempt++;
    growth++;
    long pause = Math.min(full, options.reconnect().maxBackoff().toMillis());
    return pause / 2 + random.nextLong(pause / 2 + 1);
  }
}
