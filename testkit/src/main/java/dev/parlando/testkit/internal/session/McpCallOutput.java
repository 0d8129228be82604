package dev.parlando.testkit.internal.session;

import dev.parlando.testkit.brain.Step;
import java.util.concurrent.CompletableFuture;

/** A call of a tool of a remote MCP server, which runs once its arguments were streamed. */
final class McpCallOutput extends StreamedItem {

  private final McpTools tools;
  private final Step.McpCall call;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private boolean written;

  McpCallOutput(ResponseRun response, Step.McpCall call, Ids ids, McpTools tools) {
    super(
        response,
        Json.object()
            .put("id", ids.next("mcp"))
            .put("type", "mcp_call")
            .put("server_label", call.server())
            .put("name", call.name())
            .put("arguments", "")
            .putNull("approval_request_id")
            .putNull("output")
            .putNull("error"));
    this.tools = tools;
    this.call = call;
  }

  @Override
  int parts() {
    return 1;
  }

  @Override
  void begin() {}

  @Override
  boolean hasMore() {
    return !written;
  }

  @Override
  double stream() {
    written = true;
    response().usage().wrote(call.arguments());
    response().send(event("response.mcp_call_arguments.delta").put("delta", call.arguments()));
    return 0;
  }

  @Override
  void finish() {
    String arguments = written ? call.arguments() : "";
    item().node().put("arguments", arguments);
    response().send(event("response.mcp_call_arguments.done").put("arguments", arguments));
  }

  @Override
  void close(boolean whole) {
    if (whole) {
      tools.call(
          item(),
          index(),
          () -> {
            super.close(true);
            ended.complete(null);
          });
    } else {
      super.close(false);
      ended.complete(null);
    }
  }

  @Override
  CompletableFuture<Void> ended() {
    return call.awaited() ? ended : super.ended();
  }
}
