package dev.parlando.time;

import java.time.Clock;

/** The time by which a session lives: the system's, or a virtual one in tests. */
public interface SessionTime {

  /** The time on a clock that never goes back, in ms from some moment. */
  long nowMs();

  /** The time of day. */
  Clock clock();

  /**
   * Runs a short action once, later.
   *
   * @param delayMs how much later, in ms
   * @return takes the action back if it has not begun
   */
  Runnable after(long delayMs, Runnable action);

  /** The system's time; actions run on one daemon thread that all sessions share. */
  static SessionTime system() {
    return SystemTime.INSTANCE;
  }
}
