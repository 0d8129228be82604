package dev.parlando.testkit.scenario;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The machine's own time. Whoever changes a condition notifies the monitor. */
record RealPace(Object monitor) implements Pace {

  @Override
  public long nowMs() {
    return System.nanoTime() / 1_000_000;
  }

  @Override
  public boolean await(BooleanSupplier condition, BooleanSupplier over, Duration atMost)
      throws InterruptedException {
    long deadline = nowMs() + atMost.toMillis();
    synchronized (monitor) {
      while (!condition.getAsBoolean()) {
        long left = deadline - nowMs();
        if (left <= 0 || over.getAsBoolean()) {
          return condition.getAsBoolean();
        }
        monitor.wait(left);
      }
      return true;
    }
  }

  @Override
  public void settle() {}
}
