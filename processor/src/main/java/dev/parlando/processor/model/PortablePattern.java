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
          "\\\\[AaEeGhHkNpPQRVXZz0]|\\\\x\\{"
              // Possessive quantifiers.
              + "|[*+?}]\\+"
              // Inline flags, atomic groups and look-behind; look-ahead and plain groups are fine.
              + "|\\(\\?(?![:=!])"
              // Intersections of character classes.
              + "|&&");

  /** The signs that JavaScript lets be escaped. */
  private static final String SYNTAX = "^$\\.*+?()[]{}|/";

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

  /**
   * The text of a portable pattern in a schema. Java lets every sign be escaped, JavaScript only
   * those that mean something.
   */
  public static String inSchema(Regex regex) {
    String pattern = regex.regexp();
    StringBuilder text = new StringBuilder();
    boolean inClass = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        char escaped = pattern.charAt(++i);
        boolean needed =
            Character.isLetterOrDigit(escaped)
                || SYNTAX.indexOf(escaped) >= 0
                || (inClass && escaped == '-');
        text.append(needed ? "\\" : "").append(escaped);
      } else {
        inClass = c == '[' || (inClass && c != ']');
        text.append(c);
      }
    }
    return "^(?:" + text + ")$";
  }
}
