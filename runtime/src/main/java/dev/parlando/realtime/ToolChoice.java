package dev.parlando.realtime;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whether and what the model calls. */
public sealed interface ToolChoice {

  /** A choice that names no tool. */
  enum Mode implements ToolChoice {
    /** The model decides. */
    AUTO,
    /** No call. */
    NONE,
    /** At least one call. On a session this holds for the answer to the call too. */
    REQUIRED
  }

  /** This function. */
  record Function(@Nullable String name, Extras extras) implements ToolChoice {

    /** The function to call. */
    public Function(String name) {
      this(name, Extras.NONE);
    }
  }

  /**
   * A tool of this MCP server. GA only.
   *
   * @param name the tool; null: any
   */
  record Mcp(@Nullable String serverLabel, @Nullable String name, Extras extras)
      implements ToolChoice {}

  /**
   * A choice that this version does not know, kept whole.
   *
   * @param type its name as it came; null where it had none
   * @param raw as it came; not to be changed
   */
  record Unknown(@Nullable String type, JsonNode raw) implements ToolChoice {}
}
