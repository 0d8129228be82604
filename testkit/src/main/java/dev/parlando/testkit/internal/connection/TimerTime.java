package dev.parlando.testkit.internal.connection;

import dev.parlando.time.SessionTime;
import java.time.Clock;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The system's time, with a timer that ends with its server. */
record TimerTime(ScheduledExecutorService timer) implements SessionTime {

  @Override
  public long nowMs() {
    return System.nanoTime() / 1_000_000;
  }

  @Override
  public Clock clock() {
    return Clock.systemUTC();
  }

  @Override
  public Runnable after(long delayMs, Runnable action) {
    Future<?> alarm = timer.schedule(action, delayMs, TimeUnit.MILLISECONDS);
    return () -> alarm.cancel(false);
  }
}
