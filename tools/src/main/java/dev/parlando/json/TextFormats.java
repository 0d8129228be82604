package dev.parlando.json;

import static java.time.temporal.ChronoField.HOUR_OF_DAY;
import static java.time.temporal.ChronoField.MINUTE_OF_HOUR;
import static java.time.temporal.ChronoField.NANO_OF_SECOND;
import static java.time.temporal.ChronoField.SECOND_OF_MINUTE;
import static java.time.temporal.ChronoField.YEAR;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQuery;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's types whose values are written as text: exactly the texts that their schema allows.
 * Dates and times are those of RFC 3339, durations those of its appendix A.
 */
public final class TextFormats {

  private static final DateTimeFormatter DATE = strict(date(new DateTimeFormatterBuilder()));
  private static final DateTimeFormatter TIME = strict(time(new DateTimeFormatterBuilder(), false));
  private static final DateTimeFormatter DATE_AND_TIME =
      strict(time(date(new DateTimeFormatterBuilder()).appendLiteral('T'), false));

  private static final Pattern EMPTY_FRACTION = Pattern.compile("\\.(?!\\d)");

  /** RFC 3339 takes small letters too. */
  private static final DateTimeFormatter OFFSET_DATE_AND_TIME =
      strict(
          time(date(new DateTimeFormatterBuilder().parseCaseInsensitive()).appendLiteral('T'), true)
              .appendOffset("+HH:MM", "Z"));

  /** {@code 2026-11-22}. */
  public static final TextFormat<LocalDate> LOCAL_DATE =
      temporal(DATE, LocalDate::from, "a date such as 2026-11-22");

  /** {@code 14:30} or {@code 14:30:15}. */
  public static final TextFormat<LocalTime> LOCAL_TIME =
      timed(TIME, LocalTime::from, "a time such as 14:30");

  /** {@code 2026-11-22T14:30}. */
  public static final TextFormat<LocalDateTime> LOCAL_DATE_TIME =
      timed(DATE_AND_TIME, LocalDateTime::from, "a date and time such as 2026-11-22T14:30");

  private static final String WITH_OFFSET =
      "a date and time with offset such as 2026-11-22T14:30:00+01:00";

  /** {@code 2026-11-22T13:30:00Z}, or with an offset. */
  public static final TextFormat<Instant> INSTANT =
      map(
          timed(OFFSET_DATE_AND_TIME, OffsetDateTime::from, WITH_OFFSET),
          OffsetDateTime::toInstant,
          instant -> instant.atOffset(ZoneOffset.UTC));

  /** {@code 2026-11-22T14:30:00+01:00}. */
  public static final TextFormat<OffsetDateTime> OFFSET_DATE_TIME =
      timed(OFFSET_DATE_AND_TIME, OffsetDateTime::from, WITH_OFFSET);

  /** {@code 2026-11-22T14:30:00+01:00}: the offset is the zone. */
  public static final TextFormat<ZonedDateTime> ZONED_DATE_TIME =
      timed(OFFSET_DATE_AND_TIME, ZonedDateTime::from, WITH_OFFSET);

  /** {@code 2026-11}. */
  public static final TextFormat<YearMonth> YEAR_MONTH =
      matching("\\d{4}-\\d{2}", YearMonth::parse, "a month such as 2026-11");

  /** {@code --11-22}. */
  public static final TextFormat<MonthDay> MONTH_DAY =
      matching("--\\d{2}-\\d{2}", MonthDay::parse, "a day of the year such as --11-22");

  /** {@code PT1H30M}: days, hours, minutes and seconds. */
  public static final TextFormat<Duration> DURATION =
      matching(
          "P(\\d+D(T.+)?|T(\\d+H(\\d+M(\\d+S)?)?|\\d+M(\\d+S)?|\\d+S))",
          Duration::parse,
          "a duration such as PT1H30M");

  /** {@code P1Y2M3D} or {@code P2W}. */
  public static final TextFormat<Period> PERIOD =
      matching(
          "P(\\d+Y(\\d+M(\\d+D)?)?|\\d+M(\\d+D)?|\\d+D|\\d+W)",
          Period::parse,
          "a period such as P1Y2M or P3D");

  /** {@code Europe/Vienna}. */
  public static final TextFormat<ZoneId> ZONE_ID =
      matching(".+", ZoneId::of, ZoneId::getId, "a time zone such as Europe/Vienna");

  /** {@code +01:00} or {@code Z}. */
  public static final TextFormat<ZoneOffset> ZONE_OFFSET =
      matching("Z|[+-]\\d{2}:\\d{2}", ZoneOffset::of, "an offset from UTC such as +01:00");

  /** {@code de-AT}. */
  public static final TextFormat<Locale> LOCALE =
      matching(
          "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*",
          text -> new Locale.Builder().setLanguageTag(text).build(),
          Locale::toLanguageTag,
          "a language tag such as de-AT");

  /** {@code EUR}. */
  public static final TextFormat<Currency> CURRENCY =
      matching("[A-Z]{3}", Currency::getInstance, "a currency code such as EUR");

  /** {@code 123e4567-e89b-12d3-a456-426614174000}. */
  public static final TextFormat<UUID> UUID =
      matching(
          "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
          java.util.UUID::fromString, "a UUID such as 123e4567-e89b-12d3-a456-426614174000");

  /** {@code https://example.com/a}. */
  public static final TextFormat<URI> URI =
      matching(
          "[A-Za-z][A-Za-z0-9+.-]*:\\p{ASCII}+",
          TextFormats::uri,
          "an absolute URI such as https://example.com/a");

  /** {@code https://example.com/a}, with a scheme that every JDK knows. */
  public static final TextFormat<URL> URL =
      matching(
          "(https?|file|jar):\\p{ASCII}+", TextFormats::url, "a URL such as https://example.com/a");

  private TextFormats() {}

  /**
   * A format of dates or times that an application chose.
   *
   * @param pattern a pattern of {@link DateTimeFormatter}
   * @param query what makes the value of what was read, as {@code LocalDate::from}
   */
  public static <T extends TemporalAccessor> TextFormat<T> pattern(
      String pattern, TemporalQuery<T> query) {
    DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    TextFormat<T> lenient = temporal(formatter, query, "text in the form " + pattern);
    // A formatter takes February 31 for the 28th; what reads back differently was not meant.
    return new Format<>(
        text -> {
          T value = lenient.parse(text);
          return value != null && lenient.format(value).equalsIgnoreCase(text) ? value : null;
        },
        lenient::format,
        lenient.expected());
  }

  private static DateTimeFormatterBuilder date(DateTimeFormatterBuilder builder) {
    return builder
        .appendValue(YEAR, 4)
        .appendLiteral('-')
        .appendValue(ChronoField.MONTH_OF_YEAR, 2)
        .appendLiteral('-')
        .appendValue(ChronoField.DAY_OF_MONTH, 2);
  }

  private static DateTimeFormatterBuilder time(
      DateTimeFormatterBuilder builder, boolean withSeconds) {
    builder.appendValue(HOUR_OF_DAY, 2).appendLiteral(':').appendValue(MINUTE_OF_HOUR, 2);
    if (!withSeconds) {
      builder.optionalStart();
    }
    return builder
        .appendLiteral(':')
        .appendValue(SECOND_OF_MINUTE, 2)
        .optionalStart()
        .appendFraction(NANO_OF_SECOND, 0, 9, true)
        .optionalEnd()
        .parseDefaulting(NANO_OF_SECOND, 0);
  }

  private static DateTimeFormatter strict(DateTimeFormatterBuilder builder) {
    return builder.toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static URL url(String text) {
    try {
      return uri(text).toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static <T extends TemporalAccessor> TextFormat<T> temporal(
      DateTimeFormatter formatter, TemporalQuery<T> query, String expected) {
    return new Format<>(text -> formatter.parse(text, query), formatter::format, expected);
  }

  /** The JDK takes a point without a fraction, which RFC 3339 does not. */
  private static <T extends TemporalAccessor> TextFormat<T> timed(
      DateTimeFormatter formatter, TemporalQuery<T> query, String expected) {
    return new Format<>(
        text -> EMPTY_FRACTION.matcher(text).find() ? null : formatter.parse(text, query),
        formatter::format,
        expected);
  }

  private static <S, T> TextFormat<T> map(
      TextFormat<S> format, Function<S, T> parse, Function<T, S> write) {
    return new Format<>(
        text -> {
          S value = format.parse(text);
          return value == null ? null : parse.apply(value);
        },
        value -> format.format(write.apply(value)),
        format.expected());
  }

  private static <T> TextFormat<T> matching(
      String pattern, Function<String, T> parse, String expected) {
    return matching(pattern, parse, Object::toString, expected);
  }

  private static <T> TextFormat<T> matching(
      String pattern, Function<String, T> parse, Function<T, String> write, String expected) {
    Pattern compiled = Pattern.compile(pattern);
    return new Format<>(
        text -> compiled.matcher(text).matches() ? parse.apply(text) : null, write, expected);
  }

  private record Format<T>(
      Function<String, @Nullable T> parser, Function<T, String> writer, String expected)
      implements TextFormat<T> {

    @Override
    public @Nullable T parse(String text) {
      try {
        return parser.apply(text);
      } catch (DateTimeException
          | ArithmeticException
          | IllformedLocaleException
          | IllegalArgumentException e) {
        // The JDK's parsers say no by throwing; the caller tells the model what is expected.
        return null;
      }
    }

    @Override
    public String format(T value) {
      return writer.apply(value);
    }
  }
}
