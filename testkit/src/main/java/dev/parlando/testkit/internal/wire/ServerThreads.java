package dev.parlando.testkit.internal.wire;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of a server beside those of its sockets; all are daemons.
 *
 * @param sessions runs the sessions' own short tasks
 * @param brains runs brains, which may block
 * @param timer only hands over to the others
 */
record ServerThreads(
    ThreadPoolExecutor sessions, ThreadPoolExecutor brains, ScheduledThreadPoolExecutor timer) {

  /** What comes in after the end of a server is dropped: its sessions are over. */
  static ServerThreads start() {
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
    return new ServerThreads(sessions, brains, timer);
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
    timer.shutdownNow();
    brains.shutdownNow();
    sessions.shutdown();
  }
}
