package dev.parlando.testkit.internal.connection;

import dev.parlando.time.SessionTime;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a server beside those of its sockets, and its time; all threads are daemons.
 *
 * @param sessions runs the sessions' own short tasks
 * @param brains runs brains, which may block
 * @param time by which the server lives; what falls due only hands over to the others
 * @param stopping ends the threads
 */
public record ServerThreads(
    Executor sessions, Executor brains, SessionTime time, Runnable stopping) {

  /**
   * Threads of a server's own. What comes in after their end is dropped: its sessions are over.
   *
   * @param time null for the system's
   */
  public static ServerThreads start(@Nullable SessionTime time) {
    int processors = Math.max(2, Runtime.getRuntime().availableProcessors());
    ThreadPoolExecutor sessions =
        new ThreadPoolExecutor(
            processors,
            processors,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            named("local-realtime-session"),
            new ThreadPoolExecutor.DiscardPolicy());
    ThreadPoolExecutor brains =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            named("local-realtime-brain"),
            new ThreadPoolExecutor.DiscardPolicy());
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1, named("local-realtime-timer"), new ThreadPoolExecutor.DiscardPolicy());
    timer.setRemoveOnCancelPolicy(true);
    return new ServerThreads(
        sessions,
        brains,
        time == null ? new TimerTime(timer) : time,
        () -> {
          timer.shutdownNow();
          brains.shutdownNow();
          sessions.shutdown();
        });
  }

  private static ThreadFactory named(String name) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  void stop() {
    stopping.run();
  }
}
