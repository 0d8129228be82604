package dev.parlando.realtime;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An item that this version does not know, kept whole.
 *
 * @param type its name as it came; null where it had none
 * @param raw the whole item, of whatever JSON type; not to be changed
 */
public record UnknownItem(@Nullable String type, JsonNode raw) implements Item {

  @Override
  public @Nullable String id() {
    return raw.path("id").stringValue(null);
  }

  @Override
  public Extras extras() {
    return Extras.NONE;
  }

  @Override
  public UnknownItem withId(String id) {
    return raw instanceof ObjectNode object
        ? new UnknownItem(type, object.deepCopy().put("id", id))
        : this;
  }

  @Override
  public String toString() {
    return "UnknownItem[type=" + type + ", " + raw.size() + " fields]";
  }
}
