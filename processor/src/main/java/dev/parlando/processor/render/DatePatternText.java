package dev.parlando.processor.render;

import dev.parlando.processor.model.DatePattern;
import dev.parlando.processor.model.TextKind;

/** Says to a model how a date is written. */
final class DatePatternText {

  private DatePatternText() {}

  static String describe(TextKind kind, String pattern) {
    return "In the form "
        + pattern
        + DatePattern.example(kind, pattern).map(example -> ", for example " + example).orElse("")
        + ".";
  }
}
