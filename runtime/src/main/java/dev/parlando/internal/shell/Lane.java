package dev.parlando.internal.shell;

import static dev.parlando.internal.shell.SessionLog.LOG;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks one after the other, in the order they come, on threads borrowed from an executor. A
 * lane with nothing to do holds no thread.
 */
public final class Lane implements Executor {

  private final Executor threads;
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private boolean running;

  public Lane(Executor threads) {
    this.threads = threads;
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
    runSomewhere();
  }

  /** A lane goes on even if its executor refuses: no input may be lost by that. */
  private void runSomewhere() {
    try {
      threads.execute(this::runAll);
    } catch (Throwable refused) {
      LOG.warn("The executor of a session refused a task", refused);
      runOnThreadOfItsOwn();
    }
  }

  private void runOnThreadOfItsOwn() {
    try {
      Thread thread = new Thread(this::runAll, "parlando-lane");
      thread.setDaemon(true);
      thread.start();
    } catch (Throwable noThread) {
      LOG.error("No thread can be had for a session; its next task tries again", noThread);
      synchronized (tasks) {
        running = false;
      }
    }
  }

  private void runAll() {
    Runnable task = next();
    try {
      while (task != null) {
        task.run();
        task = next();
      }
    } finally {
      if (task != null) {
        // It threw, and takes its thread with it; those behind it go on with another.
        runSomewhere();
      }
    }
  }

  private @Nullable Runnable next() {
    synchronized (tasks) {
      Runnable task = tasks.poll();
      running = task != null;
      return task;
    }
  }
}
