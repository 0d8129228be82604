package dev.parlando.testkit.internal.connection;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting on a monitor for something to become true. */
final class Waiting {

  private Waiting() {}

  /**
   * Gives up the monitor until the condition holds.
   *
   * @param monitor held by the caller, notified at every change
   * @return whether it holds; false when the time is up or the thread was interrupted
   */
  @SuppressWarnings("WaitNotInLoop") // it is; the condition is the caller's
  static boolean until(Object monitor, BooleanSupplier condition, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!condition.getAsBoolean()) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      try {
        monitor.wait(left / 1_000_000 + 1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }
}
