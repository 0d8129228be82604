package dev.parlando.internal.engine;

import java.util.Set;
import java.util.SplittableRandom;

/** Whether a lost connection is dialled anew, and when. */
final class Reconnection {

  /**
   * Ends that are not the session's fault: gone away, no status, broken, restarting, overloaded.
   */
  private static final Set<Integer> RECOVERABLE = Set.of(1001, 1005, 1006, 1011, 1012, 1013, 1015);

  private final EngineOptions options;
  private final SplittableRandom random = new SplittableRandom(42);
  private int attempt;
  private int losses;

  Reconnection(EngineOptions options) {
    this.options = options;
  }

  /** Whether a connection that ended with this code is worth another. */
  boolean worthwhile(int closeCode) {
    return !options.sideband()
        && RECOVERABLE.contains(closeCode)
        && losses < options.reconnect().losses();
  }

  /** Whether a dial that was refused with this HTTP status is worth another. */
  static boolean worthwhileAfter(int httpStatus) {
    return httpStatus == 0 || httpStatus == 408 || httpStatus == 429 || httpStatus >= 500;
  }

  void lost() {
    losses++;
    attempt = 0;
  }

  boolean anotherAttempt() {
    return attempt < options.reconnect().attempts();
  }

  int attempt() {
    return attempt;
  }

  /** The pause before the next attempt, in ms: twice as long each time, with some chance in it. */
  long nextDelayMs() {
    long full = options.reconnect().backoff().toMillis() << Math.min(attempt, 20);
    attempt++;
    long pause = Math.min(full, options.reconnect().maxBackoff().toMillis());
    return pause / 2 + random.nextLong(pause / 2 + 1);
  }
}
