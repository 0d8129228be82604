package dev.parlando.testkit.scenario;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How the time of a conversation passes. */
interface Pace {

  /** The time, in ms from some moment. */
  long nowMs();

  /**
   * Lets time pass until something is so.
   *
   * @param condition what is waited for
   * @param over whether it can't come any more
   * @param atMost how long
   * @return whether it is so
   */
  boolean await(BooleanSupplier condition, BooleanSupplier over, Duration atMost)
      throws InterruptedException;

  /** Lets so much time pass. */
  default void pass(Duration duration) throws InterruptedException {
    await(() -> false, () -> false, duration);
  }

  /** Lets everything happen that happens now. */
  void settle() throws InterruptedException;
}
