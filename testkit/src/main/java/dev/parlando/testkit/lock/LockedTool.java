package dev.parlando.testkit.lock;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tool as it is in the lock.
 *
 * @param name what the model calls it
 * @param source the binary name of the class that declares it
 * @param description what the model is told about it
 * @param parameters the JSON Schema of its arguments
 */
record LockedTool(String name, String source, String description, JsonNode parameters) {

  /** A tool of a generated file, or an entry of a lock with its source. */
  static LockedTool of(String source, JsonNode json) {
    return new LockedTool(
        json.path("name").asString(""),
        source,
        json.path("description").asString(""),
        json.path("parameters"));
  }

  /** Its entry in the lock. */
  ObjectNode entry() {
    ObjectNode entry =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", name)
            .put("source", source)
            .put("description", description);
    entry.set("parameters", parameters);
    return entry;
  }

  /** Its definition, as a session sends it. */
  ObjectNode definition() {
    ObjectNode definition =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", "function")
            .put("name", name)
            .put("description", description);
    definition.set("parameters", parameters);
    return definition;
  }
}
