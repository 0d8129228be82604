package dev.parlando.realtime;

import org.jspecify.annotations.Nullable;

/** A tool of a remote MCP server, which the Realtime server calls itself. GA only. */
public sealed interface McpEvent extends ServerEvent {

  /** The item of the call or of the tool list. */
  @Nullable String itemId();

  /** The tools of an MCP server are being asked for. */
  record ListToolsInProgress(@Nullable String eventId, @Nullable String itemId, Extras extras)
      implements McpEvent {}

  /** The tools of an MCP server are known. */
  record ListToolsCompleted(@Nullable String eventId, @Nullable String itemId, Extras extras)
      implements McpEvent {}

  /** The tools of an MCP server can't be had. */
  record ListToolsFailed(@Nullable String eventId, @Nullable String itemId, Extras extras)
      implements McpEvent {}

  /** A piece of the arguments of a call. */
  record CallArgumentsDelta(
      @Nullable String eventId,
      @Nullable String responseId,
      @Nullable String itemId,
      @Nullable Integer outputIndex,
      @Nullable String delta,
      Extras extras)
      implements McpEvent {

    @Override
    public String toString() {
      return ServerEventMappings.EVENTS.print(this);
    }
  }

  /** The whole arguments of a call, as JSON text. */
  record CallArgumentsDone(
      @Nullable String eventId,
      @Nullable String responseId,
      @Nullable String itemId,
      @Nullable Integer outputIndex,
      @Nullable String arguments,
      Extras extras)
      implements McpEvent {

    @Override
    public String toString() {
      return ServerEventMappings.EVENTS.print(this);
    }
  }

  /** A call runs. */
  record CallInProgress(
      @Nullable String eventId,
      @Nullable String itemId,
      @Nullable Integer outputIndex,
      Extras extras)
      implements McpEvent {}

  /** A call came to a result. */
  record CallCompleted(
      @Nullable String eventId,
      @Nullable String itemId,
      @Nullable Integer outputIndex,
      Extras extras)
      implements McpEvent {}

  /** A call failed. */
  record CallFailed(
      @Nullable String eventId,
      @Nullable String itemId,
      @Nullable Integer outputIndex,
      Extras extras)
      implements McpEvent {}
}
