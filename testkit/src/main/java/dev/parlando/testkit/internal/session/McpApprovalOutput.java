package dev.parlando.testkit.internal.session;

import dev.parlando.testkit.brain.Step;
import java.util.List;

/** Asks the client to approve of a call of a tool of a remote MCP server. */
final class McpApprovalOutput extends StreamedItem {

  private final McpTools tools;

  McpApprovalOutput(ResponseRun response, Step.McpCall call, Ids ids, McpTools tools) {
    super(
        response,
        Json.object()
            .put("id", ids.next("mcpr"))
            .put("type", "mcp_approval_request")
            .put("server_label", call.server())
            .put("name", call.name())
            .put("arguments", call.arguments()));
    this.tools = tools;
  }

  @Override
  int parts() {
    return 0;
  }

  @Override
  void begin() {
    tools.ask(item().id(), item().copy().without(List.of("id", "type", "status")));
  }

  @Override
  boolean hasMore() {
    return false;
  }

  @Override
  double stream() {
    return 0;
  }

  @Override
  void finish() {}
}
