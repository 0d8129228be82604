package dev.parlando.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.realtime.Dialect;
import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.brain.Script;
import dev.parlando.testkit.speech.ToneSpeech;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SessionUpdateTest {

  @RegisterExtension final RealtimeServers servers = new RealtimeServers();

  @Test
  void aSessionBeginsWithTheDefaultsOfTheRealServer() {
    JsonNode session = connect(Dialect.GA).await("session.created").path("session");
    assertThat(session.path("type").asString()).isEqualTo("realtime");
    assertThat(session.path("model").asString()).isEqualTo("gpt-realtime-2.1");
    assertThat(session.path("output_modalities")).hasToString("[\"audio\"]");
    assertThat(session.at("/audio/output/voice").asString()).isEqualTo("alloy");
    assertThat(session.at("/audio/input/turn_detection"))
        .hasToString(
            "{\"type\":\"server_vad\",\"threshold\":0.5,\"prefix_padding_ms\":300,"
                + "\"silence_duration_ms\":200,\"idle_timeout_ms\":null,\"create_response\":true,"
                + "\"interrupt_response\":true}");
    assertThat(session.path("max_output_tokens").asString()).isEqualTo("inf");
    assertThat(session.path("truncation").asString()).isEqualTo("auto");
  }

  @Test
  void aBetaSessionBeginsWithTheDefaultsOfTheBeta() {
    JsonNode session = connect(Dialect.BETA).await("session.created").path("session");
    assertThat(session.has("type")).isFalse();
    assertThat(session.path("modalities")).hasToString("[\"audio\",\"text\"]");
    assertThat(session.path("input_audio_format").asString()).isEqualTo("pcm16");
    assertThat(session.path("temperature").asDouble()).isEqualTo(0.8);
    assertThat(session.at("/turn_detection/silence_duration_ms").asInt()).isEqualTo(200);
  }

  @Test
  void anUpdateChangesOnlyWhatItNames() {
    TestClient client = connect(Dialect.GA);
    client.send(
        "{'type':'session.update','session':{'type':'realtime','instructions':'Be brief.',"
            + "'audio':{'input':{'turn_detection':{'type':'server_vad','silence_duration_ms':700}},"
            + "'output':{'voice':'marin'}}}}");
    JsonNode session = client.await("session.updated").path("session");
    assertThat(session.path("instructions").asString()).isEqualTo("Be brief.");
    assertThat(session.at("/audio/output/voice").asString()).isEqualTo("marin");
    assertThat(session.at("/audio/output/format/rate").asInt()).isEqualTo(24_000);
    assertThat(session.at("/audio/input/turn_detection/silence_duration_ms").asInt())
        .isEqualTo(700);
    assertThat(session.at("/audio/input/turn_detection/prefix_padding_ms").asInt()).isEqualTo(300);
  }

  @Test
  void nullTurnsOffAndAbsentLeaves() {
    TestClient client = connect(Dialect.GA);
    client.send(
        "{'type':'session.update','session':{'type':'realtime',"
            + "'audio':{'input':{'turn_detection':null}}}}");
    assertThat(client.await("session.updated").at("/session/audio/input/turn_detection").isNull())
        .isTrue();
    client.send("{'type':'session.update','session':{'type':'realtime','tool_choice':'none'}}");
    assertThat(client.await("session.updated").at("/session/audio/input/turn_detection").isNull())
        .isTrue();
  }

  @Test
  void toolSchemasComeBackAsTheyWereSent() {
    TestClient client = connect(Dialect.GA);
    String tools =
        "[{\"type\":\"function\",\"name\":\"f\",\"description\":\"d\",\"parameters\":"
            + "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"b\",\"a\"],"
            + "\"properties\":{\"b\":{\"type\":\"string\"},\"a\":{\"type\":\"integer\"}}}}]";
    client.send("{'type':'session.update','session':{'type':'realtime','tools':" + tools + "}}");
    assertThat(client.await("session.updated").at("/session/tools")).hasToString(tools);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|missing_required_parameter|session.type",
        "{'type':'realtime','temperature':0.8}|unknown_parameter|session.temperature",
        "{'type':'realtime','audio':{'input':{'frmat':{}}}}|unknown_parameter|session.audio.input.frmat",
        "{'type':'realtime','tools':[{'type':'function','name':'f','meta':1}]}|unknown_parameter|session.tools[0].meta",
        "{'type':'realtime','tools':[{'type':'function'}]}|missing_required_parameter|session.tools[0].name",
        "{'type':'realtime','tools':[{'type':'function','name':'get temperature'}]}|invalid_value|session.tools[0].name",
        "{'type':'realtime','tools':{}}|invalid_type|session.tools",
        "{'type':'realtime','tool_choice':'always'}|invalid_value|session.tool_choice",
        "{'type':'realtime','tool_choice':{'type':'function','name':'f'}}|invalid_value|session.tool_choice.name",
        "{'type':'realtime','output_modalities':['text','audio']}|invalid_value|session.output_modalities",
        "{'type':'realtime','output_modalities':['video']}|invalid_value|session.output_modalities[0]",
        "{'type':'realtime','max_output_tokens':5000}|invalid_value|session.max_output_tokens",
        "{'type':'realtime','max_output_tokens':'infinite'}|invalid_value|session.max_output_tokens",
        "{'type':'realtime','audio':{'output':{'speed':2}}}|invalid_value|session.audio.output.speed",
        "{'type':'realtime','audio':{'input':{'format':{'type':'audio/pcm','rate':16000}}}}|invalid_value|session.audio.input.format.rate",
        "{'type':'realtime','audio':{'input':{'turn_detection':{'type':'server_vad','eagerness':'low'}}}}|unknown_parameter|session.audio.input.turn_detection.eagerness",
        "{'type':'realtime','audio':{'input':{'turn_detection':{'threshold':0.5}}}}|missing_required_parameter|session.audio.input.turn_detection.type",
        "{'type':'realtime','model':'gpt-realtime'}|invalid_value|session.model",
        "{'type':'transcription'}|invalid_value|session.type",
        "{'type':'voice'}|invalid_value|session.type",
        "{'type':'realtime','instructions':null}|invalid_type|session.instructions",
      })
  void aWrongUpdateIsRefusedWithItsPlaceAndChangesNothing(
      String session, String code, String param) {
    TestClient client = connect(Dialect.GA);
    JsonNode before = client.await("session.created").path("session");
    client.send("{'type':'session.update','event_id':'mine_1','session':" + session + "}");
    JsonNode error = client.await("error").path("error");
    assertThat(error.path("type").asString()).isEqualTo("invalid_request_error");
    assertThat(error.path("code").asString()).isEqualTo(code);
    assertThat(error.path("param").asString()).isEqualTo(param);
    assertThat(error.path("event_id").asString()).isEqualTo("mine_1");
    assertThat(error.path("message").asString()).isNotBlank();

    client.send("{'type':'session.update','session':{'type':'realtime'}}");
    assertThat(client.await("session.updated").path("session")).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'realtime'}|unknown_parameter|session.type",
        "{'audio':{}}|unknown_parameter|session.audio",
        "{'modalities':['audio']}|invalid_value|session.modalities",
        "{'temperature':0.1}|invalid_value|session.temperature",
        "{'input_audio_format':'pcm24'}|invalid_value|session.input_audio_format",
        "{'max_output_tokens':10}|unknown_parameter|session.max_output_tokens",
      })
  void aWrongUpdateOfABetaSessionIsRefusedWithItsPlace(String session, String code, String param) {
    TestClient client = connect(Dialect.BETA);
    client.send("{'type':'session.update','session':" + session + "}");
    JsonNode error = client.await("error").path("error");
    assertThat(error.path("code").asString()).isEqualTo(code);
    assertThat(error.path("param").asString()).isEqualTo(param);
    assertThat(error.path("event_id").isNull()).isTrue();
  }

  @Test
  void aTranscriptionSessionMakesNoResponses() {
    LocalRealtime server = servers.start(LocalRealtime.builder());
    TestClient client = servers.connect(server, "/v1/realtime?intent=transcription");
    JsonNode session = client.await("session.created").path("session");
    assertThat(session.path("type").asString()).isEqualTo("transcription");
    client.send(
        "{'type':'session.update','session':{'type':'transcription',"
            + "'audio':{'input':{'transcription':{'model':'gpt-transcribe'}}}}}");
    client.await("session.updated");
    client.append(ToneSpeech.pcm16("Write this down."));
    client.append(ToneSpeech.silence(300));
    assertThat(
            client
                .await("conversation.item.input_audio_transcription.completed")
                .path("transcript")
                .asString())
        .isEqualTo("Write this down.");
    client.send("{'type':'response.create'}");
    assertThat(client.await("error").at("/error/message").asString()).contains("transcription");
  }

  @Test
  void theBetaHasEventsOfItsOwnForTranscription() {
    LocalRealtime server = servers.start(LocalRealtime.builder().dialect(Dialect.BETA));
    TestClient client = servers.connect(server, "/v1/realtime?intent=transcription");
    assertThat(client.await("transcription_session.created").at("/session/object").asString())
        .isEqualTo("realtime.transcription_session");
    client.send(
        "{'type':'transcription_session.update','session':{'input_audio_transcription':"
            + "{'model':'whisper-1','language':'en'},'turn_detection':null}}");
    JsonNode session = client.await("transcription_session.updated").path("session");
    assertThat(session.at("/input_audio_transcription/language").asString()).isEqualTo("en");
    assertThat(session.path("turn_detection").isNull()).isTrue();
    client.append(ToneSpeech.pcm16("Write this down."));
    client.send("{'type':'input_audio_buffer.commit'}");
    assertThat(
            client
                .await("conversation.item.input_audio_transcription.completed")
                .path("transcript")
                .asString())
        .isEqualTo("Write this down.");
    client.send("{'type':'session.update','session':{'instructions':'Sing.'}}");
    assertThat(client.await("error").at("/error/message").asString())
        .contains("transcription_session.update");
    TestClient talking = servers.connect(server);
    talking.send("{'type':'transcription_session.update','session':{}}");
    assertThat(talking.await("error").at("/error/message").asString())
        .contains("no transcription session");
  }

  @Test
  void theVoiceIsFixedOnceTheAssistantWasHeard() {
    TestClient client =
        servers.connect(
            servers.start(
                LocalRealtime.builder().brain(new Script().answers(Reply.saying("Hello.")))));
    client.send(
        "{'type':'session.update','session':{'type':'realtime',"
            + "'audio':{'output':{'voice':'marin'}}}}");
    client.await("session.updated");
    client.say("Hello");
    client.await("response.done");
    client.send(
        "{'type':'session.update','session':{'type':'realtime',"
            + "'audio':{'output':{'voice':'cedar'}}}}");
    assertThat(client.await("error").at("/error/code").asString()).isEqualTo("cannot_update_voice");
    client.send(
        "{'type':'session.update','session':{'type':'realtime','instructions':'x',"
            + "'audio':{'output':{'voice':'marin'}}}}");
    assertThat(client.await("session.updated").at("/session/instructions").asString())
        .isEqualTo("x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'session.updat'}|invalid_value|type",
        "{'typ':'session.update'}|missing_required_parameter|type",
        "{'type':'session.update'}|missing_required_parameter|session",
        "{'type':'response.create','respnse':{}}|unknown_parameter|respnse",
        "{'type':'input_audio_buffer.append','audio':5}|invalid_type|audio",
        "{'type':'input_audio_buffer.append','audio':'%%%'}|invalid_value|audio",
        "{'type':'output_audio_buffer.clear'}|unsupported_event|type",
      })
  void aWrongEventIsRefusedWithItsPlace(String event, String code, String param) {
    TestClient client = connect(Dialect.GA);
    client.send(event);
    JsonNode error = client.await("error").path("error");
    assertThat(error.path("code").asString()).isEqualTo(code);
    assertThat(error.path("param").asString()).isEqualTo(param);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{|no valid JSON", "[1]|no JSON object", "hello|no valid JSON"})
  void aFrameThatIsNoEventIsRefusedAndTheSessionGoesOn(String frame, String message) {
    TestClient client = connect(Dialect.GA);
    client.sendRaw(frame);
    assertThat(client.await("error").at("/error/message").asString()).contains(message);
    client.send("{'type':'session.update','session':{'type':'realtime'}}");
    client.await("session.updated");
  }

  @Test
  void aBinaryFrameIsRefusedAndTheSessionGoesOn() {
    TestClient client = connect(Dialect.GA);
    client.sendBinary(new byte[] {1, 2, 3});
    assertThat(client.await("error").at("/error/message").asString()).contains("text frames");
    client.send("{'type':'session.update','session':{'type':'realtime'}}");
    client.await("session.updated");
  }

  private TestClient connect(Dialect dialect) {
    return servers.connect(servers.start(LocalRealtime.builder().dialect(dialect)));
  }
}
