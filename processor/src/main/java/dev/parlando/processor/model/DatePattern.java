package dev.parlando.processor.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQuery;
import java.util.Locale;
import java.util.Optional;

/** Patterns of {@code java.time}, as {@code @JsonFormat} has them. */
public final class DatePattern {

  private DatePattern() {}

  /** A text of that form; empty if the pattern is none, or no value can be read from its texts. */
  public static Optional<String> example(TextKind kind, String pattern) {
    try {
      DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
      TemporalQuery<? extends TemporalAccessor> query = query(kind);
      ZonedDateTime sample =
          LocalDateTime.of(2026, 11, 22, 14, 30).atZone(ZoneId.of("Europe/Vienna"));
      String text = formatter.format(sample.query(query));
      formatter.parse(text, query);
      return Optional.of(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether a value can be read from a text of that form. */
  static boolean matches(TextKind kind, String pattern, String text) {
    try {
      DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).parse(text, query(kind));
      return true;
    } catch (IllegalArgumentException | DateTimeException e) {
      return false;
    }
  }

  private static TemporalQuery<? extends TemporalAccessor> query(TextKind kind) {
    return switch (kind) {
      case LOCAL_DATE -> LocalDate::from;
      case LOCAL_TIME -> LocalTime::from;
      case LOCAL_DATE_TIME -> LocalDateTime::from;
      case OFFSET_DATE_TIME -> OffsetDateTime::from;
      case ZONED_DATE_TIME -> ZonedDateTime::from;
      case YEAR_MONTH -> YearMonth::from;
      case MONTH_DAY -> MonthDay::from;
      default -> throw new IllegalArgumentException(kind + " takes no pattern");
    };
  }
}
