package dev.parlando.processor.pattern;

import dev.parlando.processor.model.ConstraintModel.Regex;
import java.util.Optional;

/**
 * A regular expression of Java as a JSON Schema carries it. Servers read a schema's pattern with
 * ECMA-262 (flag {@code u}), with Python's {@code re}, or turn it into a grammar. Only what all of
 * them take, and take as Java does, goes there: what Java writes shorter is written out, and what
 * can't be said to all has no text.
 */
public final class PortablePattern {

  private final Optional<String> text;
  private final Optional<String> foreignPart;

  private PortablePattern(Optional<String> text, Optional<String> foreignPart) {
    this.text = text;
    this.foreignPart = foreignPart;
  }

  /**
   * Translates an expression that {@link java.util.regex.Pattern} takes and that is to match a
   * value as a whole.
   */
  public static PortablePattern of(Regex regex) {
    try {
      PatternNode.Choice whole = PatternParser.parse(regex.regexp(), Flags.of(regex.flags()));
      return new PortablePattern(
          Optional.of(PatternWriter.anchored(Anchors.dropped(whole))), Optional.empty());
    } catch (ForeignConstruct e) {
      return new PortablePattern(Optional.empty(), Optional.of(e.construct()));
    }
  }

  /** The anchored expression for a schema; empty if it can't be said to all readers. */
  public Optional<String> text() {
    return text;
  }

  /** The first construct that not all readers know or take alike, in words; empty if all do. */
  public Optional<String> foreignPart() {
    return foreignPart;
  }
}
