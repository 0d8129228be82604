package dev.parlando.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class TextConversationTest {

  static final String TEMPERATURE_TOOL =
      """
      {'type':'function','name':'get_temperature','description':'Gets the temperature of a city.',
       'parameters':{'type':'object','properties':{'city':{'type':'string'}},'required':['city']}}
      """;

  @RegisterExtension final RealtimeServers servers = new RealtimeServers();

  @Test
  void callsTheToolAndSpeaksItsOutput() {
    LocalRealtime server = servers.start(LocalRealtime.builder());
    TestClient client = servers.connect(server);
    client.await("session.created");
    client.send(
        "{'type':'session.update','session':{'type':'realtime','output_modalities':['text'],"
            + "'tools':["
            + TEMPERATURE_TOOL
            + "]}}");
    JsonNode updated = client.await("session.updated");
    assertThat(updated.at("/session/tools/0/name").asString()).isEqualTo("get_temperature");

    client.say("What's the temperature in Toronto?");
    List<JsonNode> call = client.awaitThrough("response.done");
    assertThat(TestClient.types(call))
        .startsWith(
            "conversation.item.added",
            "conversation.item.done",
            "response.created",
            "response.output_item.added",
            "conversation.item.added",
            "response.function_call_arguments.delta")
        .endsWith(
            "response.function_call_arguments.done",
            "conversation.item.done",
            "response.output_item.done",
            "response.done");
    JsonNode item = call.get(call.size() - 1).at("/response/output/0");
    assertThat(item.path("name").asString()).isEqualTo("get_temperature");
    assertThat(item.path("arguments").asString()).isEqualTo("{\"city\":\"Toronto\"}");

    client.answer(
        item.path("call_id").asString(),
        "{\"city\":\"Toronto\",\"temperature\":22,\"unit\":\"celsius\"}");
    List<JsonNode> speech = client.awaitThrough("response.done");
    assertThat(TestClient.types(speech))
        .contains("response.content_part.added", "response.output_text.delta")
        .endsWith(
            "response.output_text.done",
            "response.content_part.done",
            "conversation.item.done",
            "response.output_item.done",
            "response.done");
    assertThat(speech.get(speech.size() - 1).at("/response/output/0/content/0/text").asString())
        .isEqualTo("The temperature in Toronto is 22 degrees celsius.");
  }
}
