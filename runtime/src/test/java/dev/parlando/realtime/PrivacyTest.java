package dev.parlando.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What was said, heard or calculated never shows in a log by way of {@code toString}. */
class PrivacyTest {

  private static final Set<String> PRIVATE =
      Set.of(
          "delta",
          "audio",
          "text",
          "transcript",
          "arguments",
          "output",
          "instructions",
          "image_url",
          "metadata",
          "prompt",
          "event",
          "client_secret");

  static Stream<Sample> samples() {
    return Sample.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void printedEventHoldsNothingPrivate(Sample sample) throws Exception {
    List<String> secrets = new ArrayList<>();
    collect(sample.json(), false, secrets);
    String printed = sample.read().toString();
    assertThat(secrets).allSatisfy(secret -> assertThat(printed).doesNotContain(secret));
  }

  /** Text and keys pressed, but not the names of what it is all about. */
  private static void collect(JsonNode node, boolean isPrivate, List<String> secrets) {
    if (isPrivate && node.isString() && !node.stringValue().isBlank()) {
      secrets.add(node.stringValue());
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      boolean text = PRIVATE.contains(field.getKey()) && !isSetting(field);
      collect(field.getValue(), text || (isPrivate && node.isObject()), secrets);
    }
    if (node.isArray()) {
      node.forEach(child -> collect(child, false, secrets));
    }
  }

  /** GA's {@code audio} of a session holds formats and voices, its {@code output} too. */
  private static boolean isSetting(Map.Entry<String, JsonNode> field) {
    return field.getValue().isObject() && Set.of("audio", "output").contains(field.getKey());
  }

  @Test
  void sizesAreShownInstead() {
    assertThat(new ClientEvent.AudioAppend(new byte[480]))
        .hasToString("AudioAppend[audio=480 bytes]");
    assertThat(Item.functionCallOutput("call_1", "sunny"))
        .hasToString("FunctionCallOutput[call_id=call_1, output=5 characters]");
    assertThat(
            new ResponseEvent.TextDelta(
                "e", "r", "i", 0, 1, "Hello", Extras.of("pad", Sample.json("\"x\""))))
        .hasToString(
            "TextDelta[event_id=e, response_id=r, item_id=i, output_index=0, content_index=1, "
                + "delta=5 characters, extras=[pad]]");
    assertThat(SessionConfig.builder().instructions("secret").tracing(Sample.json("{}")).build())
        .hasToString("SessionConfig[type=realtime, instructions=6 characters, tracing=0 fields]");
  }

  @Test
  void unknownEventShowsItsTypeAlone() throws Exception {
    assertThat(EventCodec.server().read("{\"type\":\"new\",\"text\":\"secret\"}"))
        .hasToString("UnknownEvent[type=new, 2 fields]");
  }
}
