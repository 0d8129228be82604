package dev.parlando.internal.engine.oracle;

import java.util.PriorityQueue;

/** Virtual time: what happens when. Things due at the same ms happen in the order of planning. */
final class Agenda {

  /** Something planned. */
  static final class Entry implements Comparable<Entry> {

    private final long atMs;
    private final long number;
    private final Runnable action;
    private boolean dropped;

    private Entry(long atMs, long number, Runnable action) {
      this.atMs = atMs;
      this.number = number;
      this.action = action;
    }

    /** Does not happen any more. */
    void drop() {
      dropped = true;
    }

    @Override
    public int compareTo(Entry other) {
      int byTime = Long.compare(atMs, other.atMs);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }

  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private long nowMs = 1_000;
  private long planned;

  long nowMs() {
    return nowMs;
  }

  Entry after(long delayMs, Runnable action) {
    Entry entry = new Entry(nowMs + Math.max(0, delayMs), planned++, action);
    entries.add(entry);
    return entry;
  }

  /** Lets time pass. */
  void pass(long ms) {
    long end = nowMs + ms;
    for (Entry next = entries.peek(); next != null && next.atMs <= end; next = entries.peek()) {
      entries.poll();
      if (!next.dropped) {
        nowMs = next.atMs;
        next.action.run();
      }
    }
    nowMs = end;
  }
}
