package dev.parlando.realtime;

import dev.parlando.wire.JsonTrees;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/**
 * A function that the client runs.
 *
 * @param name what the model calls
 * @param description what it does, for the model
 * @param parameters the JSON Schema of its arguments, an object; not to be changed
 */
public record FunctionTool(
    @Nullable String name,
    @Nullable String description,
    @Nullable JsonNode parameters,
    Extras extras)
    implements SessionTool {

  private static final JsonFactory JSON = new JsonFactory();

  /** A function to offer. */
  public FunctionTool(String name, String description, JsonNode parameters) {
    this(name, description, parameters, Extras.NONE);
  }

  /**
   * A function to offer.
   *
   * @param parameters the JSON Schema as text
   * @throws IllegalArgumentException if the text is no JSON object
   */
  public static FunctionTool of(String name, String description, String parameters) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), parameters)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        JsonNode schema = JsonTrees.read(parser);
        if (parser.nextToken() == null) {
          return new FunctionTool(name, description, schema);
        }
      }
      throw new IllegalArgumentException("The parameters of tool " + name + " are no JSON object");
    } catch (JacksonException e) {
      throw new IllegalArgumentException("The parameters of tool " + name + " are no JSON", e);
    }
  }
}
