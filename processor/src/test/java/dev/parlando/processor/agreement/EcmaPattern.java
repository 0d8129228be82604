package dev.parlando.processor.agreement;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;

/**
 * A regular expression as ECMA-262 means it, which is how JSON Schema means it: {@code $} is the
 * very end, {@code \s} is all white space of Unicode, and a dot stops at ECMA's line ends only.
 */
final class EcmaPattern implements RegularExpression {

  private static final String SPACES =
      "\\t\\n\\x0B\\f\\r \\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF";

  private final Pattern pattern;

  EcmaPattern(String regexp) {
    pattern = Pattern.compile(translated(regexp));
  }

  @Override
  public boolean matches(String value) {
    return pattern.matcher(value).find();
  }

  private static String translated(String regexp) {
    StringBuilder java = new StringBuilder();
    boolean inClass = false;
    for (int i = 0; i < regexp.length(); i++) {
      char c = regexp.charAt(i);
      if (c == '\\') {
        char escaped = regexp.charAt(++i);
        switch (escaped) {
          case 's' -> java.append(inClass ? SPACES : "[" + SPACES + "]");
          case 'S' -> java.append("[^" + SPACES + "]");
          default -> java.append(c).append(escaped);
        }
      } else if ((c == '[' && !inClass) || (c == ']' && inClass)) {
        inClass = !inClass;
        java.append(c);
      } else if (c == '$' && !inClass) {
        java.append("\\z");
      } else if (c == '.' && !inClass) {
        java.append("[^\\n\\r\\u2028\\u2029]");
      } else {
        java.append(c);
      }
    }
    return java.toString();
  }
}
