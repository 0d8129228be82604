package dev.parlando.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.audio.AudioFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What we send, by the schemas that refuse unknown fields; and that our samples are no fancy. */
class SchemaTest {

  private static final String TEXT_SCHEMA =
      "{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}},\"required\":[\"city\"]}";

  @BeforeAll
  static void schemasAreThere() {
    ProtocolFolder.assumeThere();
  }

  static Stream<Sample> clientSamples() {
    return Sample.all().filter(sample -> sample.side() == Sample.Side.CLIENT);
  }

  /** A type that no published schema has. */
  private static final String OF_XAI_ALONE = "conversation.item.input_audio_transcription.updated";

  static Stream<Sample> serverSamples() {
    return Sample.all()
        .filter(sample -> sample.side() == Sample.Side.SERVER)
        .filter(sample -> !sample.json().path("type").asString().equals(OF_XAI_ALONE));
  }

  @ParameterizedTest
  @MethodSource("clientSamples")
  void sampleOfAClientIsAccepted(Sample sample) throws Exception {
    assertThat(ProtocolFolder.errors(sample.dialect(), "client-closed", sample.json())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("serverSamples")
  void sampleOfAServerIsWhatServersSend(Sample sample) {
    assertThat(ProtocolFolder.errors(sample.dialect(), "wire", sample.json())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void everythingThatTheBuildersCanSayIsAccepted(Dialect dialect) {
    assertThat(events()).allSatisfy(event -> assertThat(errors(event, dialect)).isEmpty());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whatIsUnknownToTheServerIsRefused(Dialect dialect) {
    Extras mood = Extras.of("mood", Sample.json("1"));
    assertThat(
            errors(
                new ClientEvent.SessionUpdate(SessionConfig.builder().extras(mood).build()),
                dialect))
        .anySatisfy(error -> assertThat(error).contains("'mood' is not defined"));
  }

  private static List<String> errors(ClientEvent event, Dialect dialect) {
    JsonNode json = Sample.json(EventCodec.client().writeText(event, dialect));
    return ProtocolFolder.errors(dialect, "client-closed", json);
  }

  private static List<ClientEvent> events() {
    return List.of(
        new ClientEvent.SessionUpdate(SessionConfig.builder().build()),
        new ClientEvent.SessionUpdate(everything()),
        new ClientEvent.SessionUpdate(off()),
        new ClientEvent.TranscriptionSessionUpdate(transcription()),
        new ClientEvent.ItemCreate(Item.userText("Hello")),
        new ClientEvent.ItemCreate(Item.systemText("Be brief").withId("it_1"), "root"),
        new ClientEvent.ItemCreate(Item.assistantText("Good day")),
        new ClientEvent.ItemCreate(Item.functionCall("call_1", "weather", "{}")),
        new ClientEvent.ItemCreate(Item.functionCallOutput("call_1", "fine").withId("it_2")),
        new ClientEvent.ItemDelete("it_1"),
        new ClientEvent.ItemRetrieve("it_1"),
        new ClientEvent.ItemTruncate("it_1", 0, 250),
        new ClientEvent.AudioAppend(new byte[] {1, 2, 3}).withEventId("c1"),
        new ClientEvent.AudioClear().withEventId("c2"),
        new ClientEvent.AudioCommit(),
        new ClientEvent.OutputAudioClear(),
        new ClientEvent.ResponseCreate(null),
        new ClientEvent.ResponseCreate(ResponseConfig.builder().build()),
        new ClientEvent.ResponseCreate(response()),
        new ClientEvent.ResponseCancel(null),
        new ClientEvent.ResponseCancel("resp_1").withEventId("c3"));
  }

  /** Each setting at once; a dialect leaves out what it does not have. */
  private static SessionConfig everything() {
    return SessionConfig.builder()
        .model("gpt-4o-realtime-preview")
        .modalities(List.of(Modality.TEXT, Modality.AUDIO))
        .instructions("Be kind.")
        .tools(List.of(FunctionTool.of("weather", "Tells the weather", TEXT_SCHEMA)))
        .toolChoice(ToolChoice.Mode.REQUIRED)
        .parallelToolCalls(true)
        .reasoningEffort("low")
        .inputFormat(AudioFormat.PCM16_24K)
        .transcription(
            new Transcription.Settings(
                "whisper-1", "de", List.of("de"), List.of("Ulm"), "a town", "low", Extras.NONE))
        .noiseReduction(NoiseReduction.nearField())
        .turnDetection(new TurnDetection.ServerVad(0.5, 300, 200, true, true, 5000, Extras.NONE))
        .outputFormat(AudioFormat.G711_ULAW)
        .voice(Voice.named("alloy"))
        .speed(1.5)
        .temperature(0.8)
        .maxOutputTokens(Response.UNLIMITED)
        .truncation(Truncation.retentionRatio(0.8))
        .include(List.of("item.input_audio_transcription.logprobs"))
        .tracing(Sample.json("{\"workflow_name\":\"w\"}"))
        .prompt(Sample.json("{\"id\":\"pmpt_1\"}"))
        .build();
  }

  private static SessionConfig off() {
    return SessionConfig.builder()
        .turnDetection(TurnDetection.disabled())
        .transcription(Transcription.disabled())
        .noiseReduction(NoiseReduction.disabled())
        .instructions("")
        .tools(List.of())
        .build();
  }

  private static SessionConfig transcription() {
    return SessionConfig.builder()
        .inputFormat(AudioFormat.G711_ALAW)
        .transcription(Transcription.model("gpt-4o-transcribe"))
        .noiseReduction(NoiseReduction.farField())
        .turnDetection(TurnDetection.semanticVad())
        .include(List.of("item.input_audio_transcription.logprobs"))
        .build();
  }

  private static ResponseConfig response() {
    return ResponseConfig.builder()
        .modalities(List.of(Modality.AUDIO, Modality.TEXT))
        .instructions("In one word.")
        .voice(Voice.named("echo"))
        .outputFormat(AudioFormat.G711_ALAW)
        .tools(List.of(FunctionTool.of("weather", "Tells the weather", TEXT_SCHEMA)))
        .toolChoice(new ToolChoice.Function("weather"))
        .parallelToolCalls(false)
        .reasoningEffort("high")
        .temperature(0.6)
        .maxOutputTokens(4096)
        .conversation("none")
        .metadata(Map.of("turn", "1"))
        .prompt(Sample.json("{\"id\":\"pmpt_1\"}"))
        .input(List.of(new Item.Reference("it_1", Extras.NONE), Item.userText("Well?")))
        .build();
  }
}
