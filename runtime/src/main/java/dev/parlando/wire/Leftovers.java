package dev.parlando.wire;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The fields of an object that its Java form can't hold. Mostly there are none. */
public class Leftovers {

  private @Nullable ObjectNode fields;

  public void set(String name, JsonNode value) {
    if (fields == null) {
      fields = JsonNodeFactory.instance.objectNode();
    }
    fields.set(name, value);
  }

  /** The fields; null if there are none. */
  public @Nullable ObjectNode fields() {
    return fields;
  }
}
