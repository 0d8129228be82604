package dev.parlando.processor.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Code points from a first to a last. */
record CharacterRange(int first, int last) {

  static CharacterRange of(int first, int last) {
    return new CharacterRange(first, last);
  }

  /** All code points that are in none of the ranges, in order. */
  static List<CharacterRange> complement(List<CharacterRange> ranges) {
    List<CharacterRange> sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparingInt(CharacterRange::first));
    List<CharacterRange> others = new ArrayList<>();
    int next = 0;
    for (CharacterRange range : sorted) {
      if (range.first > next) {
        others.add(of(next, range.first - 1));
      }
      next = Math.max(next, range.last + 1);
    }
    if (next <= Character.MAX_CODE_POINT) {
      others.add(of(next, Character.MAX_CODE_POINT));
    }
    return others;
  }

  /** Adds the ASCII letters of this range in the other case, as far as there are any. */
  void addOtherCase(List<CharacterRange> ranges) {
    addShifted('A', 'Z', 'a' - 'A', ranges);
    addShifted('a', 'z', 'A' - 'a', ranges);
  }

  private void addShifted(int from, int to, int distance, List<CharacterRange> ranges) {
    int start = Math.max(first, from);
    int end = Math.min(last, to);
    if (start <= end) {
      ranges.add(of(start + distance, end + distance));
    }
  }
}
