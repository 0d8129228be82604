package dev.parlando.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.testkit.brain.Brain;
import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.brain.Step;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Calls that the server makes. */
class CallsTest {

  @RegisterExtension final RealtimeServers servers = new RealtimeServers();

  @Test
  void severalCallsComeInOneResponse() {
    TestClient client = connect(turn -> Reply.calling("f", "{\"x\":1}").call("g", "{}"));
    client.send("{'type':'response.create'}");
    JsonNode output = client.await("response.done").at("/response/output");
    assertThat(output).hasSize(2);
    assertThat(output.path(0).path("name").asString()).isEqualTo("f");
    assertThat(output.path(1).path("name").asString()).isEqualTo("g");
    assertThat(output.path(0).path("call_id")).isNotEqualTo(output.path(1).path("call_id"));
  }

  @Test
  void wordsAndCallsCanBeInterleaved() {
    TestClient client =
        connect(
            turn ->
                Reply.NOTHING.together(
                    new Step.Say("one two three four"),
                    new Step.Call("f", "{\"a\":1,\"b\":2}", "call_mine")));
    client.send("{'type':'response.create'}");
    List<String> types = TestClient.types(client.awaitThrough("response.done"));
    assertThat(types.indexOf("response.function_call_arguments.delta"))
        .isLessThan(types.indexOf("response.output_audio.done"));
    assertThat(types.lastIndexOf("response.output_audio.delta"))
        .isGreaterThan(types.indexOf("response.function_call_arguments.delta"));
  }

  @Test
  void argumentsGoOutAsTheyAreWritten() {
    TestClient client = connect(turn -> Reply.calling("f", "{\"a\":\n  \"ü\\u00e9\", oops"));
    client.send("{'type':'response.create'}");
    List<JsonNode> events = client.awaitThrough("response.done");
    String joined =
        String.join(
            "",
            events.stream()
                .filter(
                    event ->
                        event
                            .path("type")
                            .asString()
                            .equals("response.function_call_arguments.delta"))
                .map(event -> event.path("delta").asString())
                .toList());
    assertThat(joined).isEqualTo("{\"a\":\n  \"ü\\u00e9\", oops");
  }

  @Test
  void theToolChoiceLimitsWhatTheBrainIsOffered() {
    TestClient client =
        connect(
            turn ->
                Reply.saying(
                    turn.tools().stream().map(tool -> tool.name()).toList()
                        + " "
                        + turn.toolRequired()));
    client.send(
        "{'type':'session.update','session':{'type':'realtime','output_modalities':['text'],"
            + "'tools':[{'type':'function','name':'f'},{'type':'function','name':'g'}]}}");
    assertThat(textOf(client, "{'type':'response.create'}")).isEqualTo("[f, g] false");
    assertThat(textOf(client, "{'type':'response.create','response':{'tool_choice':'none'}}"))
        .isEqualTo("[] false");
    assertThat(textOf(client, "{'type':'response.create','response':{'tool_choice':'required'}}"))
        .isEqualTo("[f, g] true");
    assertThat(
            textOf(
                client,
                "{'type':'response.create','response':{'tool_choice':"
                    + "{'type':'function','name':'g'}}}"))
        .isEqualTo("[g] true");
    assertThat(
            textOf(
                client,
                "{'type':'response.create','response':{'tools':[{'type':'function','name':'h'}]}}"))
        .isEqualTo("[h] false");
    client.send(
        "{'type':'response.create','response':{'tool_choice':{'type':'function','name':'x'}}}");
    assertThat(client.await("error").at("/error/param").asString())
        .isEqualTo("response.tool_choice.name");
  }

  @Test
  void onlyOneCallIsMadeWhereSeveralAreNotAllowed() {
    TestClient client =
        connect(turn -> Reply.calling("f", "{}").say("Wait.").call("g", "{}").call("h", "{}"));
    client.send("{'type':'response.create','response':{'parallel_tool_calls':false}}");
    assertThat(client.await("response.done").at("/response/output"))
        .extracting(item -> item.path("type").asString())
        .containsExactly("function_call", "message");
    client.send(
        "{'type':'session.update','session':{'type':'realtime','parallel_tool_calls':false}}");
    client.send("{'type':'response.create'}");
    assertThat(client.await("response.done").at("/response/output")).hasSize(2);
  }

  @Test
  void aBrainCanBreakOffInTheMiddleOfACall() {
    TestClient client =
        connect(
            turn ->
                Reply.NOTHING.then(
                    new Step.BreakOff(
                        "content_filter", new Step.Call("f", "{\"a\":1,\"b\":2}", null))));
    client.send("{'type':'response.create'}");
    List<JsonNode> events = client.awaitThrough("response.done");
    assertThat(TestClient.types(events))
        .contains("response.function_call_arguments.done", "response.output_item.done");
    JsonNode response = events.get(events.size() - 1).path("response");
    assertThat(response.at("/status_details/reason").asString()).isEqualTo("content_filter");
    assertThat(response.at("/output/0/status").asString()).isEqualTo("incomplete");
  }

  private static String textOf(TestClient client, String create) {
    client.send(create);
    return client.await("response.done").at("/response/output/0/content/0/text").asString();
  }

  private TestClient connect(Brain brain) {
    return servers.connect(servers.start(LocalRealtime.builder().brain(brain)));
  }
}
