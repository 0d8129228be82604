package dev.parlando.testkit.internal.session;

import dev.parlando.testkit.brain.McpServer;
import dev.parlando.testkit.internal.rules.RefusedException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The tools of remote MCP servers: listed when a session is configured with them, and called. */
final class McpTools {

  private final List<McpServer> servers;
  private final EffectiveConfig config;
  private final ConversationItems conversation;
  private final Ids ids;
  private final ServerLink link;
  private final Set<String> listed = new HashSet<>();

  /** Calls that the client has not approved of yet, by the id of the request. */
  private final Map<String, ObjectNode> pending = new HashMap<>();

  McpTools(
      List<McpServer> servers,
      EffectiveConfig config,
      ConversationItems conversation,
      Ids ids,
      ServerLink link) {
    this.servers = servers;
    this.config = config;
    this.conversation = conversation;
    this.ids = ids;
    this.link = link;
  }

  /** Asks the MCP servers that are new in the configuration for their tools. */
  void configured() {
    for (JsonNode tool : config.tools()) {
      String label = Json.text(tool, "server_label");
      if (isMcp(tool) && listed.add(label)) {
        list(label);
      }
    }
  }

  private static boolean isMcp(JsonNode tool) {
    return "mcp".equals(Json.text(tool, "type"));
  }

  private void list(String label) {
    ObjectNode node =
        Json.object()
            .put("id", ids.next("mcpl"))
            .put("type", "mcp_list_tools")
            .put("server_label", label);
    ArrayNode tools = node.putArray("tools");
    ConversationItem item = ConversationItem.made(node);
    conversation.append(item);
    link.send(ItemEvents.added(item));
    link.send(Json.event("mcp_list_tools.in_progress").put("item_id", item.id()));
    link.execute(() -> listed(item, tools, server(label)));
  }

  private void listed(ConversationItem item, ArrayNode tools, Optional<McpServer> server) {
    server.map(McpServer::tools).orElse(List.of()).stream()
        .map(
            tool -> {
              ObjectNode entry =
                  Json.object().put("name", tool.name()).put("description", tool.description());
              entry.set("input_schema", tool.parameters());
              return entry;
            })
        .forEach(tools::add);
    link.send(ItemEvents.done(item));
    String end = server.isPresent() ? "completed" : "failed";
    link.send(Json.event("mcp_list_tools." + end).put("item_id", item.id()));
  }

  private Optional<McpServer> server(String label) {
    return servers.stream().filter(server -> server.label().equals(label)).findFirst();
  }

  /**
   * Whether the client wants to be asked before a tool is called; it does where it says nothing.
   */
  boolean needsApproval(String label, String tool) {
    JsonNode approval =
        config.tools().stream()
            .filter(each -> isMcp(each) && label.equals(Json.text(each, "server_label")))
            .findFirst()
            .map(each -> each.path("require_approval"))
            .orElseGet(() -> Json.object().path("require_approval"));
    if (!approval.isObject()) {
      return !"never".equals(approval.asString(""));
    }
    for (JsonNode name : approval.at("/never/tool_names")) {
      if (name.asString("").equals(tool)) {
        return false;
      }
    }
    return true;
  }

  /** Keeps a call until the client has approved of it. */
  void ask(String requestId, ObjectNode request) {
    pending.put(requestId, request);
  }

  /**
   * The client decided; what it approves of is called.
   *
   * @throws RefusedException if nobody asked it
   */
  void decided(ObjectNode response) {
    String requestId = Json.text(response, "approval_request_id");
    ObjectNode request = pending.remove(requestId);
    if (request == null) {
      throw RefusedException.value(
          "item.approval_request_id", "there is no open request '" + requestId + "'.");
    }
    if (response.path("approve").asBoolean(false)) {
      // After the answer has become an item.
      link.execute(() -> callApproved(requestId, request));
    }
  }

  private void callApproved(String requestId, ObjectNode request) {
    ObjectNode node =
        request
            .deepCopy()
            .put("id", ids.next("mcp"))
            .put("type", "mcp_call")
            .put("approval_request_id", requestId);
    ConversationItem item = ConversationItem.made(node);
    conversation.append(item);
    link.send(ItemEvents.added(item));
    call(item, 0, () -> link.send(ItemEvents.done(item)));
  }

  /**
   * Calls the tool of an item.
   *
   * @param onEnd called when the item has its output or error
   */
  void call(ConversationItem item, int outputIndex, Runnable onEnd) {
    link.send(event("in_progress", item, outputIndex));
    var unused =
        CompletableFuture.supplyAsync(() -> output(item.copy()), link.thinking())
            .whenComplete(
                (output, problem) ->
                    link.execute(() -> ended(item, outputIndex, output, problem, onEnd)));
  }

  private String output(ObjectNode call) {
    String label = Json.text(call, "server_label");
    McpServer server =
        server(label)
            .orElseThrow(() -> new IllegalArgumentException("There is no MCP server " + label));
    try {
      return server.call(Json.text(call, "name"), Json.text(call, "arguments"));
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }

  private void ended(
      ConversationItem item,
      int outputIndex,
      @Nullable String output,
      @Nullable Throwable problem,
      Runnable onEnd) {
    if (problem == null) {
      item.node().put("output", output);
    } else {
      Throwable cause = problem instanceof CompletionException ? problem.getCause() : problem;
      item.node()
          .putObject("error")
          .put("type", "tool_execution_error")
          .put("message", String.valueOf(cause == null ? problem : cause.getMessage()));
    }
    link.send(event(problem == null ? "completed" : "failed", item, outputIndex));
    onEnd.run();
  }

  private static ObjectNode event(String ending, ConversationItem item, int outputIndex) {
    return Json.event("response.mcp_call." + ending)
        .put("output_index", outputIndex)
        .put("item_id", item.id());
  }
}
