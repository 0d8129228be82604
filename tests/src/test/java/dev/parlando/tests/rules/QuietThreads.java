package dev.parlando.tests.rules;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads of a session, which can be waited for until none of them has anything to do. */
final class QuietThreads implements Executor {

  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "session");
            thread.setDaemon(true);
            return thread;
          });

  private int busy;

  @Override
  public void execute(Runnable task) {
    change(1);
    THREADS.execute(
        () -> {
          try {
            task.run();
          } finally {
            change(-1);
          }
        });
  }

  private synchronized void change(int by) {
    busy += by;
    notifyAll();
  }

  synchronized void awaitQuiet() throws InterruptedException {
    while (busy > 0) {
      wait();
    }
  }
}
