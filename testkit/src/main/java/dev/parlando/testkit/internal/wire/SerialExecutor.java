package dev.parlando.testkit.internal.wire;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Runs tasks one after the other, in order, on the threads of a pool. */
final class SerialExecutor implements Executor {

  private final Executor pool;
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private boolean running;

  SerialExecutor(Executor pool) {
    this.pool = pool;
  }

  @Override
  public void execute(Runnable task) {
    synchronized (tasks) {
      tasks.add(task);
      if (running) {
        return;
      }
      running = true;
    }
    pool.execute(this::runNext);
  }

  /** One task for each turn on the pool, so that a busy session doesn't starve others. */
  private void runNext() {
    try {
      Runnable task = next();
      if (task == null) {
        return;
      }
      task.run();
    } finally {
      again();
    }
  }

  private @Nullable Runnable next() {
    synchronized (tasks) {
      return tasks.poll();
    }
  }

  private void again() {
    synchronized (tasks) {
      if (tasks.isEmpty()) {
        running = false;
        return;
      }
    }
    pool.execute(this::runNext);
  }
}
