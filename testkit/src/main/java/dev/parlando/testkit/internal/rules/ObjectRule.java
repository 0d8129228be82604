package dev.parlando.testkit.internal.rules;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** An object of named fields; a field that is in no table is refused. */
final class ObjectRule implements Rule {

  private final Map<String, Rule> fields = new LinkedHashMap<>();
  private final Set<String> required = new LinkedHashSet<>();

  static ObjectRule fields() {
    return new ObjectRule();
  }

  ObjectRule required(String name, Rule rule) {
    required.add(name);
    return optional(name, rule);
  }

  ObjectRule optional(String name, Rule rule) {
    fields.put(name, rule);
    return this;
  }

  @Override
  public void check(JsonNode value, String path) {
    if (!value.isObject()) {
      Rule.openObject().check(value, path);
    }
    for (String name : required) {
      if (value.path(name).isMissingNode()) {
        throw RefusedException.missing(join(path, name));
      }
    }
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      Rule rule = fields.get(field.getKey());
      String at = join(path, field.getKey());
      if (rule == null) {
        throw RefusedException.unknown(at);
      }
      rule.check(field.getValue(), at);
    }
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
