package dev.parlando.examples.web;

import java.util.ArrayList;
import java.util.List;

/**
 * What a page gets to see of a session, in order and numbered, as JSON texts. A page that was away
 * for a while goes on where it was. Bounded: of what is too old, only the number is kept.
 *
 * <p>Safe for use by many threads.
 */
final class Feed {

  /** As many as the page keeps. */
  static final int MAX_FRAMES = 100_000;

  private static final int MAX_CHARACTERS = 64 << 20;

  private final String[] ring = new String[MAX_FRAMES];
  private long first;
  private long end;
  private long characters;

  /** Adds a frame at the end. */
  synchronized void add(String frame) {
    while (end - first == MAX_FRAMES || (end > first && characters > MAX_CHARACTERS)) {
      characters -= ring[slot(first)].length();
      ring[slot(first++)] = "";
    }
    ring[slot(end++)] = frame;
    characters += frame.length();
  }

  /**
   * The frames from a number on, or from the oldest that is left.
   *
   * @param most how many at most
   */
  synchronized Stretch from(long number, int most) {
    long start = Math.min(Math.max(number, first), end);
    List<String> frames = new ArrayList<>();
    for (long each = start; each < end && frames.size() < most; each++) {
      frames.add(ring[slot(each)]);
    }
    return new Stretch(start, start + frames.size(), frames);
  }

  private static int slot(long number) {
    return (int) (number % MAX_FRAMES);
  }

  /**
   * Frames in a row.
   *
   * @param start the number of the first
   * @param end the number after the last
   * @param frames their texts
   */
  record Stretch(long start, long end, List<String> frames) {}
}
