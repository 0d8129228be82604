package dev.parlando.testkit.lock;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compares the listed properties of two object schemas. */
final class PropertyComparison {

  private final SchemaComparison schemas;

  PropertyComparison(SchemaComparison schemas) {
    this.schemas = schemas;
  }

  void compare(JsonNode before, JsonNode after, Changes changes) {
    JsonNode old = before.path("properties");
    JsonNode now = after.path("properties");
    Set<String> oldRequired = strings(before.path("required"));
    Set<String> newRequired = strings(after.path("required"));
    Changes here = changes.at("properties");
    for (Map.Entry<String, JsonNode> property : old.properties()) {
      if (!now.has(property.getKey())) {
        here.at(property.getKey()).breaking(gone(property.getValue(), old, now));
      }
    }
    for (Map.Entry<String, JsonNode> property : now.properties()) {
      String name = property.getKey();
      boolean required = newRequired.contains(name);
      if (!old.has(name)) {
        if (required) {
          here.at(name).breaking("a new property, and required");
        } else {
          here.at(name).widening("a new optional property");
        }
        continue;
      }
      if (required && !oldRequired.contains(name)) {
        here.at(name).breaking("required, was optional");
      } else if (!required && oldRequired.contains(name)) {
        here.at(name).widening("optional, was required");
      }
      schemas.schema(old.path(name), property.getValue(), here.at(name));
    }
    if (!sameOrder(old, now)) {
      here.wording("in another order");
    }
  }

  private static String gone(JsonNode was, JsonNode old, JsonNode now) {
    for (Map.Entry<String, JsonNode> candidate : now.properties()) {
      if (!old.has(candidate.getKey()) && candidate.getValue().equals(was)) {
        return "renamed to " + candidate.getKey();
      }
    }
    return "removed";
  }

  private static Set<String> strings(JsonNode array) {
    Set<String> strings = new HashSet<>();
    array.forEach(element -> strings.add(element.asString()));
    return strings;
  }

  private static boolean sameOrder(JsonNode old, JsonNode now) {
    return namesIn(old, now).equals(namesIn(now, old));
  }

  private static List<String> namesIn(JsonNode object, JsonNode other) {
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : object.properties()) {
      if (other.has(property.getKey())) {
        names.add(property.getKey());
      }
    }
    return names;
  }
}
