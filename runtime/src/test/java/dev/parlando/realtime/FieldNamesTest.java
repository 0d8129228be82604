package dev.parlando.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.parlando.audio.AudioFormat;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Each component of a record holds the field of its own name. A round trip can't show that: it
 * would be blind to two names that changed places.
 */
class FieldNamesTest {

  /**
   * Components that are not called as their field: component, field in GA, field in the beta if
   * any.
   */
  private static final Map<String, List<String>> NAMES =
      Arrays.stream(
              """
              SessionConfig.type type -
              SessionConfig.modalities output_modalities modalities
              SessionConfig.reasoningEffort reasoning.effort -
              SessionConfig.inputFormat audio.input.format input_audio_format
              SessionConfig.transcription audio.input.transcription input_audio_transcription
              SessionConfig.noiseReduction audio.input.noise_reduction input_audio_noise_reduction
              SessionConfig.turnDetection audio.input.turn_detection turn_detection
              SessionConfig.outputFormat audio.output.format output_audio_format
              SessionConfig.voice audio.output.voice voice
              SessionConfig.speed audio.output.speed speed
              SessionConfig.maxOutputTokens max_output_tokens max_response_output_tokens
              ResponseConfig.modalities output_modalities modalities
              ResponseConfig.reasoningEffort reasoning.effort -
              ResponseConfig.voice audio.output.voice voice
              ResponseConfig.outputFormat audio.output.format output_audio_format
              Response.modalities output_modalities modalities
              Response.voice audio.output.voice voice
              Response.outputFormat audio.output.format output_audio_format
              Usage.inputDetails input_token_details input_token_details
              Usage.outputDetails output_token_details output_token_details
              TranscriptionUsage.inputDetails input_token_details input_token_details
              TokenDetails.cachedTextTokens cached_tokens_details.text_tokens cached_tokens_details.text_tokens
              TokenDetails.cachedAudioTokens cached_tokens_details.audio_tokens cached_tokens_details.audio_tokens
              TokenDetails.cachedImageTokens cached_tokens_details.image_tokens cached_tokens_details.image_tokens
              Created.conversationId conversation.id conversation.id
              DtmfReceived.key event event
              AudioDelta.audio delta delta
              """
                  .split("\n"))
          .map(line -> List.of(line.split(" ")))
          .collect(Collectors.toMap(line -> line.get(0), line -> line.subList(1, 3)));

  private static final Map<AudioFormat, List<String>> FORMATS =
      Map.of(
          AudioFormat.PCM16_24K, List.of("{\"type\":\"audio/pcm\",\"rate\":24000}", "\"pcm16\""),
          AudioFormat.G711_ULAW, List.of("{\"type\":\"audio/pcmu\"}", "\"g711_ulaw\""),
          AudioFormat.G711_ALAW, List.of("{\"type\":\"audio/pcma\"}", "\"g711_alaw\""));

  static Stream<Sample> samples() {
    return Sample.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void componentHoldsTheFieldOfItsName(Sample sample) throws Exception {
    checkRecord(sample.dialect(), sample.read(), sample.json());
  }

  private static void checkRecord(Dialect dialect, Object object, JsonNode json)
      throws ReflectiveOperationException {
    for (RecordComponent component : object.getClass().getRecordComponents()) {
      Object value = component.getAccessor().invoke(object);
      if (value instanceof SessionConfig) {
        // A session that a server reports has its configuration in its own object.
        checkRecord(dialect, value, json.has("session") ? json.path("session") : json);
      } else if (!(value instanceof Extras || value instanceof Dialect)) {
        String field = field(dialect, object, component);
        if (!field.equals("-")) {
          check(dialect, component.toString(), value, json.at("/" + field.replace('.', '/')));
        }
      }
    }
  }

  private static String field(Dialect dialect, Object object, RecordComponent component) {
    String key = object.getClass().getSimpleName() + "." + component.getName();
    return NAMES.containsKey(key)
        ? NAMES.get(key).get(dialect == Dialect.GA ? 0 : 1)
        : component.getName().replaceAll("[A-Z]", "_$0").toLowerCase(Locale.ROOT);
  }

  private static void check(Dialect dialect, String name, Object value, JsonNode json)
      throws ReflectiveOperationException {
    if (value == null || value.toString().equals("INSTANCE")) {
      assertThat(json.isNull() || json.isMissingNode()).as(name).isTrue();
    } else if (value instanceof String text) {
      assertThat(json.stringValue()).as(name).isEqualTo(text);
    } else if (value instanceof Integer number && number == Response.UNLIMITED) {
      assertThat(json.stringValue()).as(name).isEqualTo("inf");
    } else if (value instanceof Number number) {
      assertThat(json.doubleValue()).as(name).isEqualTo(number.doubleValue());
    } else if (value instanceof Boolean flag) {
      assertThat(json.booleanValue()).as(name).isEqualTo(flag);
    } else if (value instanceof byte[] audio) {
      assertThat(Base64.getDecoder().decode(json.stringValue())).as(name).isEqualTo(audio);
    } else if (value instanceof AudioFormat format) {
      assertThat(json)
          .isEqualTo(Sample.json(FORMATS.get(format).get(dialect == Dialect.GA ? 0 : 1)));
    } else if (value instanceof Enum<?> constant) {
      assertThat(json.stringValue()).as(name).isEqualToIgnoringCase(constant.name());
    } else if (value instanceof JsonNode node) {
      assertThat(json).as(name).isEqualTo(node);
    } else if (value instanceof Voice voice) {
      assertThat(json).isEqualTo(voice.json());
    } else if (value instanceof Truncation truncation) {
      assertThat(json).isEqualTo(truncation.json());
    } else if (value instanceof OtherTool tool) {
      assertThat(json).isEqualTo(tool.raw());
    } else if (value instanceof Map<?, ?> map) {
      Map<String, String> pairs = new TreeMap<>();
      json.properties().forEach(pair -> pairs.put(pair.getKey(), pair.getValue().stringValue()));
      assertThat(map).as(name).isEqualTo(pairs);
    } else if (value instanceof List<?> list) {
      assertThat(json.size()).as(name).isEqualTo(list.size());
      for (int i = 0; i < list.size(); i++) {
        check(dialect, name + i, list.get(i), json.get(i));
      }
    } else if (value instanceof Record) {
      assertThat(json.isObject()).as(name).isTrue();
      checkRecord(dialect, value, json);
    } else {
      fail("don't know " + value.getClass());
    }
  }
}
