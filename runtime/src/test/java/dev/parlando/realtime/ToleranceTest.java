package dev.parlando.realtime;

import static dev.parlando.realtime.Sample.assertSameJson;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** Whatever servers send that the protocol does not say: nothing of it ends a session. */
class ToleranceTest {

  private static ServerEvent read(String json) throws MalformedEventException {
    return EventCodec.server().read(json);
  }

  private static void assertSurvives(String json) throws MalformedEventException {
    assertSameJson(
        Sample.json(EventCodec.server().writeText(read(json), Dialect.GA)), Sample.json(json));
  }

  @Test
  void unknownEventIsKeptWhole() throws Exception {
    String json =
        """
        {"event_id":"e1","type":"ping","at":12.50,"more":{"a":[1,null,true,"x"],"b":12345678901234567890}}""";
    UnknownEvent event = (UnknownEvent) read(json);
    assertThat(event.type()).isEqualTo("ping");
    assertThat(event.eventId()).isEqualTo("e1");
    assertSurvives(json);
  }

  @Test
  void unknownFieldsAreKeptWhereverTheyStand() throws Exception {
    String json =
        """
        {"type":"session.updated","event_id":"e1","trace":"t1","session":{"type":"realtime","id":"s1",
        "avatar":{"style":"casual"},"audio":{"room":"hall","input":{"gain":2,"format":{"type":"audio/pcm","rate":24000},
        "turn_detection":{"type":"server_vad","threshold":0.5,"speech_duration_ms":80}},"output":{"voice":"marin","pitch":1}}}}""";
    assertSurvives(json);
    SessionEvent.Updated event = (SessionEvent.Updated) read(json);
    assertThat(event.extras().get("trace")).isEqualTo(JsonNodeFactory.instance.stringNode("t1"));
    assertThat(event.session().extras().names()).containsExactly("avatar", "audio");
    assertThat(event.session().extras().get("audio"))
        .isEqualTo(
            Sample.json("{\"room\":\"hall\",\"input\":{\"gain\":2},\"output\":{\"pitch\":1}}"));
    assertThat(event.session().config().voice()).isEqualTo(Voice.named("marin"));
    assertThat(event.session().config().turnDetection())
        .isEqualTo(
            new TurnDetection.ServerVad(
                0.5,
                null,
                null,
                null,
                null,
                null,
                Extras.of("speech_duration_ms", Sample.json("80"))));
  }

  @Test
  void configOfASessionIsFreeOfWhatTheServerAdded() throws Exception {
    SessionEvent.Created event =
        (SessionEvent.Created)
            read(
                """
                {"type":"session.created","session":{"type":"realtime","id":"s1","object":"realtime.session",
                "voice_clone":"x","expires_at":1,"instructions":"Hi","prompt":null}}""");
    assertThat(
            EventCodec.client()
                .writeText(new ClientEvent.SessionUpdate(event.session().config()), Dialect.GA))
        .isEqualTo(
            "{\"type\":\"session.update\",\"session\":{\"type\":\"realtime\",\"instructions\":\"Hi\"}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status | \"paused\"",
        "status | 7",
        "status_details | \"unimplemented\"",
        "usage | null",
        "usage | []",
        "output | null",
        "output | {}",
        "metadata | {\"a\":1}",
        "output_modalities | [\"video\"]",
        "output_modalities | [1]",
        "max_output_tokens | \"many\"",
        "max_output_tokens | 99999999999",
        "conversation_id | null",
        "audio | \"none\"",
        "audio | {}",
        "audio | {\"output\":{}}",
        "audio | {\"output\":null}",
        "audio | {\"output\":{\"format\":{\"type\":\"audio/opus\",\"rate\":48000}}}",
        "audio | {\"output\":{\"format\":{\"type\":\"audio/pcm\",\"rate\":16000}}}"
      })
  void valueThatAFieldCannotHoldIsKept(String field, String value) throws Exception {
    String json =
        "{\"type\":\"response.done\",\"response\":{\"id\":\"r1\",\"" + field + "\":" + value + "}}";
    ResponseEvent.Done event = (ResponseEvent.Done) read(json);
    assertThat(event.response().extras().get(field)).isEqualTo(Sample.json(value));
    assertThat(event.response().status()).isNull();
    assertThat(event.response().usage()).isNull();
    assertThat(event.response().output()).isEmpty();

    String written = EventCodec.server().writeText(event, Dialect.GA);
    assertThat(Sample.json(written).at("/response/" + field)).isEqualTo(Sample.json(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "session.created",
        "conversation.item.added",
        "conversation.item.input_audio_transcription.completed",
        "input_audio_buffer.speech_started",
        "response.created",
        "response.done",
        "response.output_item.done",
        "response.content_part.added",
        "response.output_audio.delta",
        "response.function_call_arguments.done",
        "rate_limits.updated",
        "error"
      })
  void eventWithoutAnyFieldHasNullsAndEmptyLists(String type) throws Exception {
    ServerEvent event = read("{\"type\":\"" + type + "\"}");
    assertThat(event.type()).isEqualTo(type);
    assertThat(event.eventId()).isNull();
    assertThat(event.toString()).isNotEmpty();
  }

  @Test
  void missingAudioIsEmpty() throws Exception {
    ResponseEvent.AudioDelta event =
        (ResponseEvent.AudioDelta)
            read("{\"type\":\"response.output_audio.delta\",\"delta\":null}");
    assertThat(event.audio()).isEmpty();
    assertThat(EventCodec.server().writeText(event, Dialect.GA)).contains("\"delta\":null");
  }

  @Test
  void typeMayComeLast() throws Exception {
    ServerEvent event =
        read(
            """
            {"delta":"AQID","content_index":4,"output_index":3,"item_id":"i","response_id":"r",
            "obfuscation":"xyz","event_id":"e","type":"response.audio.delta"}""");
    assertThat(event)
        .isEqualTo(
            new ResponseEvent.AudioDelta(
                "e",
                "r",
                "i",
                3,
                4,
                new byte[] {1, 2, 3},
                Extras.of("obfuscation", Sample.json("\"xyz\""))));
  }

  @Test
  void unknownItemsAndPartsAreKeptWhole() throws Exception {
    String json =
        """
        {"type":"response.done","response":{"id":"r","output":[{"id":"i1","type":"hologram","depth":3},"odd",
        {"id":"i2","type":"message","role":"assistant","content":[{"type":"smell","of":"bread"},7,null]}]}}""";
    assertSurvives(json);
    ResponseEvent.Done event = (ResponseEvent.Done) read(json);
    assertThat(event.response().output().get(0))
        .isEqualTo(
            new UnknownItem(
                "hologram", Sample.json("{\"id\":\"i1\",\"type\":\"hologram\",\"depth\":3}")));
    assertThat(event.response().output().get(0).id()).isEqualTo("i1");
    assertThat(event.response().output().get(1))
        .isEqualTo(new UnknownItem(null, Sample.json("\"odd\"")));
    assertThat(((Item.Message) event.response().output().get(2)).content())
        .hasOnlyElementsOfType(ContentPart.Unknown.class)
        .hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"some text\"", "[]", "12"})
  void itemThatIsNoObjectIsNoItem(String item) throws Exception {
    String json = "{\"type\":\"conversation.item.added\",\"item\":" + item + "}";
    assertThat(((ConversationEvent.ItemAdded) read(json)).item()).isNull();
    assertSurvives(json);
  }

  @Test
  void wholeNumbersMayHaveAPoint() throws Exception {
    InputAudioEvent.SpeechStarted event =
        (InputAudioEvent.SpeechStarted)
            read("{\"type\":\"input_audio_buffer.speech_started\",\"audio_start_ms\":1200.0}");
    assertThat(event.audioStartMs()).isEqualTo(1200);
  }

  @Test
  void otherVoicesAndWaysAreKept() throws Exception {
    String json =
        """
        {"type":"session.update","session":{"voice":{"name":"en-US-AvaNeural","type":"azure-standard"},
        "turn_detection":{"type":"azure_semantic_vad","remove_filler_words":true},"tool_choice":{"type":"custom","name":"x"}}}""";
    ClientEvent.SessionUpdate event = (ClientEvent.SessionUpdate) EventCodec.client().read(json);
    assertThat(event.session().voice().name()).isEqualTo("en-US-AvaNeural");
    assertThat(event.session().turnDetection()).isInstanceOf(TurnDetection.Unknown.class);
    assertSameJson(
        Sample.json(EventCodec.client().writeText(event, Dialect.BETA)), Sample.json(json));
  }
}
