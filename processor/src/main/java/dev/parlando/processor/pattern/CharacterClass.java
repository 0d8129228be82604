package dev.parlando.processor.pattern;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Characters to choose from.
 *
 * @param negated whether the ranges are those that do not match
 * @param ranges code points, in the order they were written
 */
record CharacterClass(boolean negated, List<CharacterRange> ranges) {

  /** Keeps each range once: twice the same sign means something else to some readers. */
  CharacterClass {
    ranges = List.copyOf(new LinkedHashSet<>(ranges));
  }

  static CharacterClass of(boolean negated, CharacterRange range) {
    return new CharacterClass(negated, List.of(range));
  }

  /** The code points that match. */
  List<CharacterRange> members() {
    return negated ? CharacterRange.complement(ranges) : ranges;
  }

  /** The same for either case of ASCII letters. */
  CharacterClass ignoringCase() {
    List<CharacterRange> both = new ArrayList<>();
    for (CharacterRange range : ranges) {
      both.add(range);
      range.addOtherCase(both);
    }
    return new CharacterClass(negated, both);
  }

  /**
   * The same without the last code point of Unicode, for which the readers have no spelling in
   * common.
   */
  CharacterClass spellable() {
    boolean endless = ranges.stream().anyMatch(range -> range.last() == Character.MAX_CODE_POINT);
    return endless ? new CharacterClass(!negated, CharacterRange.complement(ranges)) : this;
  }
}
