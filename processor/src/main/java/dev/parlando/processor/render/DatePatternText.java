package dev.parlando.processor.render;

import dev.parlando.processor.model.DatePattern;

/** Says to a model how a date is written. */
final class DatePatternText {

  private DatePatternText() {}

  static String describe(String pattern) {
    return "In the form "
        + pattern
        + DatePattern.example(pattern).map(example -> ", for example " + example).orElse("")
        + ".";
  }
}
