package dev.parlando.testkit.internal.connection;

import java.util.concurrent.Executor;
import org.eclipse.jetty.util.thread.SerializedInvoker;

/** Runs what belongs to one connection in the order it comes, on the threads of a pool. */
final class OrderedTasks implements Executor {

  private final Executor pool;
  private final SerializedInvoker order = new SerializedInvoker(OrderedTasks.class);

  OrderedTasks(Executor pool) {
    this.pool = pool;
  }

  @Override
  public void execute(Runnable task) {
    // Null while a thread is at it: that one goes on with this task.
    Runnable first = order.offer(task);
    if (first != null) {
      pool.execute(first);
    }
  }
}
