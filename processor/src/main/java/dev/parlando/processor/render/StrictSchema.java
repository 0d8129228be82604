package dev.parlando.processor.render;

import dev.parlando.processor.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The schema of a tool's arguments as OpenAI's strict mode takes it: every property is required,
 * what may be left out may be null instead, and only the keywords stand in it that the mode has.
 * The others go to the descriptions; the decoder checks it all the same.
 */
public final class StrictSchema {

  private static final Set<String> KEYWORDS =
      Set.of(
          "type",
          "description",
          "properties",
          "additionalProperties",
          "items",
          "anyOf",
          "enum",
          "const",
          "$ref",
          "$defs",
          "pattern",
          "format",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "minItems",
          "maxItems");

  private static final Set<String> FORMATS =
      Set.of("date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid");

  private static final Set<String> SIMPLE_TYPES = Set.of("string", "number", "integer", "boolean");

  private static final Map<String, Object> NULL = Map.of("type", "null");

  private final Optional<Map<String, Object>> schema;
  private final String obstacle;

  private StrictSchema(Optional<Map<String, Object>> schema, String obstacle) {
    this.schema = schema;
    this.obstacle = obstacle;
  }

  /** Projects a tool's schema. */
  static StrictSchema of(Map<String, Object> plain) {
    Optional<String> obstacle = StrictLimits.obstacle(plain);
    return obstacle.isPresent()
        ? new StrictSchema(Optional.empty(), obstacle.get())
        : new StrictSchema(Optional.of(project(plain)), "");
  }

  /** The schema, if strict mode can have the tool. */
  Optional<Map<String, Object>> schema() {
    return schema;
  }

  /** The first thing that keeps the tool from strict mode, with its path; empty if nothing does. */
  public String obstacle() {
    return obstacle;
  }

  private static Map<String, Object> project(Map<String, Object> plain) {
    if (plain.containsKey("$ref")) {
      return reference(plain);
    }
    Map<String, Object> strict = new LinkedHashMap<>();
    for (Map.Entry<String, Object> each : plain.entrySet()) {
      String keyword = each.getKey();
      Object value = each.getValue();
      if (keyword.equals("properties")) {
        Map<String, Object> properties = Nested.map(value);
        strict.put(keyword, properties(properties, Nested.list(plain, "required")));
        if (!properties.isEmpty()) {
          strict.put("required", List.copyOf(properties.keySet()));
        }
      } else if (keyword.equals("$defs")) {
        Map<String, Object> definitions = new LinkedHashMap<>();
        for (Map.Entry<String, Object> type : Nested.map(value).entrySet()) {
          definitions.put(type.getKey(), project(Nested.map(type.getValue())));
        }
        strict.put(keyword, definitions);
      } else if (keyword.equals("items")) {
        strict.put(keyword, project(Nested.map(value)));
      } else if (keyword.equals("anyOf")) {
        strict.put(
            keyword,
            Nested.list(plain, keyword).stream()
                .map(Nested::map)
                .map(StrictSchema::project)
                .toList());
      } else if (keyword.equals("allOf")) {
        // Several patterns, of which there may be one.
        strict.putAll(Nested.map(Nested.list(plain, keyword).get(0)));
      } else if (KEYWORDS.contains(keyword) && !isUnknownFormat(keyword, value)) {
        strict.put(keyword, value);
      }
    }
    return described(strict, plain);
  }

  private static boolean isUnknownFormat(String keyword, Object value) {
    return keyword.equals("format") && !FORMATS.contains(String.valueOf(value));
  }

  /** A reference has nothing beside it. */
  private static Map<String, Object> reference(Map<String, Object> plain) {
    if (plain.size() == 1) {
      return plain;
    }
    Map<String, Object> around = new LinkedHashMap<>(plain);
    Object target = around.remove("$ref");
    around.put("anyOf", List.of(Map.of("$ref", String.valueOf(target))));
    return around;
  }

  private static Map<String, Object> properties(Map<String, Object> plain, List<?> required) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Map.Entry<String, Object> each : plain.entrySet()) {
      Map<String, Object> strict = project(Nested.map(each.getValue()));
      properties.put(each.getKey(), required.contains(each.getKey()) ? strict : nullable(strict));
    }
    return properties;
  }

  private static Map<String, Object> nullable(Map<String, Object> schema) {
    Map<String, Object> nullable = new LinkedHashMap<>(schema);
    Object type = schema.get("type");
    if (schema.containsKey("anyOf")) {
      List<Object> choices = new ArrayList<>(Nested.list(schema, "anyOf"));
      choices.add(NULL);
      nullable.put("anyOf", choices);
    } else if (type instanceof String name
        && SIMPLE_TYPES.contains(name)
        && !schema.containsKey("enum")
        && !schema.containsKey("const")) {
      nullable.put("type", List.of(name, "null"));
    } else {
      // An enum that has null in it, or an object that may be null, is not known to all.
      Object description = nullable.remove("description");
      Map<String, Object> around = new LinkedHashMap<>();
      if (description != null) {
        around.put("description", description);
      }
      around.put("anyOf", List.of(nullable, NULL));
      return around;
    }
    return nullable;
  }

  /** The description, and in it what could not stay as a keyword. */
  private static Map<String, Object> described(
      Map<String, Object> strict, Map<String, Object> plain) {
    Sentences text = new Sentences(String.valueOf(plain.getOrDefault("description", "")));
    text.add(length(plain));
    text.add(plain.containsKey("uniqueItems") ? "No element twice." : "");
    text.add(plain.containsKey("contentEncoding") ? "In Base64." : "");
    text.add("uri".equals(plain.get("format")) ? "An absolute URI." : "");
    Object byDefault = plain.get("default");
    text.add(byDefault == null ? "" : "Null means " + JsonText.compact(byDefault) + ".");
    if (text.text().isEmpty()) {
      return strict;
    }
    Map<String, Object> described = new LinkedHashMap<>();
    if (strict.containsKey("type")) {
      described.put("type", strict.getOrDefault("type", ""));
    }
    described.put("description", text.text());
    strict.forEach(described::putIfAbsent);
    return described;
  }

  private static String length(Map<String, Object> plain) {
    Object min = plain.get("minLength");
    Object max = plain.get("maxLength");
    if (max == null) {
      return min == null || min.toString().equals("1") ? "" : "At least " + min + " characters.";
    } else if (min == null) {
      return "At most " + max + " characters.";
    }
    return (min.equals(max) ? "" : min + " to ") + max + " characters.";
  }
}
