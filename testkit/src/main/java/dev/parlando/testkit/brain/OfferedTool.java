package dev.parlando.testkit.brain;

import tools.jackson.databind.JsonNode;

/**
 * A function tool that the client defined.
 *
 * @param name its name
 * @param description what it is for; may be empty
 * @param parameters the JSON Schema of its arguments; an empty object if it has none
 */
public record OfferedTool(String name, String description, JsonNode parameters) {}
