package dev.parlando.examples.benchmarks.work;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Measures something once, in a JVM that has done nothing before, and prints it as a line. */
public final class FreshJvm {

  private FreshJvm() {}

  /** What is measured; gives the characters it made, so that it can't be left out. */
  public interface Work {
    /** Does it. */
    int run() throws Exception;
  }

  /** Prints what it was, the main thread's CPU time in ms, the classes loaded, the characters. */
  public static void measure(String what, Work work) throws Exception {
    var classes = ManagementFactory.getClassLoadingMXBean();
    var threads = ManagementFactory.getThreadMXBean();
    long classesBefore = classes.getTotalLoadedClassCount();
    long before = threads.getCurrentThreadCpuTime();
    int made = work.run();
    long nanos = threads.getCurrentThreadCpuTime() - before;
    long loaded = classes.getTotalLoadedClassCount() - classesBefore;
    System.out.printf(Locale.ROOT, "FRESH %s %.3f %d %d%n", what, nanos / 1e6, loaded, made);
  }
}
