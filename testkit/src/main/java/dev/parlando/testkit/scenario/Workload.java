package dev.parlando.testkit.scenario;

import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * Hands tasks on to threads, and remembers whether any of them is still to be done. Thread-safe.
 */
final class Workload implements Executor {

  private final Executor threads;
  private int open;

  Workload(Executor threads) {
    this.threads = threads;
  }

  @Override
  public void execute(Runnable task) {
    synchronized (this) {
      open++;
    }
    threads.execute(
        () -> {
          try {
            task.run();
          } finally {
            done();
          }
        });
  }

  private synchronized void done() {
    open--;
    notifyAll();
  }

  /**
   * Waits until nothing is to be done.
   *
   * @param atMost how long, by the machine's own clock
   * @return false if the time ran out first
   */
  synchronized boolean awaitQuiet(Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (open > 0) {
      long leftMs = (deadline - System.nanoTime()) / 1_000_000;
      if (leftMs <= 0) {
        return false;
      }
      wait(leftMs);
    }
    return true;
  }
}
