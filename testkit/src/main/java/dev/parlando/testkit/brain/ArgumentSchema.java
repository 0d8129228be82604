package dev.parlando.testkit.brain;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;

/**
 * The schema of an argument, as far as the heuristic understands it: references are followed, of
 * alternatives one is chosen.
 */
final class ArgumentSchema {

  private final JsonNode root;
  private final JsonNode schema;

  private ArgumentSchema(JsonNode root, JsonNode schema) {
    this.root = root;
    this.schema = schema;
  }

  static ArgumentSchema of(JsonNode parameters) {
    return new ArgumentSchema(parameters, parameters);
  }

  Set<String> required() {
    Set<String> names = new HashSet<>();
    schema.path("required").forEach(name -> names.add(name.asString("")));
    return names;
  }

  List<String> propertyNames() {
    return List.copyOf(schema.path("properties").propertyNames());
  }

  /**
   * The schema of a property.
   *
   * @param said whether words were said, to choose between alternatives
   */
  ArgumentSchema property(String name, Predicate<String> said) {
    return resolved(schema.path("properties").path(name), said);
  }

  ArgumentSchema items(Predicate<String> said) {
    return resolved(schema.path("items"), said);
  }

  private ArgumentSchema resolved(JsonNode node, Predicate<String> said) {
    JsonNode target = follow(node);
    for (String keyword : List.of("anyOf", "oneOf")) {
      JsonNode chosen = null;
      for (JsonNode each : target.path(keyword)) {
        JsonNode alternative = follow(each);
        boolean possible = !"null".equals(alternative.path("type").asString(""));
        if (possible && (chosen == null || isSaid(alternative, said))) {
          chosen = alternative;
        }
      }
      if (chosen != null) {
        return new ArgumentSchema(root, chosen);
      }
    }
    return new ArgumentSchema(root, target);
  }

  private JsonNode follow(JsonNode node) {
    String reference = node.path("$ref").asString("");
    return reference.startsWith("#/") ? root.at(reference.substring(1)) : node;
  }

  /** Whether the user said the constant that only this alternative has. */
  private static boolean isSaid(JsonNode alternative, Predicate<String> said) {
    for (Map.Entry<String, JsonNode> property : alternative.path("properties").properties()) {
      JsonNode constant = property.getValue().path("const");
      if (constant.isString() && said.test(Words.spoken(constant.stringValue()))) {
        return true;
      }
    }
    return false;
  }

  String type() {
    JsonNode type = schema.path("type");
    for (JsonNode each : type) {
      if (!"null".equals(each.asString(""))) {
        return each.asString("");
      }
    }
    return type.asString(schema.has("properties") ? "object" : "string");
  }

  /** Whether only certain values or forms are possible, so that it must not get just any words. */
  boolean isNarrow() {
    return has("enum")
        || has("const")
        || has("pattern")
        || has("format")
        || !type().equals("string");
  }

  boolean has(String keyword) {
    return schema.has(keyword);
  }

  JsonNode get(String keyword) {
    return schema.path(keyword);
  }

  boolean allowsNumber(BigDecimal number) {
    return (!type().equals("integer") || number.stripTrailingZeros().scale() <= 0)
        && compare(number, "minimum", 0) >= 0
        && compare(number, "exclusiveMinimum", 1) > 0
        && compare(number, "maximum", 0) <= 0
        && compare(number, "exclusiveMaximum", -1) < 0;
  }

  private int compare(BigDecimal number, String bound, int ifAbsent) {
    JsonNode value = schema.path(bound);
    return value.isNumber() ? number.compareTo(value.decimalValue()) : ifAbsent;
  }

  boolean allowsText(String text) {
    return text.length() >= schema.path("minLength").asInt(0)
        && text.length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
        && matches(text);
  }

  private boolean matches(String text) {
    String pattern = schema.path("pattern").asString("");
    try {
      return pattern.isEmpty() || Pattern.compile(pattern).matcher(text).find();
    } catch (PatternSyntaxException e) {
      return true; // It is the client's to judge.
    }
  }
}
