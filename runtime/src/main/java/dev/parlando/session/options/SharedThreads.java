package dev.parlando.session.options;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** The threads that all sessions share: virtual ones where the JDK has them. */
final class SharedThreads {

  private static final ExecutorService SHARED = create();

  private SharedThreads() {}

  static ExecutorService executor() {
    return SHARED;
  }

  private static ExecutorService create() {
    try {
      MethodHandle virtual =
          MethodHandles.publicLookup()
              .findStatic(
                  Executors.class,
                  "newVirtualThreadPerTaskExecutor",
                  MethodType.methodType(ExecutorService.class));
      return (ExecutorService) virtual.invokeExact();
    } catch (NoSuchMethodException before21) {
      return platformThreads();
    } catch (Throwable impossible) {
      throw new LinkageError("Executors.newVirtualThreadPerTaskExecutor", impossible);
    }
  }

  private static ExecutorService platformThreads() {
    AtomicLong count = new AtomicLong();
    return Executors.newCachedThreadPool(
        task -> {
          Thread thread = new Thread(task, "parlando-" + count.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }
}
