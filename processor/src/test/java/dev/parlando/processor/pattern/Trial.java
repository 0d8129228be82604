package dev.parlando.processor.pattern;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A pattern with texts to try it on.
 *
 * @param java the expression as the application wrote it
 * @param flags of {@link Pattern}
 * @param portable the same in a schema
 */
record Trial(String java, int flags, String portable, List<String> texts) {

  /** What Java says to each text: 1 for a match, 0 for none. */
  String verdicts() {
    Pattern pattern = Pattern.compile(java, flags);
    StringBuilder verdicts = new StringBuilder();
    texts.forEach(text -> verdicts.append(pattern.matcher(text).matches() ? '1' : '0'));
    return verdicts.toString();
  }
}
