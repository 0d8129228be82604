package dev.parlando.testkit.internal.wire;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of a server beside those of its sockets; all are daemons.
 *
 * @param sessions runs the sessions' own short tasks
 * @param brains runs brains, which may block
 * @param timer only hands over to the others
 */
record ServerThreads(
    ExecutorService sessions, ExecutorService brains, ScheduledThreadPoolExecutor timer) {

  static ServerThreads start() {
    int processors = Math.max(2, Runtime.getRuntime().availableProcessors());
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(1, named("local-realtime-timer"));
    timer.setRemoveOnCancelPolicy(true);
    return new ServerThreads(
        Executors.newFixedThreadPool(processors, named("local-realtime-session")),
        Executors.newCachedThreadPool(named("local-realtime-brain")),
        timer);
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
