package dev.parlando.testkit.scenario;

import dev.parlando.testkit.time.VirtualTime;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Time that leaps to the next thing that is due as soon as nothing is left to do. Only tools take
 * time of the machine, and none of the conversation's.
 */
final class VirtualPace implements Pace {

  /** Nothing but a defect holds up what is counted here. */
  private static final Duration STUCK = Duration.ofSeconds(30);

  private final VirtualTime time;
  private final Workload work;
  private final Workload tools;
  private final ConversationRecord record;
  private final Duration toolPatience;

  /**
   * @param work what happens at once
   * @param tools what takes its own time
   * @param toolPatience how long a tool may take of the machine's time until time passes over it
   */
  VirtualPace(
      VirtualTime time,
      Workload work,
      Workload tools,
      ConversationRecord record,
      Duration toolPatience) {
    this.time = time;
    this.work = work;
    this.tools = tools;
    this.record = record;
    this.toolPatience = toolPatience;
  }

  @Override
  public long nowMs() {
    return time.nowMs();
  }

  @Override
  public boolean await(BooleanSupplier condition, BooleanSupplier over, Duration atMost)
      throws InterruptedException {
    long end = time.nowMs() + atMost.toMillis();
    while (true) {
      settle();
      if (condition.getAsBoolean()) {
        return true;
      }
      // Whoever is asked may have to ask the session, whose answer takes no time either.
      boolean ended = over.getAsBoolean();
      settle();
      if (condition.getAsBoolean()) {
        return true;
      }
      Duration left = Duration.ofMillis(end - time.nowMs());
      if (left.isZero() || left.isNegative() || ended || over.getAsBoolean()) {
        return false;
      }
      Duration next = time.untilNext().orElse(left);
      time.advance(next.compareTo(left) < 0 ? next : left);
    }
  }

  @Override
  public void settle() throws InterruptedException {
    awaitWork();
    long deadline = System.nanoTime() + toolPatience.toNanos();
    while (record.toolsRun() && System.nanoTime() < deadline) {
      int seen = record.count();
      Duration left = Duration.ofNanos(deadline - System.nanoTime());
      if (tools.awaitQuiet(left)) {
        // It may have said that it answers later, on a thread of its own.
        record.awaitNews(seen, left);
      }
      awaitWork();
    }
  }

  private void awaitWork() throws InterruptedException {
    if (!work.awaitQuiet(STUCK)) {
      throw new IllegalStateException(
          "Something other than a tool blocked for " + STUCK.toSeconds() + " s.");
    }
  }
}
