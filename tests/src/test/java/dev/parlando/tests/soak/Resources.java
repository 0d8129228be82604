package dev.parlando.tests.soak;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * What this process holds.
 *
 * @param threads how many live
 * @param files how many file descriptors are open, sockets among them; 0 where that is not known
 * @param heapMb what is in use after a garbage collection, in MiB
 */
record Resources(int threads, long files, long heapMb) {

  static Resources now() {
    System.gc();
    long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    return new Resources(
        ManagementFactory.getThreadMXBean().getThreadCount(),
        ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
            ? unix.getOpenFileDescriptorCount()
            : 0,
        used >> 20);
  }

  /** Whether there is no more than at the start, apart from what a JVM does by itself. */
  boolean backTo(Resources start) {
    return threads <= start.threads + 4 && files <= start.files + 8 && heapMb <= start.heapMb + 24;
  }

  /** What there is once it is back to the start, or at the latest after a while. */
  static Resources settled(Resources start, Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    Resources now = now();
    while (!now.backTo(start) && System.nanoTime() < deadline) {
      Thread.sleep(1_000);
      now = now();
    }
    return now;
  }
}
