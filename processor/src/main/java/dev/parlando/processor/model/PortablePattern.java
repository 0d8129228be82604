package dev.parlando.processor.model;

import dev.parlando.processor.model.ConstraintModel.Regex;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Tells regular expressions that JavaScript, and so JSON Schema, takes as Java does. */
public final class PortablePattern {

  private static final Pattern JAVA_ONLY =
      Pattern.compile(
          // Escapes that JavaScript reads as something else.
          "\\\\[AaEeGhHkNpPQRVXZz0]"
              // Possessive quantifiers.
              + "|[*+?}]\\+"
              // Inline flags, atomic groups and look-behind; look-ahead and plain groups are fine.
              + "|\\(\\?(?![:=!])"
              // Intersections of character classes.
              + "|&&");

  private static final Pattern ESCAPED_PAIR = Pattern.compile("\\\\\\\\");

  /** A character class with another inside. */
  private static final Pattern NESTED_CLASS =
      Pattern.compile("\\[\\^?\\]?(?:[^\\]\\\\]|\\\\.)*?\\[");

  private PortablePattern() {}

  /** Whether the pattern can stand in a schema. */
  public static boolean isPortable(Regex regex) {
    return foreignPart(regex).isEmpty();
  }

  /** The first part of the pattern that only Java knows. */
  public static Optional<String> foreignPart(Regex regex) {
    if (!regex.flags().isEmpty()) {
      return Optional.of("the flag " + regex.flags().get(0));
    }
    // What follows an escaped backslash is not escaped.
    String pattern = ESCAPED_PAIR.matcher(regex.regexp()).replaceAll("__");
    return JAVA_ONLY
        .matcher(pattern)
        .results()
        .map(MatchResult::group)
        .findFirst()
        .or(() -> NESTED_CLASS.matcher(pattern).results().map(MatchResult::group).findFirst());
  }
}
