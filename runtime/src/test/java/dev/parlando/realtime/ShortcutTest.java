package dev.parlando.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
      assertThat(AudioDeltaScan.read(bytes(message)))
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
      if (AudioDeltaScan.read(message) != null) {
        taken++;
      }
    }
    assertThat(taken).isGreaterThan(400);
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

  @Test
  void aMessageBeyondTheLimitIsRefusedAsBefore() {
    String message = "{\"type\":\"response.audio.delta\",\"delta\":\"" + "AQID".repeat(500) + "\"}";
    EventCodec<ServerEvent> strict = SERVER.withMaxStringLength(1_000);
    assertThat(outcome(strict, bytes(message)))
        .isEqualTo(outcome(strict.general(), bytes(message)))
        .asString()
        .contains("exceeds a limit");
  }

  @Test
  void aPieceOfTheUsersSoundIsWrittenAsBefore() {
    Random random = new Random(SEED);
    String[] ids = {"pl_1", "", "e\u00e9", "a\"b", "a\\b", "a\nb", "\u4e2d", "\u007f", "~"};
    for (int i = 0; i < 500; i++) {
      byte[] sound = new byte[random.nextInt(40) * random.nextInt(40)];
      random.nextBytes(sound);
      ClientEvent event = new ClientEvent.AudioAppend(sound);
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
    byte[] sound = new byte[random.nextInt(2_000)];
    random.nextBytes(sound);
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
    fields.add("\"delta\":\"" + Base64.getEncoder().encodeToString(sound) + "\"");
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

  private static void same(String text) {
    same(bytes(text));
    assertThat(outcome(SERVER, text)).as(text).isEqualTo(outcome(SERVER.general(), text));
  }

  private static void same(byte[] message) {
    assertThat(outcome(SERVER, message))
        .as(() -> new String(message, StandardCharsets.UTF_8))
        .isEqualTo(outcome(SERVER.general(), message));
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
