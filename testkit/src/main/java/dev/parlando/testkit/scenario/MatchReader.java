package dev.parlando.testkit.scenario;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Makes a match of what stands in a file: a plain value is to be equal, an object of the words
 * below says otherwise, any other object is one of fields that are matches themselves.
 */
final class MatchReader {

  private static final Set<String> KEYWORDS =
      Set.of("any", "absent", "equals", "contains", "matches", "from", "to");

  private MatchReader() {}

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Match read(JsonNode value) {
    if (!value.isObject()) {
      return Match.equalTo(value);
    }
    if (!value.isEmpty() && KEYWORDS.containsAll(value.propertyNames())) {
      return keywords(value);
    }
    FieldsMatch fields = Match.fields();
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      fields = fields.with(field.getKey(), read(field.getValue()));
    }
    return fields;
  }

  private static Match keywords(JsonNode value) {
    if (value.has("from") || value.has("to")) {
      requireOnly(value, value.has("from") && value.has("to") ? 2 : 1);
      return Match.between(
          number(value, "from", Double.NEGATIVE_INFINITY),
          number(value, "to", Double.POSITIVE_INFINITY));
    }
    requireOnly(value, 1);
    String keyword = value.propertyNames().iterator().next();
    JsonNode operand = value.path(keyword);
    return switch (keyword) {
      case "any" -> Match.any();
      case "absent" -> Match.absent();
      case "equals" -> Match.equalTo(operand);
      case "contains" -> Match.containing(text(operand, keyword));
      default -> Match.matching(text(operand, keyword));
    };
  }

  private static void requireOnly(JsonNode value, int size) {
    if (value.size() != size) {
      throw new IllegalArgumentException(value + " has several keywords at once; use one");
    }
  }

  private static double number(JsonNode value, String name, double otherwise) {
    JsonNode number = value.path(name);
    if (number.isMissingNode()) {
      return otherwise;
    }
    if (!number.isNumber()) {
      throw new IllegalArgumentException(name + " needs a number, not " + number);
    }
    return number.doubleValue();
  }

  private static String text(JsonNode value, String keyword) {
    if (!value.isString()) {
      throw new IllegalArgumentException(keyword + " needs a text, not " + value);
    }
    return value.stringValue();
  }
}
