package dev.parlando.realtime;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What happens when the conversation outgrows the model.
 *
 * @param json {@code "auto"}, {@code "disabled"} or an object; not to be changed
 */
public record Truncation(JsonNode json) {

  /** The oldest items are dropped. */
  public static Truncation auto() {
    return new Truncation(JsonNodeFactory.instance.stringNode("auto"));
  }

  /** The response fails. */
  public static Truncation disabled() {
    return new Truncation(JsonNodeFactory.instance.stringNode("disabled"));
  }

  /**
   * The oldest items are dropped until a part is left, so that the cache serves for longer.
   *
   * @param ratio the part, 0 to 1
   */
  public static Truncation retentionRatio(double ratio) {
    return new Truncation(
        JsonNodeFactory.instance
            .objectNode()
            .put("type", "retention_ratio")
            .put("retention_ratio", ratio));
  }
}
