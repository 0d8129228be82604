package dev.parlando.time;

import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The time of the JVM. */
final class SystemTime implements SessionTime {

  static final SystemTime INSTANCE = new SystemTime();

  private final ScheduledThreadPoolExecutor timer;

  private SystemTime() {
    timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "parlando-timer");
              thread.setDaemon(true);
              return thread;
            });
    // Most timers are stopped long before they run out.
    timer.setRemoveOnCancelPolicy(true);
  }

  @Override
  public long nowMs() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }

  @Override
  public Clock clock() {
    return Clock.system(ZoneId.systemDefault());
  }

  @Override
  public Runnable after(long delayMs, Runnable action) {
    ScheduledFuture<?> scheduled = timer.schedule(action, delayMs, TimeUnit.MILLISECONDS);
    return () -> scheduled.cancel(false);
  }
}
