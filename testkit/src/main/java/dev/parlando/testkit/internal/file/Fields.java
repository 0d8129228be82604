package dev.parlando.testkit.internal.file;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads an object field by field; a field that nobody asked for is a mistake. */
public final class Fields {

  private static final Pattern DURATION = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ms|s|min)");

  private final JsonNode object;
  private final String place;
  private final Set<String> read = new HashSet<>();

  /**
   * @param place where it stands, for people
   * @throws IllegalArgumentException if it is no object
   */
  public Fields(JsonNode object, String place) {
    this.object = object;
    this.place = place;
    if (!object.isObject()) {
      throw problem("expected fields with values, found " + object);
    }
  }

  /** Where the object stands. */
  public String place() {
    return place;
  }

  /** Whether there is a field. */
  public boolean has(String name) {
    return object.has(name);
  }

  /** A value; missing if there is none. */
  public JsonNode node(String name) {
    read.add(name);
    return object.path(name);
  }

  /**
   * A text.
   *
   * @throws IllegalArgumentException if there is none
   */
  public String text(String name) {
    JsonNode value = node(name);
    if (!value.isString() || value.stringValue().isBlank()) {
      throw problem(name + " needs a text" + (value.isMissingNode() ? "" : ", not " + value));
    }
    return value.stringValue();
  }

  /** A text, or something else where there is none. */
  public String text(String name, String otherwise) {
    return has(name) ? text(name) : otherwise;
  }

  /**
   * A time such as {@code 800ms}, {@code 2.5s} or {@code 3min}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Duration duration(String name) {
    Matcher matcher = DURATION.matcher(node(name).asString("").strip());
    if (!matcher.matches()) {
      throw problem(name + " needs a time such as 800ms, 2.5s or 3min, not " + object.path(name));
    }
    double millis =
        switch (matcher.group(2)) {
          case "ms" -> 1;
          case "s" -> 1000;
          default -> 60_000;
        };
    return Duration.ofMillis(Math.round(Double.parseDouble(matcher.group(1)) * millis));
  }

  /**
   * A whole number.
   *
   * @throws IllegalArgumentException if it is none
   */
  public int integer(String name, int otherwise) {
    JsonNode value = node(name);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.canConvertToInt() || !value.isIntegralNumber()) {
      throw problem(name + " needs a whole number, not " + value);
    }
    return value.intValue();
  }

  /**
   * Checks that every field was asked for.
   *
   * @throws IllegalArgumentException if one was not
   */
  public void checkNothingElse() {
    for (String name : object.propertyNames()) {
      if (!read.contains(name)) {
        throw problem("there is no field " + name + " here");
      }
    }
  }

  /** What is wrong here, to be thrown. */
  public IllegalArgumentException problem(String what) {
    return new IllegalArgumentException(place + ": " + what + ".");
  }
}
