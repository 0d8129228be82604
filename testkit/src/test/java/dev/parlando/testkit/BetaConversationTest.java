package dev.parlando.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.realtime.Dialect;
import dev.parlando.testkit.brain.Brain;
import dev.parlando.testkit.brain.Heuristic;
import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.speech.ToneSpeech;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class BetaConversationTest {

  @RegisterExtension final RealtimeServers servers = new RealtimeServers();

  @Test
  void aResponseWithSpeechAndACallComesInTheOrderOfTheRecordedSession() {
    TestClient client =
        connect(
            turn -> Reply.saying("Checking.").call("get_temperature", "{\"city\":\"Toronto\"}"));
    client.await("session.created");
    client.send("{'type':'response.create'}");
    List<JsonNode> events = client.awaitThrough("rate_limits.updated");
    assertThat(TestClient.types(events))
        .containsSubsequence(
            "response.created",
            "response.output_item.added",
            "conversation.item.created",
            "response.content_part.added",
            "response.audio_transcript.delta",
            "response.audio.delta",
            "response.audio.done",
            "response.audio_transcript.done",
            "response.content_part.done",
            "response.output_item.done",
            "response.output_item.added",
            "conversation.item.created",
            "response.function_call_arguments.delta",
            "response.function_call_arguments.done",
            "response.output_item.done",
            "response.done",
            "rate_limits.updated")
        .doesNotContain("conversation.item.added", "conversation.item.done");
    JsonNode response = events.get(events.size() - 2).path("response");
    assertThat(response.propertyNames())
        .containsExactly(
            "object",
            "id",
            "status",
            "status_details",
            "output",
            "conversation_id",
            "modalities",
            "voice",
            "output_audio_format",
            "temperature",
            "max_output_tokens",
            "usage",
            "metadata");
    assertThat(response.at("/output/0/object").asString()).isEqualTo("realtime.item");
    assertThat(response.at("/output/0/content/0/type").asString()).isEqualTo("audio");
    assertThat(response.at("/output/1/arguments").asString()).isEqualTo("{\"city\":\"Toronto\"}");
    assertThat(ToneSpeech.understand(ResponsesTest.audioOf(events))).contains("Checking.");
  }

  @Test
  void textIsSpokenOfInTheWordsOfTheBeta() {
    TestClient client = connect(turn -> Reply.saying("Hi there"));
    client.send("{'type':'response.create','response':{'modalities':['text']}}");
    assertThat(TestClient.types(client.awaitThrough("response.done")))
        .contains("response.text.delta", "response.text.done");
  }

  @Test
  void theConversationOfTheFirstDemonstrationWorks() {
    TestClient client = connect(new Heuristic());
    client.send(
        "{'type':'session.update','session':{'voice':'ash','tools':["
            + TextConversationTest.TEMPERATURE_TOOL
            + "],'input_audio_transcription':{'model':'whisper-1'}}}");
    client.await("session.updated");
    client.append(ToneSpeech.pcm16("Say 1 2 3 and tell me temperature of Toronto"));
    client.append(ToneSpeech.silence(400));
    assertThat(
            client
                .await("conversation.item.input_audio_transcription.completed")
                .path("transcript")
                .asString())
        .isEqualTo("Say 1 2 3 and tell me temperature of Toronto");
    JsonNode done = client.await("response.function_call_arguments.done");
    assertThat(done.path("name").asString()).isEqualTo("get_temperature");
    client.await("response.done");
    client.answer(
        done.path("call_id").asString(),
        "{\"city\":\"Toronto\",\"temperature\":22,\"unit\":\"celsius\"}");
    assertThat(client.await("response.done").at("/response/output/0/content/0/transcript"))
        .hasToString("\"The temperature in Toronto is 22 degrees celsius.\"");
  }

  @Test
  void anActiveResponseIsReportedWithoutACode() {
    TestClient client = connect(turn -> Reply.saying("Wait").hold());
    client.send("{'type':'response.create'}");
    client.send("{'type':'response.create'}");
    JsonNode error = client.await("error").path("error");
    assertThat(error.path("code").isNull()).isTrue();
    assertThat(error.path("message").asString())
        .startsWith("Conversation already has an active response");
  }

  @Test
  void theEndOfTheSessionIsAnnounced() {
    LocalRealtime server =
        servers.start(
            LocalRealtime.builder().dialect(Dialect.BETA).sessionLimit(Duration.ofMillis(100)));
    TestClient client = servers.connect(server);
    assertThat(client.await("error").at("/error/code").asString()).isEqualTo("session_expired");
    assertThat(client.awaitClose().code()).isEqualTo(1001);
  }

  private TestClient connect(Brain brain) {
    return servers.connect(
        servers.start(LocalRealtime.builder().dialect(Dialect.BETA).brain(brain)));
  }
}
