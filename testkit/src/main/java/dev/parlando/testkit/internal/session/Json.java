package dev.parlando.testkit.internal.session;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Short methods for the trees that events are made of. */
final class Json {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private Json() {}

  static ObjectNode object() {
    return NODES.objectNode();
  }

  /** The object that a constant of this package writes. */
  static ObjectNode object(String text) {
    return (ObjectNode) MAPPER.readTree(text);
  }

  static ArrayNode array() {
    return NODES.arrayNode();
  }

  /** An event of a type. */
  static ObjectNode event(String type) {
    return object().put("type", type);
  }

  /** A text field; empty if it is absent or no text. */
  static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }

  /** A text field; null if it is absent or no text. */
  static @Nullable String textOrNull(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() ? value.stringValue() : null;
  }

  /** What is given, in the order of the defaults, and the defaults for the rest. */
  static ObjectNode over(ObjectNode defaults, JsonNode given) {
    ObjectNode result = defaults.deepCopy();
    if (given instanceof ObjectNode object) {
      result.setAll(object);
    }
    return result;
  }
}
