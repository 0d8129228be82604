package dev.parlando.testkit.internal.rules;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What one place of an event may hold. */
@FunctionalInterface
interface Rule {

  /**
   * Checks a value.
   *
   * @param value the value, possibly a JSON null
   * @param path where it stands
   * @throws RefusedException if it doesn't fit
   */
  void check(JsonNode value, String path);

  /** The same, or JSON null. */
  default Rule orNull() {
    return (value, path) -> {
      if (!value.isNull()) {
        check(value, path);
      }
    };
  }

  static Rule anything() {
    return (value, path) -> {};
  }

  static Rule string() {
    return (value, path) -> require(value.isString(), value, path, "a string");
  }

  static Rule string(int maxLength, Pattern pattern) {
    return string()
        .and(
            (value, path) -> {
              String text = value.stringValue();
              if (text.length() > maxLength) {
                throw new RefusedException(
                    "string_above_max_length",
                    path,
                    "Invalid '%s': string too long. Expected at most %d characters, but got %d."
                        .formatted(path, maxLength, text.length()));
              }
              if (!pattern.matcher(text).matches()) {
                throw RefusedException.value(
                    path, "'" + text + "' doesn't match the pattern " + pattern + ".");
              }
            });
  }

  static Rule bool() {
    return (value, path) -> require(value.isBoolean(), value, path, "a boolean");
  }

  static Rule integer(int min, int max) {
    return (value, path) -> {
      require(value.isIntegralNumber(), value, path, "an integer");
      requireRange(value.doubleValue(), min, max, path);
    };
  }

  static Rule number(double min, double max) {
    return (value, path) -> {
      require(value.isNumber(), value, path, "a number");
      requireRange(value.doubleValue(), min, max, path);
    };
  }

  static Rule oneOf(String... supported) {
    List<String> values = List.of(supported);
    return string()
        .and(
            (value, path) -> {
              if (!values.contains(value.stringValue())) {
                throw notSupported(value, path, values);
              }
            });
  }

  static Rule list(Rule element) {
    return (value, path) -> {
      require(value.isArray(), value, path, "an array");
      for (int i = 0; i < value.size(); i++) {
        element.check(value.get(i), path + "[" + i + "]");
      }
    };
  }

  /** An object with any content. */
  static Rule openObject() {
    return (value, path) -> require(value.isObject(), value, path, "an object");
  }

  /** A string, or else what the other rule says. */
  static Rule stringOr(Rule text, Rule other) {
    return (value, path) -> (value.isString() ? text : other).check(value, path);
  }

  /** An integer, or else what the other rule says. */
  static Rule integerOr(Rule integer, Rule other) {
    return (value, path) -> (value.isIntegralNumber() ? integer : other).check(value, path);
  }

  /** An object whose field says which of several rules it follows. */
  static Rule tagged(String field, Map<String, Rule> rules) {
    List<String> tags = rules.keySet().stream().sorted().toList();
    return (value, path) -> {
      require(value.isObject(), value, path, "an object");
      JsonNode tag = value.path(field);
      String at = path + "." + field;
      if (tag.isMissingNode()) {
        throw RefusedException.missing(at);
      }
      Rule rule = tag.isString() ? rules.get(tag.stringValue()) : null;
      if (rule == null) {
        throw notSupported(tag, at, tags);
      }
      rule.check(value, path);
    };
  }

  /** This rule, then another. */
  default Rule and(Rule next) {
    return (value, path) -> {
      check(value, path);
      next.check(value, path);
    };
  }

  static RefusedException notSupported(JsonNode value, String path, List<String> supported) {
    String given = value.isString() ? value.stringValue() : value.toString();
    return new RefusedException(
        "invalid_value",
        path,
        supported.stream()
            .collect(
                Collectors.joining(
                    "', '", "Invalid value: '" + given + "'. Supported values are: '", "'.")));
  }

  private static void require(boolean fits, JsonNode value, String path, String expected) {
    if (!fits) {
      throw RefusedException.type(path, expected, describe(value));
    }
  }

  private static void requireRange(double value, double min, double max, String path) {
    if (value < min || value > max) {
      throw RefusedException.value(
          path,
          "expected a number from %s to %s, but got %s."
              .formatted(text(min), text(max), text(value)));
    }
  }

  private static String text(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  private static String describe(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "a string";
      case NUMBER -> value.isIntegralNumber() ? "an integer" : "a decimal number";
      case BOOLEAN -> "a boolean";
      case ARRAY -> "an array";
      case OBJECT -> "an object";
      default -> "null";
    };
  }
}
