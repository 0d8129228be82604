package dev.parlando.realtime;

import tools.jackson.databind.JsonNode;

/**
 * A tool that is no function: an MCP server, or one that this version does not know.
 *
 * @param raw as it is on the wire; not to be changed. It may hold an authorization
 */
public record OtherTool(JsonNode raw) implements SessionTool {

  @Override
  public String toString() {
    return "OtherTool[" + raw.path("type").stringValue("") + "]";
  }
}
