package dev.parlando.processor.agreement;

import dev.parlando.tool.Violation;
import java.math.BigDecimal;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The whole list of reasons for which a document that is valid under its schema may be refused:
 * values that the Java type does not have and that no keyword can rule out. Each is proven by other
 * means than the decoder's.
 */
final class Limits {

  /** By the start of the message, what must be so of the refused value. */
  private static final Map<String, Predicate<JsonNode>> ALL = new LinkedHashMap<>();

  static {
    // int, long and Year have bounds that the schema does not spell out, to save tokens.
    beyond(Integer.MIN_VALUE, Integer.MAX_VALUE);
    beyond(Long.MIN_VALUE, Long.MAX_VALUE);
    beyond(Year.MIN_VALUE, Year.MAX_VALUE);
    // float and double know no larger number.
    ALL.put(
        "is too large",
        value -> value.isNumber() && Float.isInfinite(value.decimalValue().floatValue()));
    // A Java char is half of an astral character.
    ALL.put("must be a single character", value -> value.isString() && isAstral(value.asString()));
    // RFC 3986 allows more than the JDK's URI does, as a scheme without anything after it.
    refused("must be an absolute URI", URI::create);
    refused("must be a URL", Limits::url);
    // Of a set, two spellings of one value are the same element.
    ALL.put("must not have the same element twice", Limits::hasSynonyms);
    // Patterns know no calendar, and no register of zones, languages and currencies.
    refused("must be a date and time such as", LocalDateTime::parse);
    refused("must be a day of the year", MonthDay::parse);
    refused("must be a time zone", ZoneId::of);
    refused("must be a language tag", new Locale.Builder()::setLanguageTag);
    refused("must be a currency code", Currency::getInstance);
    // The second that RFC 3339 inserts at times, and offsets beyond those of any place.
    ALL.put("must be a date and time with offset", value -> value.asString("").contains(":60"));
  }

  private static final Pattern WHOLE = Pattern.compile("\\.(0|-?[1-9]\\d*)$");

  private Limits() {}

  private static void beyond(long min, long max) {
    ALL.put(
        "must be between " + min + " and " + max,
        value ->
            value.isNumber()
                && (value.decimalValue().compareTo(BigDecimal.valueOf(min)) < 0
                    || value.decimalValue().compareTo(BigDecimal.valueOf(max)) > 0));
  }

  private static void refused(String message, Consumer<String> parser) {
    ALL.put(
        message,
        value -> {
          if (!value.isString()) {
            return false;
          }
          try {
            parser.accept(value.asString());
            return false;
          } catch (RuntimeException e) {
            return true;
          }
        });
  }

  /** Whether a violation is one that no schema can foresee. */
  static boolean explains(Violation violation, JsonNode document) {
    if (violation.message().equals("the name must be a whole number")) {
      // The keys of a map have the bounds of their type.
      return WHOLE.matcher(violation.path()).find();
    }
    JsonNode value = Json.at(document, violation.path());
    return ALL.entrySet().stream()
        .filter(limit -> violation.message().startsWith(limit.getKey()))
        .anyMatch(limit -> limit.getValue().test(value));
  }

  private static boolean hasSynonyms(JsonNode array) {
    long meanings = array.valueStream().map(Limits::meaning).distinct().count();
    return meanings < array.size();
  }

  private static Object meaning(JsonNode value) {
    if (value.isNumber()) {
      return value.doubleValue() + 0.0;
    }
    try {
      return OffsetDateTime.parse(value.asString("")).toInstant();
    } catch (DateTimeParseException e) {
      return value.isString() ? value.asString().toLowerCase(Locale.ROOT) : value;
    }
  }

  private static boolean isAstral(String text) {
    return text.length() == 2 && text.codePointCount(0, 2) == 1;
  }

  private static void url(String text) {
    try {
      URI.create(text).toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
