package dev.parlando.examples.benchmarks.work;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Measures something once, in a JVM that has done nothing before, and prints it. */
public final class FreshJvm {

  private FreshJvm() {}

  /** What is measured; gives the characters it made, so that it can't be left out. */
  public interface Work {
    /** Does it. */
    int run() throws Exception;
  }

  /** Prints the main thread's CPU time in ms and the classes loaded. */
  public static void measure(Work work) throws Exception {
    var classes = ManagementFactory.getClassLoadingMXBean();
    var threads = ManagementFactory.getThreadMXBean();
    long classesBefore = classes.getTotalLoadedClassCount();
    long before = threads.getCurrentThreadCpuTime();
    int made = work.run();
    long nanos = threads.getCurrentThreadCpuTime() - before;
    long loaded = classes.getTotalLoadedClassCount() - classesBefore;
    if (made == 0) {
      throw new IllegalStateException("Nothing was made");
    }
    System.out.printf(Locale.ROOT, "MEASURED ms %.3f%n", nanos / 1e6);
    System.out.printf(Locale.ROOT, "MEASURED classes %d%n", loaded);
  }
}
