package dev.parlando.examples.web;

import dev.parlando.tool.Repair;
import dev.parlando.tool.ToolDefinition;
import dev.parlando.tool.Violation;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The frame with the outcome of a call by hand.
 *
 * @param id the page's mark
 * @param arguments as they may be shown
 */
record HandCallOutcome(String id, ToolDefinition tool, String arguments) {

  String output(String output, List<Repair> repairs, double elapsedMs) {
    ObjectNode frame = frame("completed", elapsedMs);
    frame.put("output", tool.policy().sensitive() ? SensitiveMask.HIDDEN : output);
    frame.set("repairs", repairs(repairs));
    return frame.toString();
  }

  String violations(List<Violation> violations, double elapsedMs) {
    ObjectNode frame = frame("invalid_arguments", elapsedMs);
    frame.set("violations", violations(violations));
    return frame.toString();
  }

  String problem(String ending, String message, double elapsedMs) {
    return frame(ending, elapsedMs).put("message", message).toString();
  }

  private ObjectNode frame(String ending, double elapsedMs) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", "called")
        .put("id", id)
        .put("tool", tool.name())
        .put("arguments", arguments)
        .put("ending", ending)
        .put("elapsedMs", elapsedMs);
  }

  static ArrayNode violations(List<Violation> violations) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    violations.forEach(
        each -> array.addObject().put("path", each.path()).put("message", each.message()));
    return array;
  }

  static ArrayNode repairs(List<Repair> repairs) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    repairs.forEach(
        each -> array.addObject().put("path", each.path()).put("kind", each.kind().name()));
    return array;
  }
}
