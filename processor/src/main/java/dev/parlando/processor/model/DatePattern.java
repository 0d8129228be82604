package dev.parlando.processor.model;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Patterns of {@code java.time}, as {@code @JsonFormat} has them. */
public final class DatePattern {

  private DatePattern() {}

  /** A text of that form; empty if the pattern is none. */
  public static Optional<String> example(String pattern) {
    try {
      DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
      return Optional.of(
          formatter.format(LocalDateTime.of(2026, 11, 22, 14, 30).atOffset(ZoneOffset.ofHours(1))));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether a text is of that form. */
  static boolean matches(String pattern, String text) {
    try {
      DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).parse(text);
      return true;
    } catch (IllegalArgumentException | DateTimeException e) {
      return false;
    }
  }
}
