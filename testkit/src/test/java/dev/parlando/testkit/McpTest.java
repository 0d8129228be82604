package dev.parlando.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.testkit.brain.McpServer;
import dev.parlando.testkit.brain.OfferedTool;
import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.brain.Script;
import dev.parlando.testkit.brain.Step;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Tools of remote MCP servers, which the server calls itself. */
class McpTest {

  private static final McpServer WEATHER =
      McpServer.labelled("weather")
          .tool(
              new OfferedTool("forecast", "Tells", JsonNodeFactory.instance.objectNode()),
              arguments -> "Rain, after " + arguments)
          .tool(
              "fail",
              arguments -> {
                throw new IllegalStateException("No sky.");
              });

  @RegisterExtension final RealtimeServers servers = new RealtimeServers();

  private final Script script = new Script();

  private TestClient connect(McpServer mcp, String approval) {
    TestClient client =
        servers.connect(servers.start(LocalRealtime.builder().brain(script).mcpServer(mcp)));
    client.send(
        "{'type':'session.update','session':{'type':'realtime','tools':[{'type':'mcp',"
            + "'server_label':'weather','server_url':'https://weather.example/mcp'"
            + approval
            + "}]}}");
    client.await("session.updated");
    return client;
  }

  private TestClient connect() {
    TestClient client = connect(WEATHER, ",'require_approval':'never'");
    client.await("mcp_list_tools.completed");
    return client;
  }

  @Test
  void theToolsOfAServerAreListedOnceWhenItIsConfigured() {
    TestClient client = connect(WEATHER, "");
    List<JsonNode> events = client.awaitThrough("mcp_list_tools.completed");
    assertThat(TestClient.types(events))
        .containsExactly(
            "conversation.item.added",
            "mcp_list_tools.in_progress",
            "conversation.item.done",
            "mcp_list_tools.completed");
    JsonNode item = events.get(2).path("item");
    assertThat(item.path("server_label").asString()).isEqualTo("weather");
    assertThat(item.path("tools"))
        .extracting(tool -> tool.path("name").asString())
        .containsExactly("forecast", "fail");
    assertThat(events.get(3).path("item_id")).isEqualTo(item.path("id"));

    client.send("{'type':'session.update','session':{'type':'realtime','instructions':'Hm.'}}");
    client.send("{'type':'input_audio_buffer.clear'}");
    assertThat(TestClient.types(client.awaitThrough("input_audio_buffer.cleared")))
        .containsExactly("session.updated", "input_audio_buffer.cleared");
  }

  @Test
  void aServerThatCannotBeReachedFailsToListItsTools() {
    TestClient client = connect(McpServer.labelled("another"), "");
    client.await("mcp_list_tools.failed");
  }

  @Test
  void aCallIsRunByTheServerAndTheModelGoesOnOnlyWhenItIsAsked() {
    script
        .answers(Reply.NOTHING.callMcp("weather", "forecast", "{\"city\":\"Wien\"}"))
        .answers(
            "an output",
            turn -> turn.items().toString().contains("Rain, after"),
            Reply.saying("It will rain."));
    TestClient client = connect();
    client.send("{'type':'response.create'}");
    List<JsonNode> events = client.awaitThrough("response.done");
    assertThat(TestClient.types(events))
        .containsExactly(
            "response.created",
            "response.output_item.added",
            "conversation.item.added",
            "response.mcp_call_arguments.delta",
            "response.mcp_call_arguments.done",
            "response.mcp_call.in_progress",
            "response.mcp_call.completed",
            "conversation.item.done",
            "response.output_item.done",
            "response.done");
    JsonNode call = events.get(9).at("/response/output/0");
    assertThat(call.path("output").asString()).isEqualTo("Rain, after {\"city\":\"Wien\"}");
    client.send("{'type':'session.update','session':{'type':'realtime'}}");
    assertThat(TestClient.types(client.awaitThrough("session.updated")))
        .doesNotContain("response.created");
    client.send("{'type':'response.create'}");
    client.await("response.done");
    script.verify();
  }

  @Test
  void aCallMayEndAfterItsResponse() {
    CompletableFuture<String> sky = new CompletableFuture<>();
    script.answers(Reply.NOTHING.then(new Step.McpCall("weather", "look", "{}", false)));
    TestClient client =
        connect(
            McpServer.labelled("weather").tool("look", arguments -> sky.join()),
            ",'require_approval':{'never':{'tool_names':['look']}}");
    client.send("{'type':'response.create'}");
    JsonNode response = client.await("response.done").path("response");
    assertThat(response.at("/output/0/output").isNull()).isTrue();
    sky.complete("Blue.");
    client.await("response.mcp_call.completed");
    assertThat(client.await("response.output_item.done").at("/item/output").asString())
        .isEqualTo("Blue.");
  }

  @Test
  void aCallMayFail() {
    script.answers(Reply.NOTHING.callMcp("weather", "fail", "{}"));
    TestClient client = connect();
    client.send("{'type':'response.create'}");
    client.await("response.mcp_call.failed");
    JsonNode error = client.await("response.done").at("/response/output/0/error");
    assertThat(error.path("type").asString()).isEqualTo("tool_execution_error");
    assertThat(error.path("message").asString()).isEqualTo("No sky.");
  }

  @Test
  void withoutAnotherWordTheClientIsAskedToApproveAndWhatItDeniesIsNotCalled() {
    script
        .answers(Reply.NOTHING.callMcp("weather", "forecast", "{}"))
        .answers(Reply.NOTHING.callMcp("weather", "forecast", "{}"));
    TestClient client = connect(WEATHER, "");
    client.send("{'type':'response.create'}");
    decide(client, requestId(client), false);
    client.await("response.done");
    client.send("{'type':'response.create'}");
    String second = requestId(client);
    assertThat(client.await("response.done").at("/response/status").asString())
        .isEqualTo("completed");
    decide(client, second, true);
    List<JsonNode> events = client.awaitThrough("response.mcp_call.completed");
    assertThat(TestClient.types(events).stream().filter("response.mcp_call.in_progress"::equals))
        .hasSize(1);
    JsonNode call = client.await("conversation.item.done").path("item");
    assertThat(call.path("type").asString()).isEqualTo("mcp_call");
    assertThat(call.path("approval_request_id").asString()).isEqualTo(second);
    assertThat(call.path("output").asString()).isEqualTo("Rain, after {}");
    decide(client, second, true);
    assertThat(client.await("error").at("/error/param").asString())
        .isEqualTo("item.approval_request_id");
  }

  private static String requestId(TestClient client) {
    return client
        .await(
            event ->
                event.path("type").asString("").equals("response.output_item.done")
                    && event.at("/item/type").asString("").equals("mcp_approval_request"),
            "request to approve")
        .at("/item/id")
        .asString();
  }

  private static void decide(TestClient client, String requestId, boolean approve) {
    client.send(
        "{'type':'conversation.item.create','item':{'type':'mcp_approval_response',"
            + "'approval_request_id':'"
            + requestId
            + "','approve':"
            + approve
            + "}}");
  }
}
