package dev.parlando.testkit.internal.session;

import dev.parlando.testkit.internal.rules.RefusedException;
import tools.jackson.databind.JsonNode;

/** Whether a forced tool is one of the tools. */
final class ToolChoices {

  private ToolChoices() {}

  /**
   * @param config a session or response with {@code tools} and {@code tool_choice}
   * @param path where it stands in the event
   * @throws RefusedException if it forces a function that it doesn't define
   */
  static void check(JsonNode config, String path) {
    JsonNode choice = config.path("tool_choice");
    if (!"function".equals(Json.text(choice, "type"))) {
      return;
    }
    String name = Json.text(choice, "name");
    for (JsonNode tool : config.path("tools")) {
      if (name.equals(Json.text(tool, "name"))) {
        return;
      }
    }
    throw RefusedException.value(
        path + ".tool_choice.name", "there is no function '" + name + "' among the tools.");
  }
}
