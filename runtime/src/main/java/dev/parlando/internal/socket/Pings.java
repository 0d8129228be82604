package dev.parlando.internal.socket;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Pings a connection at an interval, and gives it up when nothing came from it for an interval and
 * a half. All connections share one thread, which never blocks.
 */
public final class Pings {

  private static final ScheduledThreadPoolExecutor CLOCK = clock();

  /** What is pinged. */
  public interface Target {

    /** Sends a ping; a failure means that the connection is gone. */
    void ping();

    /** Nothing came for too long. */
    void lost(String reason);
  }

  private final long intervalNanos;
  private volatile long lastHeard = System.nanoTime();
  private volatile @Nullable Future<?> task;
  private long lastPing;
  private boolean pinged;

  /**
   * @param interval zero for none
   */
  public Pings(Duration interval) {
    this.intervalNanos = interval.toNanos();
  }

  /** Starts to ping. */
  public void start(Target target) {
    if (intervalNanos > 0) {
      task =
          CLOCK.scheduleWithFixedDelay(
              () -> tick(target), intervalNanos, intervalNanos, TimeUnit.NANOSECONDS);
    }
  }

  /** Runs something once, after a while. */
  public static void later(Duration delay, Runnable action) {
    var unused = CLOCK.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Something came, a pong or anything else. */
  public void heard() {
    lastHeard = System.nanoTime();
  }

  /** Pings no more. */
  public void stop() {
    Future<?> started = task;
    if (started != null) {
      started.cancel(false);
    }
  }

  private void tick(Target target) {
    try {
      long now = System.nanoTime();
      // A clock that was held up itself is no reason: the server had a whole interval to answer.
      boolean unanswered = pinged && lastHeard - lastPing < 0;
      if (unanswered && now - lastHeard > intervalNanos * 3 / 2) {
        stop();
        target.lost("no sign of life for " + intervalNanos * 3 / 2_000_000 + " ms");
      } else {
        lastPing = now;
        pinged = true;
        target.ping();
      }
    } catch (RuntimeException gone) {
      stop();
      target.lost(String.valueOf(gone.getMessage()));
    }
  }

  private static ScheduledThreadPoolExecutor clock() {
    ScheduledThreadPoolExecutor clock =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "parlando-pings");
              thread.setDaemon(true);
              return thread;
            });
    clock.setRemoveOnCancelPolicy(true);
    return clock;
  }
}
