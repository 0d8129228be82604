package dev.parlando.tests.rules;

import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MonitorInfo;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks, from inside an application's code, which locks its thread holds. There is one for all, for
 * records that a session makes can't be handed anything. Sees platform threads only.
 */
final class LockWatch {

  /** A pool's own lock of a thread at work. Nobody else ever waits for it to run a task. */
  private static final String WORKER = "java.util.concurrent.ThreadPoolExecutor$Worker";

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final Set<String> PLACES = ConcurrentHashMap.newKeySet();
  private static final Set<String> HELD = ConcurrentHashMap.newKeySet();

  /** What was looked at: to look is slow, and the same stack holds the same locks. */
  private static final Set<Look> LOOKS = ConcurrentHashMap.newKeySet();

  private record Look(String place, List<StackTraceElement> stack) {}

  private LockWatch() {}

  static void forget() {
    PLACES.clear();
    HELD.clear();
    LOOKS.clear();
  }

  /** What kinds of code were run. */
  static Set<String> places() {
    return new TreeSet<>(PLACES);
  }

  /** Which locks were held in which of them, and who took them; a line each. */
  static String held() {
    return String.join("\n", new TreeSet<>(HELD));
  }

  /**
   * Looks at the calling thread.
   *
   * @param place the kind of code that runs
   */
  static void look(String place) {
    PLACES.add(place);
    Thread thread = Thread.currentThread();
    List<StackTraceElement> stack = Arrays.stream(thread.getStackTrace()).skip(2).toList();
    if (!LOOKS.add(new Look(place, stack))) {
      return;
    }
    ThreadInfo info = THREADS.getThreadInfo(new long[] {thread.getId()}, true, true)[0];
    if (info == null) {
      HELD.add(place + ": runs on a thread that can't be looked at, " + thread);
      return;
    }
    for (MonitorInfo monitor : info.getLockedMonitors()) {
      HELD.add(
          "%s: %s, locked at %s"
              .formatted(place, monitor.getClassName(), monitor.getLockedStackFrame()));
    }
    for (LockInfo lock : info.getLockedSynchronizers()) {
      if (!lock.getClassName().equals(WORKER)) {
        HELD.add("%s: %s, locked somewhere in %s".formatted(place, lock.getClassName(), stack));
      }
    }
  }
}
