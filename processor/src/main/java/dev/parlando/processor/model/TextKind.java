package dev.parlando.processor.model;

import java.util.Optional;

/**
 * Types of the JDK that are written as text. The names of the constants are those of the formats
 * that the runtime reads and writes them with; pattern and format together allow exactly the texts
 * that it takes, as far as they can say it.
 */
public enum TextKind {
  /** A date. */
  LOCAL_DATE("java.time.LocalDate", "date", "", "2026-11-22"),
  /** A point in time. */
  INSTANT("java.time.Instant", "date-time", "", "2026-11-22T14:30:00Z"),
  /** A date and time with its distance from UTC. */
  OFFSET_DATE_TIME("java.time.OffsetDateTime", "date-time", "", "2026-11-22T14:30:00+01:00"),
  /** A date and time with its zone. */
  ZONED_DATE_TIME("java.time.ZonedDateTime", "date-time", "", "2026-11-22T14:30:00+01:00"),
  /** A length of time, exact to the second. */
  DURATION(
      "java.time.Duration",
      "duration",
      "^P([0-9]+D(T([0-9]+H([0-9]+M([0-9]+S)?)?|[0-9]+M([0-9]+S)?|[0-9]+S))?"
          + "|T([0-9]+H([0-9]+M([0-9]+S)?)?|[0-9]+M([0-9]+S)?|[0-9]+S))$",
      "PT1H30M"),
  /** A length of time in days, months and years. */
  PERIOD(
      "java.time.Period",
      "duration",
      "^P([0-9]+Y([0-9]+M([0-9]+D)?)?|[0-9]+M([0-9]+D)?|[0-9]+D|[0-9]+W)$",
      "P1Y2M"),
  /** A UUID. */
  UUID("java.util.UUID", "uuid", "", "123e4567-e89b-12d3-a456-426614174000"),
  /** An absolute URI. */
  URI("java.net.URI", "uri", "", "https://example.com/a"),
  /** A URL with a scheme that every JDK supports. */
  URL("java.net.URL", "uri", "^(https?|file|jar):", "https://example.com/a"),
  /** A time of day. */
  LOCAL_TIME(
      "java.time.LocalTime",
      "",
      "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?$",
      "14:30"),
  /** A date and time in whatever zone is meant. */
  LOCAL_DATE_TIME(
      "java.time.LocalDateTime",
      "",
      "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
          + "T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?$",
      "2026-11-22T14:30"),
  /** A month of a year. */
  YEAR_MONTH("java.time.YearMonth", "", "^[0-9]{4}-(0[1-9]|1[0-2])$", "2026-11"),
  /** A day of any year. */
  MONTH_DAY("java.time.MonthDay", "", "^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "--11-22"),
  /** A time zone. */
  ZONE_ID("java.time.ZoneId", "", "", "Europe/Vienna"),
  /** A distance from UTC. */
  ZONE_OFFSET(
      "java.time.ZoneOffset", "", "^(Z|[+-](0[0-9]|1[0-7]):[0-5][0-9]|[+-]18:00)$", "+01:00"),
  /** A language, perhaps of a country. */
  LOCALE("java.util.Locale", "", "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", "de-AT"),
  /** A currency. */
  CURRENCY("java.util.Currency", "", "^[A-Z]{3}$", "EUR");

  private final String javaType;
  private final String format;
  private final String pattern;
  private final String example;

  TextKind(String javaType, String format, String pattern, String example) {
    this.javaType = javaType;
    this.format = format;
    this.pattern = pattern;
    this.example = example;
  }

  /** The kind of a Java type, by its qualified name. */
  public static Optional<TextKind> of(String javaType) {
    for (TextKind kind : values()) {
      if (kind.javaType.equals(javaType)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The qualified name of the Java type. */
  public String javaType() {
    return javaType;
  }

  /** The format of JSON Schema for it; empty if there is none. */
  public String format() {
    return format;
  }

  /** A regular expression for what the format leaves open; empty if there is none. */
  public String pattern() {
    return pattern;
  }

  /** A text of this kind. */
  public String example() {
    return example;
  }

  /** Whether {@code @JsonFormat(pattern)} can say how it is written. */
  public boolean takesDatePattern() {
    return switch (this) {
      case LOCAL_DATE,
          LOCAL_TIME,
          LOCAL_DATE_TIME,
          OFFSET_DATE_TIME,
          ZONED_DATE_TIME,
          YEAR_MONTH,
          MONTH_DAY ->
          true;
      default -> false;
    };
  }
}
