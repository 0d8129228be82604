package dev.parlando.testkit.time;

import dev.parlando.time.SessionTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Time that passes only when a test says so. Hand it to a session with {@code
 * SessionOptions.builder().time(…)}; an hour then takes no longer than a call of {@link #advance}.
 *
 * <p>Safe for use by many threads.
 */
public final class VirtualTime implements SessionTime {

  private record Alarm(long atMs, long order, Runnable action) {}

  private final PriorityQueue<Alarm> alarms =
      new PriorityQueue<>(Comparator.comparingLong(Alarm::atMs).thenComparingLong(Alarm::order));
  private final Instant start;
  private long nowMs;
  private long alarmsSet;

  /** Time that begins at the start of 2026, UTC. */
  public VirtualTime() {
    this(Instant.parse("2026-01-01T00:00:00Z"));
  }

  /** Time that begins at an instant. */
  public VirtualTime(Instant start) {
    this.start = start;
  }

  @Override
  public synchronized long nowMs() {
    return nowMs;
  }

  @Override
  public Clock clock() {
    InstantSource source = () -> start.plusMillis(nowMs());
    return source.withZone(ZoneOffset.UTC);
  }

  @Override
  public synchronized Runnable after(long delayMs, Runnable action) {
    Alarm alarm = new Alarm(nowMs + delayMs, alarmsSet++, action);
    alarms.add(alarm);
    return () -> remove(alarm);
  }

  private synchronized void remove(Alarm alarm) {
    alarms.remove(alarm);
  }

  /**
   * Lets time pass. Whatever falls due runs on the calling thread, in order, each at its own time.
   */
  public void advance(Duration duration) {
    long end = nowMs() + duration.toMillis();
    for (Alarm due = next(end); due != null; due = next(end)) {
      due.action().run();
    }
  }

  /** How long it is until something falls due; empty if nothing will. */
  public synchronized Optional<Duration> untilNext() {
    return Optional.ofNullable(alarms.peek())
        .map(alarm -> Duration.ofMillis(Math.max(0, alarm.atMs() - nowMs)));
  }

  private synchronized @Nullable Alarm next(long endMs) {
    Alarm first = alarms.peek();
    if (first == null || first.atMs() > endMs) {
      nowMs = Math.max(nowMs, endMs);
      return null;
    }
    alarms.remove();
    nowMs = Math.max(nowMs, first.atMs());
    return first;
  }
}
