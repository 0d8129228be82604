package dev.parlando.realtime;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An item about the tools of a remote MCP server, which the Realtime server calls. GA only. */
public sealed interface McpItem extends Item {

  /**
   * The tools that an MCP server offers.
   *
   * @param tools the list as it came; not to be changed
   */
  record ListTools(
      @Nullable String id, @Nullable String serverLabel, @Nullable JsonNode tools, Extras extras)
      implements McpItem {

    @Override
    public ListTools withId(String id) {
      return new ListTools(id, serverLabel, tools, extras);
    }

    @Override
    public String toString() {
      return ItemMappings.ITEMS.print(this);
    }
  }

  /**
   * A call of a tool.
   *
   * @param arguments JSON text
   * @param output what the tool answered
   * @param error why it failed, as it came; not to be changed
   */
  record Call(
      @Nullable String id,
      @Nullable String serverLabel,
      @Nullable String name,
      @Nullable String arguments,
      @Nullable String approvalRequestId,
      @Nullable String output,
      @Nullable JsonNode error,
      Extras extras)
      implements McpItem {

    @Override
    public Call withId(String id) {
      return new Call(id, serverLabel, name, arguments, approvalRequestId, output, error, extras);
    }

    @Override
    public String toString() {
      return ItemMappings.ITEMS.print(this);
    }
  }

  /**
   * The server asks whether it may call a tool.
   *
   * @param arguments JSON text
   */
  record ApprovalRequest(
      @Nullable String id,
      @Nullable String serverLabel,
      @Nullable String name,
      @Nullable String arguments,
      Extras extras)
      implements McpItem {

    @Override
    public ApprovalRequest withId(String id) {
      return new ApprovalRequest(id, serverLabel, name, arguments, extras);
    }

    @Override
    public String toString() {
      return ItemMappings.ITEMS.print(this);
    }
  }

  /**
   * The client's answer to an {@link ApprovalRequest}.
   *
   * @param reason why not; for the model
   */
  record ApprovalResponse(
      @Nullable String id,
      @Nullable String approvalRequestId,
      @Nullable Boolean approve,
      @Nullable String reason,
      Extras extras)
      implements McpItem {

    @Override
    public ApprovalResponse withId(String id) {
      return new ApprovalResponse(id, approvalRequestId, approve, reason, extras);
    }

    @Override
    public String toString() {
      return ItemMappings.ITEMS.print(this);
    }
  }
}
