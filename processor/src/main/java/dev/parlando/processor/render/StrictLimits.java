package dev.parlando.processor.render;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What OpenAI's strict mode can't have: names that are not known before, values of any kind, and
 * schemas beyond its limits.
 */
final class StrictLimits {

  private static final int MAX_PROPERTIES = 5000;
  private static final int MAX_DEPTH = 10;
  private static final int MAX_CONSTANTS = 1000;
  private static final int MAX_NAMES_LENGTH = 120_000;

  private int properties;
  private int constants;
  private int namesLength;
  private String obstacle = "";

  private StrictLimits() {}

  /** The first thing in a schema that the mode can't have. */
  static Optional<String> obstacle(Map<String, Object> schema) {
    StrictLimits limits = new StrictLimits();
    limits.visit(schema, "", 0);
    if (schema.get("$defs") instanceof Map<?, ?> definitions) {
      definitions.forEach((name, each) -> limits.visit(Nested.map(each), name.toString(), 1));
    }
    if (limits.obstacle.isEmpty()) {
      limits.obstacle = limits.beyond();
    }
    return limits.obstacle.isEmpty() ? Optional.empty() : Optional.of(limits.obstacle);
  }

  private String beyond() {
    if (properties > MAX_PROPERTIES) {
      return "there are " + properties + " properties; at most " + MAX_PROPERTIES + " are allowed";
    } else if (constants > MAX_CONSTANTS) {
      return "its enums have "
          + constants
          + " constants; at most "
          + MAX_CONSTANTS
          + " are allowed";
    } else if (namesLength > MAX_NAMES_LENGTH) {
      return "its names and constants have more than " + MAX_NAMES_LENGTH + " characters";
    }
    return "";
  }

  private void found(String what) {
    if (obstacle.isEmpty()) {
      obstacle = what;
    }
  }

  private void visit(Map<String, Object> schema, String path, int depth) {
    boolean isTyped =
        schema.containsKey("type") || schema.containsKey("$ref") || schema.containsKey("anyOf");
    if (!isTyped) {
      found(path + " may be any JSON");
    } else if (schema.get("additionalProperties") instanceof Map) {
      found(path + " may have any names");
    } else if (depth > MAX_DEPTH) {
      found(path + " is more than " + MAX_DEPTH + " levels deep");
    }
    if (schema.get("properties") instanceof Map<?, ?> members) {
      properties += members.size();
      for (Map.Entry<?, ?> each : members.entrySet()) {
        String name = String.valueOf(each.getKey());
        namesLength += name.length();
        visit(Nested.map(each.getValue()), path.isEmpty() ? name : path + "." + name, depth + 1);
      }
    }
    if (schema.get("items") instanceof Map<?, ?> items) {
      visit(Nested.map(items), path + "[]", depth + 1);
    }
    for (Object choice : Nested.list(schema, "anyOf")) {
      visit(Nested.map(choice), path, depth);
    }
    List<?> values = Nested.list(schema, "enum");
    constants += values.size();
    for (Object each : values) {
      namesLength += String.valueOf(each).length();
    }
  }
}
