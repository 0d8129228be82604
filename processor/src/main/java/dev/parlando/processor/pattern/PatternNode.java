package dev.parlando.processor.pattern;

import java.util.List;

/** A part of a regular expression that all readers of a schema know. */
sealed interface PatternNode {

  /** A character. */
  record Literal(int codePoint) implements PatternNode {}

  /** One of several characters. */
  record OneOf(CharacterClass characters) implements PatternNode {}

  /** The start or the end of the value. */
  record Anchor(boolean atStart, String written) implements PatternNode {}

  /** Alternatives, each of parts one after the other. */
  record Choice(List<List<PatternNode>> alternatives) implements PatternNode {

    /** Keeps immutable copies. */
    public Choice {
      alternatives = alternatives.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A part several times.
   *
   * @param quantifier how often, as it is written
   * @param atMostOnce whether it can't stand more than once
   */
  record Repeated(PatternNode part, String quantifier, boolean atMostOnce) implements PatternNode {}
}
