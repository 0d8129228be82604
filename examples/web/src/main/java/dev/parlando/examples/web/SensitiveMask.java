package dev.parlando.examples.web;

import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolDefinition;
import dev.parlando.tool.ToolSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hides in wire events what tools call sensitive: such arguments, and such outputs. What a person
 * says is not touched, nor its audio. Not safe for use by many threads.
 */
final class SensitiveMask {

  static final String HIDDEN = "***";

  private static final int MAX_CALLS = 1_000;
  private static final String PROBE = "{\"\\u0000\":0}";

  private final ToolSet tools;
  private final Set<String> secretArguments = new HashSet<>();
  private final Set<String> secretOutputs = new HashSet<>();
  private final Map<String, String> names = new HashMap<>();

  SensitiveMask(ToolSet tools) {
    this.tools = tools;
    for (ToolDefinition tool : tools.definitions()) {
      // Only the mask of a tool that has something to hide hides a property that nobody declared.
      if (!tools.masked(new ToolCall("", tool.name(), PROBE)).equals(PROBE)) {
        secretArguments.add(tool.name());
      }
      if (tool.policy().sensitive()) {
        secretOutputs.add(tool.name());
      }
    }
  }

  /** Hides it, in place. */
  void hide(JsonNode node) {
    if (node instanceof ObjectNode object) {
      hideHere(object);
    }
    node.forEach(this::hide);
  }

  private void hideHere(ObjectNode object) {
    String callId = object.path("call_id").asString("");
    String name = object.path("name").asString(names.getOrDefault(callId, ""));
    if (!callId.isEmpty() && !name.isEmpty()) {
      if (names.size() > MAX_CALLS) {
        names.clear();
      }
      names.put(callId, name);
    }
    if (secretArguments.contains(name)) {
      if (object.path("arguments").isString()) {
        String arguments = object.path("arguments").stringValue();
        object.put("arguments", tools.masked(new ToolCall(callId, name, arguments)));
      }
      if (object.path("delta").isString()) {
        object.put("delta", HIDDEN);
      }
    }
    if (secretOutputs.contains(name) && object.path("output").isString()) {
      object.put("output", HIDDEN);
    }
  }
}
