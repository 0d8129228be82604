package dev.parlando.examples.web;

import dev.parlando.tool.ToolDefinition;
import dev.parlando.tool.ToolSet;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The tools as the model sees them, and what the model does not see of them. */
final class Catalogue {

  /** English text and JSON come to about this many bytes a token, with today's tokenizers. */
  private static final int BYTES_PER_TOKEN = 4;

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private Catalogue() {}

  /** A JSON object for each tool, in the order of the definitions. */
  static ArrayNode of(ToolSet tools) {
    ArrayNode catalogue = JsonNodeFactory.instance.arrayNode();
    for (ToolDefinition tool : tools.definitions()) {
      ObjectNode definition = definition(tool);
      int bytes = definition.toString().getBytes(StandardCharsets.UTF_8).length;
      catalogue
          .addObject()
          .put("name", tool.name())
          .put("effect", tool.policy().effect().name().toLowerCase(Locale.ROOT))
          .put("sequential", tool.policy().sequential())
          .put("timeoutMs", tool.policy().timeout().toMillis())
          .put("sensitive", tool.policy().sensitive())
          .put("bytes", bytes)
          .put("tokens", (bytes + BYTES_PER_TOKEN - 1) / BYTES_PER_TOKEN)
          .set("definition", definition);
    }
    return catalogue;
  }

  private static ObjectNode definition(ToolDefinition tool) {
    ObjectNode definition =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", "function")
            .put("name", tool.name())
            .put("description", tool.description());
    definition.set("parameters", MAPPER.readTree(tool.parameters()));
    return definition;
  }
}
