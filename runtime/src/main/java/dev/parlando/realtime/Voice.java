package dev.parlando.realtime;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The voice that answers.
 *
 * @param json a name, or an object: {@code {"id": …}} at OpenAI, {@code {"name": …, "type": …}} at
 *     Azure Voice Live; not to be changed
 */
public record Voice(JsonNode json) {

  /** One of the server's voices, for example {@code marin}. */
  public static Voice named(String name) {
    return new Voice(JsonNodeFactory.instance.stringNode(name));
  }

  /** A voice of the account's own, at OpenAI. */
  public static Voice custom(String id) {
    return new Voice(JsonNodeFactory.instance.objectNode().put("id", id));
  }

  /**
   * A voice of a kind, at Azure Voice Live.
   *
   * @param type {@code openai}, {@code azure-standard}, …
   */
  public static Voice ofType(String type, String name) {
    return new Voice(JsonNodeFactory.instance.objectNode().put("name", name).put("type", type));
  }

  /** The name or id; null if the voice is an object with neither. */
  public @Nullable String name() {
    String name = json.isString() ? json.stringValue() : json.path("name").stringValue(null);
    return name == null ? json.path("id").stringValue(null) : name;
  }

  @Override
  public String toString() {
    return "Voice[" + name() + "]";
  }
}
