package dev.parlando.processor.pattern;

import dev.parlando.processor.pattern.PatternNode.Choice;
import dev.parlando.processor.pattern.PatternNode.Literal;
import dev.parlando.processor.pattern.PatternNode.OneOf;
import dev.parlando.processor.pattern.PatternNode.Repeated;
import java.util.List;

/** Writes what all readers take alike. */
final class PatternWriter {

  /** The signs with a meaning between characters; the readers let just these be escaped. */
  private static final String SYNTAX = "^$\\.*+?()[]{}|";

  /** The signs with a meaning in a class. */
  private static final String CLASS_SYNTAX = "^\\[]-";

  /** Controls, spaces but for the usual one, marks of direction, and what is for private use. */
  private static final List<CharacterRange> INVISIBLE =
      List.of(
          CharacterRange.of(0, 0x1f),
          CharacterRange.of(0x7f, 0xa0),
          CharacterRange.of(0xad, 0xad),
          CharacterRange.of(0x61c, 0x61c),
          CharacterRange.of(0x1680, 0x1680),
          CharacterRange.of(0x180e, 0x180e),
          CharacterRange.of(0x2000, 0x200f),
          CharacterRange.of(0x2028, 0x202f),
          CharacterRange.of(0x205f, 0x206f),
          CharacterRange.of(0x3000, 0x3000),
          CharacterRange.of(0xe000, 0xf8ff),
          CharacterRange.of(0xfeff, 0xfeff),
          CharacterRange.of(0xfff0, 0xffff));

  private final StringBuilder text = new StringBuilder();

  private PatternWriter() {}

  /** The expression that a value must match as a whole. */
  static String anchored(Choice whole) throws ForeignConstruct {
    PatternWriter writer = new PatternWriter();
    boolean needsGroup = whole.alternatives().size() > 1;
    writer.text.append(needsGroup ? "^(?:" : "^");
    writer.alternatives(whole);
    return writer.text.append(needsGroup ? ")$" : "$").toString();
  }

  private void alternatives(Choice choice) throws ForeignConstruct {
    String separator = "";
    for (List<PatternNode> parts : choice.alternatives()) {
      text.append(separator);
      separator = "|";
      for (PatternNode part : parts) {
        part(part);
      }
    }
  }

  private void part(PatternNode part) throws ForeignConstruct {
    if (part instanceof Literal literal) {
      character(literal.codePoint(), SYNTAX);
    } else if (part instanceof OneOf oneOf) {
      characters(oneOf.characters().spellable());
    } else if (part instanceof Choice choice) {
      text.append('(');
      alternatives(choice);
      text.append(')');
    } else if (part instanceof Repeated repeated) {
      part(repeated.part());
      text.append(repeated.quantifier());
    } else {
      throw new IllegalStateException("can't be written: " + part);
    }
  }

  private void characters(CharacterClass characters) throws ForeignConstruct {
    if (characters.ranges().isEmpty()) {
      if (!characters.negated()) {
        throw new ForeignConstruct("a class of no character");
      }
      // Any character; no reader but JavaScript has [^].
      text.append("([^\\n]|\\n)");
      return;
    }
    text.append(characters.negated() ? "[^" : "[");
    for (CharacterRange range : characters.ranges()) {
      character(range.first(), CLASS_SYNTAX);
      if (range.last() > range.first()) {
        text.append(range.last() > range.first() + 1 ? "-" : "");
        character(range.last(), CLASS_SYNTAX);
      }
    }
    text.append(']');
  }

  private void character(int c, String syntax) throws ForeignConstruct {
    if (syntax.indexOf(c) >= 0) {
      text.append('\\').append((char) c);
      return;
    }
    switch (c) {
      case '\t' -> text.append("\\t");
      case '\n' -> text.append("\\n");
      case '\f' -> text.append("\\f");
      case '\r' -> text.append("\\r");
      default -> {
        if (isVisible(c)) {
          text.appendCodePoint(c);
        } else if (c <= 0xff) {
          text.append("\\x%02X".formatted(c));
        } else if (c <= 0xffff) {
          text.append("\\u%04X".formatted(c));
        } else {
          // There is no escape that all readers know.
          text.appendCodePoint(c);
        }
      }
    }
  }

  /** Whether a character can be seen; not asked of the JDK, as each has another Unicode. */
  private static boolean isVisible(int c) throws ForeignConstruct {
    if (Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE) {
      throw new ForeignConstruct("half of a surrogate pair");
    }
    return INVISIBLE.stream().noneMatch(range -> range.first() <= c && c <= range.last());
  }
}
