package dev.parlando.realtime;

import static dev.parlando.realtime.Sample.assertSameJson;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.audio.AudioFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two spellings of one protocol. */
class DialectTest {

  @ParameterizedTest
  @CsvSource({
    "response.output_text.delta, response.text.delta",
    "response.output_text.done, response.text.done",
    "response.output_audio.delta, response.audio.delta",
    "response.output_audio.done, response.audio.done",
    "response.output_audio_transcript.delta, response.audio_transcript.delta",
    "response.output_audio_transcript.done, response.audio_transcript.done"
  })
  void bothNamesAreReadAndEachDialectWritesItsOwn(String gaName, String betaName) throws Exception {
    String place = "\",\"event_id\":\"e\",\"response_id\":\"r\",\"item_id\":\"i\"}";
    ServerEvent ga = EventCodec.server().read("{\"type\":\"" + gaName + place);
    ServerEvent beta = EventCodec.server().read("{\"type\":\"" + betaName + place);
    assertThat(beta).isEqualTo(ga);
    assertThat(beta.type()).isEqualTo(gaName);
    assertThat(EventCodec.server().writeText(ga, Dialect.GA)).contains("\"" + gaName + "\"");
    assertThat(EventCodec.server().writeText(ga, Dialect.BETA)).contains("\"" + betaName + "\"");
  }

  /** Sessions and responses have settings of one dialect alone; they have tests of their own. */
  static Stream<Sample> samplesOfBoth() {
    return Stream.of(Sample.Side.values())
        .flatMap(side -> Sample.of(Dialect.BETA, side))
        .filter(sample -> !sample.json().has("session") && !sample.json().has("response"));
  }

  @ParameterizedTest
  @MethodSource("samplesOfBoth")
  void eventOfTheBetaIsTheSameInGa(Sample beta) throws Exception {
    Object event = beta.read();
    Sample ga = new Sample(Dialect.GA, beta.side(), beta.source(), beta.json());
    assertThat(ga.with(ga.write(event)).read()).isEqualTo(event);
  }

  @Test
  void itemsOfBothDialectsAreEqual() throws Exception {
    assertThat(
            EventCodec.client()
                .read(
                    """
                    {"type":"conversation.item.create","item":{"type":"message","role":"assistant",
                    "content":[{"type":"text","text":"a"},{"type":"audio","transcript":"b"}]}}"""))
        .isEqualTo(
            EventCodec.client()
                .read(
                    """
                    {"type":"conversation.item.create","item":{"type":"message","role":"assistant",
                    "content":[{"type":"output_text","text":"a"},{"type":"output_audio","transcript":"b"}]}}"""))
        .isEqualTo(
            new ClientEvent.ItemCreate(
                Item.Message.of(
                    Item.Role.ASSISTANT,
                    new ContentPart.OutputText("a"),
                    new ContentPart.OutputAudio(null, "b", Extras.NONE))));
  }

  @Test
  void partOfAContentPartEventKeepsItsShortNameInGa() {
    ContentPart part = new ContentPart.OutputAudio(null, "b", Extras.NONE);
    ServerEvent event = new ResponseEvent.ContentPartDone("e", "r", "i", 0, 0, part, Extras.NONE);
    assertThat(EventCodec.server().writeText(event, Dialect.GA))
        .contains("\"part\":{\"type\":\"audio\"");
  }

  private static final SessionConfig CONFIG =
      SessionConfig.builder()
          .modalities(List.of(Modality.AUDIO))
          .instructions("Hi")
          .inputFormat(AudioFormat.G711_ULAW)
          .outputFormat(AudioFormat.PCM16_24K)
          .transcription(Transcription.model("whisper-1"))
          .noiseReduction(NoiseReduction.farField())
          .turnDetection(TurnDetection.disabled())
          .voice(Voice.named("sage"))
          .speed(1.25)
          .maxOutputTokens(Response.UNLIMITED)
          .toolChoice(new ToolChoice.Function("f"))
          .build();

  @Test
  void sessionIsNestedInGa() {
    assertSameJson(
        Sample.json(
            EventCodec.client().writeText(new ClientEvent.SessionUpdate(CONFIG), Dialect.GA)),
        Sample.json(
            """
            {"type":"session.update","session":{"type":"realtime","output_modalities":["audio"],"instructions":"Hi",
            "tool_choice":{"type":"function","name":"f"},"max_output_tokens":"inf",
            "audio":{"input":{"format":{"type":"audio/pcmu"},"transcription":{"model":"whisper-1"},
            "noise_reduction":{"type":"far_field"},"turn_detection":null},
            "output":{"format":{"type":"audio/pcm","rate":24000},"voice":"sage","speed":1.25}}}}"""));
  }

  @Test
  void sessionIsFlatInTheBeta() {
    assertSameJson(
        Sample.json(
            EventCodec.client().writeText(new ClientEvent.SessionUpdate(CONFIG), Dialect.BETA)),
        Sample.json(
            """
            {"type":"session.update","session":{"modalities":["audio"],"instructions":"Hi",
            "tool_choice":{"type":"function","name":"f"},"max_response_output_tokens":"inf",
            "input_audio_format":"g711_ulaw","input_audio_transcription":{"model":"whisper-1"},
            "input_audio_noise_reduction":{"type":"far_field"},"turn_detection":null,
            "output_audio_format":"pcm16","voice":"sage","speed":1.25}}"""));
  }

  @Test
  void sessionReadsTheSameFromBoth() throws Exception {
    for (Dialect dialect : Dialect.values()) {
      ClientEvent.SessionUpdate event =
          (ClientEvent.SessionUpdate)
              EventCodec.client()
                  .read(
                      EventCodec.client()
                          .writeText(new ClientEvent.SessionUpdate(CONFIG), dialect));
      assertThat(event.session().toBuilder().type("realtime").build()).isEqualTo(CONFIG);
    }
  }

  @Test
  void absentAndNullAreDifferent() {
    SessionConfig absent = SessionConfig.builder().build();
    assertThat(EventCodec.client().writeText(new ClientEvent.SessionUpdate(absent), Dialect.BETA))
        .isEqualTo("{\"type\":\"session.update\",\"session\":{}}");
    SessionConfig off =
        SessionConfig.builder()
            .turnDetection(TurnDetection.disabled())
            .transcription(Transcription.disabled())
            .noiseReduction(NoiseReduction.disabled())
            .build();
    assertThat(EventCodec.client().writeText(new ClientEvent.SessionUpdate(off), Dialect.BETA))
        .isEqualTo(
            "{\"type\":\"session.update\",\"session\":{\"input_audio_transcription\":null,"
                + "\"input_audio_noise_reduction\":null,\"turn_detection\":null}}");
  }

  @Test
  void gaGetsOneModality() {
    SessionConfig both =
        SessionConfig.builder().modalities(List.of(Modality.TEXT, Modality.AUDIO)).build();
    ClientEvent event = new ClientEvent.SessionUpdate(both);
    assertThat(EventCodec.client().writeText(event, Dialect.GA))
        .contains("\"output_modalities\":[\"audio\"]");
    assertThat(EventCodec.client().writeText(event, Dialect.BETA))
        .contains("\"modalities\":[\"text\",\"audio\"]");
  }

  @Test
  void transcriptionSessionIsASessionOfThatTypeInGa() {
    ClientEvent event =
        new ClientEvent.TranscriptionSessionUpdate(
            SessionConfig.builder().inputFormat(AudioFormat.PCM16_24K).build());
    assertThat(EventCodec.client().writeText(event, Dialect.GA))
        .startsWith("{\"type\":\"session.update\",\"session\":{\"type\":\"transcription\"");
    assertThat(EventCodec.client().writeText(event, Dialect.BETA))
        .isEqualTo(
            "{\"type\":\"transcription_session.update\",\"session\":{\"input_audio_format\":\"pcm16\"}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "{\"type\":\"realtime\"} | GA",
        "{\"audio\":{}} | GA",
        "{\"audio\":null} | GA",
        "{\"modalities\":[\"text\"]} | BETA",
        "{\"modalities\":[\"text\"],\"type\":\"realtime\"} | GA",
        "{\"type\":\"realtime\",\"modalities\":[\"text\"]} | GA",
        "{\"modalities\":[\"text\"],\"include\":null,\"client_secret\":null} | BETA",
        "{\"id\":\"s1\",\"voice\":\"Eve\"} | none",
        "{} | none"
      })
  void sessionTellsItsDialect(String session, Dialect dialect) throws Exception {
    SessionEvent.Created event =
        (SessionEvent.Created)
            EventCodec.server().read("{\"type\":\"session.created\",\"session\":" + session + "}");
    assertThat(event.session().dialect()).isEqualTo(dialect);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void k8_whereAServerSendsBothDialectsTheNewerPrevailsInAnyOrder(boolean newerFirst)
      throws Exception {
    String newer =
        "\"audio\":{\"input\":{\"format\":{\"type\":\"audio/pcm\",\"rate\":24000},"
            + "\"turn_detection\":{\"type\":\"server_vad\",\"threshold\":0.5}},"
            + "\"output\":{\"format\":{\"type\":\"audio/pcmu\"},\"voice\":\"eve\"}}";
    String older =
        "\"modalities\":[\"audio\"],\"voice\":\"ara\",\"input_audio_format\":\"g711_alaw\","
            + "\"output_audio_format\":\"pcm16\",\"turn_detection\":null";
    String fields = newerFirst ? newer + "," + older : older + "," + newer;
    byte[] json =
        ("{\"type\":\"session.updated\",\"session\":{\"type\":\"realtime\"," + fields + "}}")
            .getBytes(UTF_8);
    SessionEvent.Updated event = (SessionEvent.Updated) EventCodec.server().read(json, json.length);
    Session session = requireNonNull(event.session());
    assertThat(session.dialect()).isEqualTo(Dialect.GA);
    assertThat(session.config().inputFormat()).isEqualTo(AudioFormat.PCM16_24K);
    assertThat(session.config().outputFormat()).isEqualTo(AudioFormat.G711_ULAW);
    assertThat(requireNonNull(session.config().voice()).toString()).contains("eve");
    assertThat(session.config().turnDetection()).isInstanceOf(TurnDetection.ServerVad.class);
  }
}
