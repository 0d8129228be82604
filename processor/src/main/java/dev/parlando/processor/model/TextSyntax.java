package dev.parlando.processor.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** Decides at compile time whether a text is one of a kind, as the runtime will. */
final class TextSyntax {

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");

  private TextSyntax() {}

  static boolean accepts(TextKind kind, String text) {
    if (!kind.pattern().isEmpty() && !Pattern.compile(kind.pattern()).matcher(text).find()) {
      return false;
    }
    try {
      return switch (kind) {
        case LOCAL_DATE -> DATE.matcher(text).matches() && LocalDate.parse(text) != null;
        case INSTANT, OFFSET_DATE_TIME, ZONED_DATE_TIME ->
            DATE_TIME.matcher(text).matches() && OffsetDateTime.parse(text) != null;
        case DURATION -> Duration.parse(text) != null;
        case PERIOD -> Period.parse(text) != null;
        case UUID -> UUID.fromString(text).toString().equalsIgnoreCase(text);
        case URI, URL -> new URI(text).isAbsolute();
        case LOCAL_TIME -> LocalTime.parse(text) != null;
        case LOCAL_DATE_TIME -> LocalDateTime.parse(text) != null;
        case YEAR_MONTH -> YearMonth.parse(text) != null;
        case MONTH_DAY -> MonthDay.parse(text) != null;
        case ZONE_ID -> ZoneId.of(text) != null;
        case ZONE_OFFSET -> ZoneOffset.of(text) != null;
        case LOCALE -> new Locale.Builder().setLanguageTag(text).build() != null;
        case CURRENCY -> Currency.getInstance(text) != null;
      };
    } catch (DateTimeException
        | ArithmeticException
        | IllformedLocaleException
        | IllegalArgumentException
        | URISyntaxException e) {
      // The JDK's parsers say no by throwing.
      return false;
    }
  }
}
