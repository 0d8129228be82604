package dev.parlando.processor.pattern;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a regular expression, and how far it has been read. */
final class PatternText {

  private final String text;
  private int position;

  PatternText(String text) {
    this.text = text;
  }

  /** The same expression without {@code \Q…\E}: what stood in between is escaped, sign by sign. */
  static String withoutQuotes(String regexp) {
    StringBuilder plain = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < regexp.length(); i++) {
      char c = regexp.charAt(i);
      if (quoted) {
        if (regexp.startsWith("\\E", i)) {
          quoted = false;
          i++;
        } else {
          boolean plainly = c > 0x7f || Character.isLetterOrDigit(c);
          plain.append(plainly ? "" : "\\").append(c);
        }
      } else if (regexp.startsWith("\\Q", i)) {
        quoted = true;
        i++;
      } else {
        plain.append(c);
        if (c == '\\' && i + 1 < regexp.length()) {
          plain.append(regexp.charAt(++i));
        }
      }
    }
    return plain.toString();
  }

  boolean more() {
    return position < text.length();
  }

  int position() {
    return position;
  }

  /** The next character, or NUL at the end. */
  char peek() {
    return peek(0);
  }

  /** The character after so many others, or NUL behind the end. */
  char peek(int distance) {
    int at = position + distance;
    return at < text.length() ? text.charAt(at) : '\0';
  }

  /** The next code point, which is read. */
  int next() throws ForeignConstruct {
    if (!more()) {
      throw new ForeignConstruct("the end of " + text);
    }
    int c = text.codePointAt(position);
    position += Character.charCount(c);
    return c;
  }

  /** Reads a character if it comes next; returns whether it does. */
  boolean take(char c) {
    boolean next = more() && text.charAt(position) == c;
    position += next ? 1 : 0;
    return next;
  }

  /** Reads a text if it comes next; returns whether it does. */
  boolean take(String expected) {
    boolean next = text.startsWith(expected, position);
    position += next ? expected.length() : 0;
    return next;
  }

  /** Reads what matches, if it comes next. */
  Optional<Matcher> take(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(position, text.length());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    position = matcher.end();
    return Optional.of(matcher);
  }

  /** What was read since a position. */
  String since(int start) {
    return text.substring(start, position);
  }

  /** The characters read last. */
  String before(int count) {
    return since(position - count);
  }
}
