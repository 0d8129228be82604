package dev.parlando.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What constraints ask of values. {@code null} meets all of them: a value that could not be read
 * has been complained about already.
 */
public final class Checks {

  private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String QUOTED = "\"([ !#-\\[\\]-~]|\\\\[ -~])*\"";
  private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
  private static final String ADDRESS = "\\[(\\d{1,3}(\\.\\d{1,3}){3}|IPv6:[0-9a-f:.]+)\\]";

  /** A mailbox of RFC 5321, as JSON Schema's format {@code email} wants it. */
  private static final Pattern EMAIL =
      Pattern.compile(
          "(%1$s(\\.%1$s)*|%2$s)@(%3$s(\\.%3$s)*|%4$s)".formatted(ATOM, QUOTED, LABEL, ADDRESS),
          Pattern.CASE_INSENSITIVE);

  private Checks() {}

  /**
   * Whether a text has a character beyond space and the controls before it, as Hibernate Validator
   * decides it. What else is white space, no two readers of a schema agree on.
   */
  public static boolean notBlank(@Nullable CharSequence text) {
    return text == null || text.chars().anyMatch(c -> c > ' ');
  }

  /** Whether a text has a number of code points. */
  public static boolean size(@Nullable CharSequence text, int min, int max) {
    return text == null || between(text.codePoints().count(), min, max);
  }

  /** Whether a collection has a number of elements. */
  public static boolean size(@Nullable Collection<?> values, int min, int max) {
    return values == null || between(values.size(), min, max);
  }

  /** Whether a map has a number of entries. */
  public static boolean size(@Nullable Map<?, ?> values, int min, int max) {
    return values == null || between(values.size(), min, max);
  }

  /** Whether a number is neither smaller nor larger than others. */
  public static boolean between(long size, int min, int max) {
    return min <= size && size <= max;
  }

  /** Whether a text as a whole matches a regular expression. */
  public static boolean matches(@Nullable CharSequence text, Pattern pattern) {
    return text == null || pattern.matcher(text).matches();
  }

  /** Whether a text has the form of a mail address. */
  public static boolean email(@Nullable CharSequence text) {
    return text == null
        || (text.length() <= 254
            && text.toString().lastIndexOf('@') <= 64
            && EMAIL.matcher(text).matches());
  }

  /** Whether a number is a limit or larger. */
  public static boolean atLeast(@Nullable Number number, BigDecimal limit) {
    return number == null || decimal(number).compareTo(limit) >= 0;
  }

  /** Whether a number is larger than a limit. */
  public static boolean moreThan(@Nullable Number number, BigDecimal limit) {
    return number == null || decimal(number).compareTo(limit) > 0;
  }

  /** Whether a number is a limit or smaller. */
  public static boolean atMost(@Nullable Number number, BigDecimal limit) {
    return number == null || decimal(number).compareTo(limit) <= 0;
  }

  /** Whether a number is smaller than a limit. */
  public static boolean lessThan(@Nullable Number number, BigDecimal limit) {
    return number == null || decimal(number).compareTo(limit) < 0;
  }

  /**
   * Whether a number has no more digits before and after the point; zeros at the end don't count.
   */
  public static boolean digits(@Nullable Number number, int integer, int fraction) {
    if (number == null) {
      return true;
    }
    BigDecimal digits = decimal(number).stripTrailingZeros();
    return digits.signum() == 0
        || (digits.precision() - (long) digits.scale() <= integer && digits.scale() <= fraction);
  }

  /** Whether a text states a number that is a limit or larger. */
  public static boolean atLeast(@Nullable CharSequence text, BigDecimal limit) {
    return text == null || states(text, number -> atLeast(number, limit));
  }

  /** Whether a text states a number that is larger than a limit. */
  public static boolean moreThan(@Nullable CharSequence text, BigDecimal limit) {
    return text == null || states(text, number -> moreThan(number, limit));
  }

  /** Whether a text states a number that is a limit or smaller. */
  public static boolean atMost(@Nullable CharSequence text, BigDecimal limit) {
    return text == null || states(text, number -> atMost(number, limit));
  }

  /** Whether a text states a number that is smaller than a limit. */
  public static boolean lessThan(@Nullable CharSequence text, BigDecimal limit) {
    return text == null || states(text, number -> lessThan(number, limit));
  }

  /** Whether a text states a number that has no more digits before and after the point. */
  public static boolean digits(@Nullable CharSequence text, int integer, int fraction) {
    return text == null || states(text, number -> digits(number, integer, fraction));
  }

  private static boolean states(CharSequence text, Predicate<BigDecimal> condition) {
    try {
      return condition.test(new BigDecimal(text.toString()));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static BigDecimal decimal(Number number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    return number instanceof BigInteger whole
        ? new BigDecimal(whole)
        : new BigDecimal(number.toString());
  }

  /** Whether a time is before now. */
  public static boolean past(@Nullable Object time, Clock clock) {
    return time == null || compareToNow(time, clock) < 0;
  }

  /** Whether a time is now or before. */
  public static boolean pastOrPresent(@Nullable Object time, Clock clock) {
    return time == null || compareToNow(time, clock) <= 0;
  }

  /** Whether a time is after now. */
  public static boolean future(@Nullable Object time, Clock clock) {
    return time == null || compareToNow(time, clock) > 0;
  }

  /** Whether a time is now or after. */
  public static boolean futureOrPresent(@Nullable Object time, Clock clock) {
    return time == null || compareToNow(time, clock) >= 0;
  }

  private static int compareToNow(Object time, Clock clock) {
    if (time instanceof LocalDate date) {
      return date.compareTo(LocalDate.now(clock));
    } else if (time instanceof LocalDateTime dateTime) {
      return dateTime.compareTo(LocalDateTime.now(clock));
    } else if (time instanceof LocalTime timeOfDay) {
      return timeOfDay.compareTo(LocalTime.now(clock));
    } else if (time instanceof OffsetDateTime dateTime) {
      return dateTime.toInstant().compareTo(clock.instant());
    } else if (time instanceof ZonedDateTime dateTime) {
      return dateTime.toInstant().compareTo(clock.instant());
    } else if (time instanceof Year year) {
      return year.compareTo(Year.now(clock));
    } else if (time instanceof YearMonth month) {
      return month.compareTo(YearMonth.now(clock));
    } else if (time instanceof MonthDay day) {
      return day.compareTo(MonthDay.now(clock));
    }
    return ((Instant) time).compareTo(clock.instant());
  }
}
