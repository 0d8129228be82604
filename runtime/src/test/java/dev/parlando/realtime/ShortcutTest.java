package dev.parlando.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.wire.FastInput;
import dev.parlando.wire.JsonInput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The shortcuts of the codec give what the general way gives, whatever the message. */
class ShortcutTest {

  private static final long SEED = 20261122;
  private static final EventCodec<ServerEvent> SERVER = EventCodec.server();
  private static final EventCodec<ClientEvent> CLIENT = EventCodec.client();

  static List<Sample> samples() {
    return Sample.all().filter(sample -> sample.side() == Sample.Side.SERVER).toList();
  }

  @Test
  void takesAPieceOfSpeechOfEitherDialect() {
    for (String type : List.of("response.audio.delta", "response.output_audio.delta")) {
      String message =
          "{\"type\":\"%s\",\"event_id\":\"e\",\"response_id\":\"r\",\"item_id\":\"i\","
                  .formatted(type)
              + "\"output_index\":0,\"content_index\":10,\"delta\":\"AQID\"}";
      assertThat(plain(bytes(message)))
          .isEqualTo(
              new ResponseEvent.AudioDelta(
                  "e", "r", "i", 0, 10, new byte[] {1, 2, 3}, Extras.NONE));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void anyEventAndAnyDamageToItIsReadAsBefore(Sample sample) {
    Random random = new Random(SEED + sample.source().hashCode());
    String text = sample.text();
    same(text);
    for (int i = 0; i < 40; i++) {
      same(damaged(bytes(text), random));
    }
  }

  @Test
  void anyPieceOfSpeechAndAnyDamageToItIsReadAsBefore() {
    Random random = new Random(SEED);
    int taken = 0;
    for (int i = 0; i < 4_000; i++) {
      byte[] message = bytes(speech(random));
      same(message);
      same(damaged(message, random));
      if (plain(message) != null) {
        taken++;
      }
    }
    assertThat(taken).isGreaterThan(400);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void takesWhatServersWrite(Sample sample) {
    assertThat(plain(bytes(sample.text()))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"response.audio.delta\",\"delta\":\"AQ==\"}",
        "{\"type\":\"response.audio.delta\",\"delta\":\"AQ\"}",
        "{\"type\":\"response.audio.delta\",\"delta\":\"A\"}",
        "{\"type\":\"response.audio.delta\",\"delta\":\"AQ=A\"}",
        "{\"type\":\"response.audio.delta\",\"delta\":\"\"}",
        "{\"type\":\"response.audio.delta\",\"delta\":\"A\\u0041==\"}",
        "{\"type\":\"response.audio.delta\",\"delta\":null}",
        "{\"type\":\"response.audio.delta\",\"delta\":\"AQID\\}",
        "{\"type\":\"response.audio.delta\",\"delta\":\"AQID\u00e9}",
        "{\"type\":\"response.audio.delta\",\"delta\":\"AQID\",\"delta\":\"AQ==\"}",
        "{\"type\":\"response.audio.delta\",\"type\":\"response.done\",\"delta\":\"AQID\"}",
        "{\"type\":\"response.audio.delta\",\"delta\":\"AQID\"}}",
        "{\"type\":\"response.audio.delta\",\"delta\":\"AQID\"} ",
        "{\"type\":\"response.audio.delta\",\"delta\":\"AQID\"}\n{}",
        "{\"type\":\"response.audio.delta\",\"delta\":\"AQID\",}",
        "{\"type\":\"response.audio.delta\",\"output_index\":01,\"delta\":\"AQID\"}",
        "{\"type\":\"response.audio.delta\",\"output_index\":-0,\"delta\":\"AQID\"}",
        "{\"type\":\"response.audio.delta\",\"output_index\":1.0,\"delta\":\"AQID\"}",
        "{\"type\":\"response.audio.delta\",\"output_index\":1e1,\"delta\":\"AQID\"}",
        "{\"type\":\"response.audio.delta\",\"output_index\":\"1\",\"delta\":\"AQID\"}",
        "{\"type\":\"response.audio.delta\",\"output_index\":999999999,\"delta\":\"AQID\"}",
        "{\"type\":\"response.audio.delta\",\"output_index\":9999999999,\"delta\":\"AQID\"}",
        "{\"type\":\"response.audio.delta\",\"item_id\":\"\u00e9\",\"delta\":\"AQID\"}",
        "{\"type\":\"response.audio.delta\",\"item_id\":\"\u4e2d\",\"delta\":\"AQID\"}",
        "{\"type\":\"response.audio.delta\",\"item_id\":\"?\",\"delta\":\"AQID\"}",
        "{\"type\":\"response.audio.delta\",\"item_id\":\"a\\\"b\",\"delta\":\"AQID\"}",
        "{\"type\":\"response.audio.delta\",\"item_ix\":\"a\",\"delta\":\"AQID\"}",
        "{\"type\":\"response.audio.delta\",\"delta\":\"AQID\",\"item_id\":\"after\"}",
        "{\"type\":\"response.audio.delta\",\"obfuscation\":\"x\",\"delta\":\"AQID\"}",
        "{\"delta\":\"AQID\",\"type\":\"response.audio.delta\"}",
        "{\"type\":\"response.audio_transcript.delta\",\"delta\":\"AQID\"}",
        "",
        "{",
        "{\"",
        "{\"type\":\"response.audio.delta\",\"delta\":\"",
        "[]"
      })
  void whatIsUnusualIsReadAsBefore(String message) {
    same(message);
    // A text is only looked at from a length on.
    same(message.replace("AQID", "AQID".repeat(400)));
  }

  private static final List<String> VALUES =
      List.of(
          "0",
          "-0",
          "-1",
          "007",
          "-",
          "+1",
          "1.",
          ".5",
          "0.25",
          "-1.5e-3",
          "1E2",
          "1e",
          "1e400",
          "2147483647",
          "2147483648",
          "123456789012345678",
          "1234567890123456789",
          "3.0",
          "9e18",
          "12345678901234567890123",
          "0x1",
          "NaN",
          "true",
          "false",
          "null",
          "nul",
          "True",
          "tru",
          "\"\"",
          "\"a\"",
          "\"?\"",
          "\"a\\n\\t\\\\\\/\\\"b\"",
          "\"\\b\\f\\r\"",
          "\"\\u00e9\"",
          "\"\\ud83d\\ude00\"",
          "\"\\x\"",
          "\"a\\",
          "\"a",
          "\"\u00e9\u4e2d\ud83d\ude00\"",
          "\"\ufffd\"",
          "\"\u0001\"",
          "\"a\nb\"",
          "\"\u007f\u0080\"",
          "\"\ud83d\"",
          "{}",
          "[]",
          "{\"a\":[1,{\"b\":2.50}]}",
          "[1,\"two\",null]",
          "[1,]",
          "[,1]",
          "{\"a\":1,}",
          "{,}",
          "{\"a\"}",
          "{\"a\":}",
          "[}",
          "{]",
          "{\"a\":1 \"b\":2}",
          "[1 2]",
          "{\"a\":\"}\"}",
          "{'a':1}",
          "{a:1}",
          "[[[[[[1]]]]]]",
          "[".repeat(40) + "]".repeat(40),
          "[".repeat(99) + "]".repeat(99),
          " 1 ",
          "\t\"a\"\r\n",
          "{\"type\":\"message\",\"id\":\"i\",\"content\":[{\"type\":\"text\",\"text\":\"\u00e9?\"}]}",
          "{\"id\":\"i\",\"type\":\"function_call\",\"arguments\":\"{\\\"a\\\":1}\",\"more\":[{}]}",
          "/*c*/1",
          "1//",
          "\"a\"x",
          "1x",
          "nulll",
          "[1]]",
          "\u0000",
          "\ufeff1");

  static List<String> values() {
    return VALUES;
  }

  @ParameterizedTest
  @MethodSource("values")
  void anyValueIsReadAsBeforeWhereverItStands(String value) {
    for (String field :
        List.of(
            "event_id", "output_index", "item", "response", "delta", "rate_limits", "x", "type")) {
      for (String type :
          List.of(
              "response.output_item.done",
              "response.done",
              "rate_limits.updated",
              "response.output_text.delta",
              "response.output_audio.delta",
              "session.updated",
              "other")) {
        same("{\"type\":\"%s\",\"%s\":%s}".formatted(type, field, value));
        same("{\"%s\":%s,\"type\":\"%s\",\"event_id\":\"e\"}".formatted(field, value, type));
        same("{ \"type\" :\n\"%s\" , \"%s\" : %s , \"z\":0 } ".formatted(type, field, value));
      }
    }
    same(value);
    same(value + "{}");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theOrderOfFieldsMakesNoDifference(Sample sample) {
    Random random = new Random(SEED);
    JsonNode tree = Sample.json(sample.text());
    for (int i = 0; i < 10; i++) {
      same(shuffled(tree, random).toString());
    }
  }

  private static JsonNode shuffled(JsonNode tree, Random random) {
    if (tree.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      tree.forEach(element -> array.add(shuffled(element, random)));
      return array;
    }
    if (!tree.isObject()) {
      return tree;
    }
    List<String> names = new ArrayList<>(tree.propertyNames());
    Collections.shuffle(names, random);
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    names.forEach(name -> object.set(name, shuffled(tree.get(name), random)));
    return object;
  }

  @Test
  void aMessageBeyondTheLimitIsRefused() {
    String message = "{\"type\":\"response.audio.delta\",\"delta\":\"" + "AQID".repeat(500) + "\"}";
    EventCodec<ServerEvent> strict = SERVER.withMaxStringLength(1_000);
    assertThat(outcome(strict, bytes(message))).asString().contains("exceeds a limit");
    assertThat(outcome(strict, message)).asString().contains("exceeds a limit");
    assertThat(outcome(SERVER, bytes(message))).isInstanceOf(ResponseEvent.AudioDelta.class);
  }

  @Test
  void aPieceOfTheUsersSoundIsWrittenAsBefore() {
    Random random = new Random(SEED);
    String[] ids = {"pl_1", "", "e\u00e9", "a\"b", "a\\b", "a\nb", "\u4e2d", "\u007f", "~"};
    for (int i = 0; i < 500; i++) {
      byte[] audio = new byte[random.nextInt(40) * random.nextInt(40)];
      random.nextBytes(audio);
      ClientEvent event = new ClientEvent.AudioAppend(audio);
      if (random.nextInt(4) > 0) {
        event = event.withEventId(ids[random.nextInt(ids.length)]);
      }
      for (Dialect dialect : Dialect.values()) {
        assertThat(CLIENT.write(event, dialect)).isEqualTo(CLIENT.general().write(event, dialect));
      }
    }
  }

  @Test
  void whatElseASoundCarriesIsWrittenAsBefore() {
    ClientEvent event =
        new ClientEvent.AudioAppend(
            "pl_1", new byte[] {1, 2}, Extras.of("more", Sample.json("[1]")));
    assertThat(CLIENT.write(event, Dialect.GA))
        .isEqualTo(CLIENT.general().write(event, Dialect.GA))
        .asString(StandardCharsets.UTF_8)
        .contains("more");
  }

  /** A piece of speech: fields in any order or left out, spaces anywhere, now and then one more. */
  private static String speech(Random random) {
    byte[] audio = new byte[random.nextInt(2_000)];
    random.nextBytes(audio);
    List<String> fields = new ArrayList<>();
    maybe(fields, random, "\"event_id\":\"event_" + random.nextInt(99) + "\"");
    maybe(fields, random, "\"response_id\":\"resp_1\"");
    maybe(fields, random, "\"item_id\":\"item_" + random.nextInt(99) + "\"");
    maybe(fields, random, "\"output_index\":" + random.nextInt(12));
    maybe(fields, random, "\"content_index\": " + random.nextInt(2));
    if (random.nextInt(8) == 0) {
      fields.add("\"unknown\":{\"delta\":[1]}");
    }
    String ga = random.nextBoolean() ? "output_" : "";
    fields.add(
        random.nextInt(5) == 0 ? fields.size() : 0, "\"type\":\"response." + ga + "audio.delta\"");
    fields.add("\"delta\":\"" + Base64.getEncoder().encodeToString(audio) + "\"");
    if (random.nextInt(3) == 0) {
      Collections.shuffle(fields, random);
    }
    String comma = random.nextInt(4) == 0 ? ", " : ",";
    return "{" + String.join(comma, fields) + "}";
  }

  private static void maybe(List<String> fields, Random random, String field) {
    if (random.nextInt(6) > 0) {
      fields.add(field);
    }
  }

  private static byte[] damaged(byte[] message, Random random) {
    byte[] damaged = message.clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      int where = random.nextBoolean() ? damaged.length : Math.min(damaged.length, 200);
      byte[] likely = bytes("{}[]\",:\\ 0?A=");
      damaged[random.nextInt(where)] =
          random.nextBoolean() ? likely[random.nextInt(likely.length)] : (byte) random.nextInt();
    }
    return Arrays.copyOf(damaged, damaged.length - random.nextInt(2) * random.nextInt(9));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** What the short way reads, or null if it leaves the message to the general one. */
  private static @Nullable ServerEvent plain(byte[] message) {
    JsonInput source = new FastInput(new JsonFactory(), message, message.length, false);
    try {
      source.nextToken();
      return ServerEventMappings.EVENTS.readAny(source);
    } catch (JsonInput.UnusualJsonException odd) {
      return null;
    }
  }

  private static void same(String text) {
    same(bytes(text));
    assertThat(outcome(SERVER, text)).as(text).isEqualTo(outcome(SERVER.general(), text));
  }

  private static void same(byte[] message) {
    assertThat(outcome(SERVER, message))
        .as(() -> new String(message, StandardCharsets.UTF_8))
        .isEqualTo(outcome(SERVER.general(), message))
        .isEqualTo(outcomeOfStart(message));
  }

  /** What is read of the message where more stands behind it. */
  private static Object outcomeOfStart(byte[] message) {
    byte[] more = Arrays.copyOf(message, message.length + 9);
    Arrays.fill(more, message.length, more.length, (byte) '}');
    try {
      return SERVER.read(more, message.length);
    } catch (MalformedEventException e) {
      return e.getMessage();
    }
  }

  private static Object outcome(EventCodec<ServerEvent> codec, byte[] message) {
    try {
      return codec.read(message);
    } catch (MalformedEventException e) {
      return e.getMessage();
    }
  }

  private static Object outcome(EventCodec<ServerEvent> codec, String message) {
    try {
      return codec.read(message);
    } catch (MalformedEventException e) {
      return e.getMessage();
    }
  }
}
