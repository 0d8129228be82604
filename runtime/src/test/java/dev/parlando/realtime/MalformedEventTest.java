package dev.parlando.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A message that is no event says what is wrong with it, and shows nothing private. */
class MalformedEventTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "nothing",
      value = {
        "''| it is no JSON object",
        "[]| it is no JSON object",
        "\"response.done\"| it is no JSON object",
        "12| it is no JSON object",
        "null| it is no JSON object",
        "hello| it is no JSON at line 1, column ",
        "{\"type\":\"error\"| its JSON is cut off at line 1, column 16",
        "{\"type\":\"error\",}| it is no JSON at line 1, column 17",
        "{\"type\":\"error\"} {}| something follows the JSON object",
        "{}| its \"type\" is missing or no text",
        "{\"event_id\":\"e1\"}| its \"type\" is missing or no text",
        "{\"type\":7}| its \"type\" is missing or no text",
        "{\"type\":null}| its \"type\" is missing or no text",
        "{\"type\":\"response.audio.delta\",\"delta\":\"§§\"}| audio of 2 characters is not base64",
        "{\"delta\":\"A\",\"type\":\"response.output_audio.delta\"}| audio of 1 characters is not base64"
      })
  void saysWhatIsWrong(String message, String problem) {
    assertThatExceptionOfType(MalformedEventException.class)
        .isThrownBy(() -> EventCodec.server().read(message))
        .withMessageStartingWith("Not an event: " + problem)
        .withNoCause();
    assertThatExceptionOfType(MalformedEventException.class)
        .isThrownBy(() -> EventCodec.server().read(message.getBytes(StandardCharsets.UTF_8)))
        .withMessageStartingWith("Not an event: " + problem.replaceAll("column.*", ""));
  }

  @Test
  void clientEventNeedsATypeToo() {
    assertThatExceptionOfType(MalformedEventException.class)
        .isThrownBy(() -> EventCodec.client().read("{\"audio\":\"AQID\"}"))
        .withMessageStartingWith("Not an event: its \"type\" is missing or no text");
    assertThatExceptionOfType(MalformedEventException.class)
        .isThrownBy(
            () ->
                EventCodec.client()
                    .read("{\"type\":\"input_audio_buffer.append\",\"audio\":\"A-_\"}"))
        .withMessageStartingWith("Not an event: audio of 3 characters is not base64");
  }

  @Test
  void bytesThatAreNoUtf8AreNoEvent() {
    byte[] message = "{\"type\":\"error\",\"x\":\"?\"}".getBytes(StandardCharsets.UTF_8);
    message[message.length - 3] = (byte) 0xC3;
    assertThatExceptionOfType(MalformedEventException.class)
        .isThrownBy(() -> EventCodec.server().read(message))
        .withMessageStartingWith("Not an event: it is no JSON at line 1");
  }

  @Test
  void excerptIsShortAndHoldsNoAudio() {
    String audio = Base64.getEncoder().encodeToString(new byte[3000]);
    String message = "{\"type\":\"response.output_audio.delta\",\"x\":\"" + audio + "\",\"delta\":";
    assertThatExceptionOfType(MalformedEventException.class)
        .isThrownBy(() -> EventCodec.server().read(message))
        .satisfies(
            e ->
                assertThat(e.getMessage())
                    .doesNotContain("AAAA")
                    .hasSizeLessThan(200)
                    .endsWith("It begins: {\"type\":\"response.output_audio.delta\",\"x\":\"…"));
  }

  @Test
  void excerptHoldsNothingThatWasSaid() {
    assertThatExceptionOfType(MalformedEventException.class)
        .isThrownBy(
            () ->
                EventCodec.server()
                    .read(
                        "{\"type\":\"x\",\"transcript\": \"my PIN is 1234\",\"text\":\"a\\\"secret"))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("PIN", "secret"));
  }

  @Test
  void nestingBeyondTheLimitIsRefused() {
    String deep = "{\"type\":\"x\",\"a\":" + "[".repeat(101) + "]".repeat(101) + "}";
    assertThatExceptionOfType(MalformedEventException.class)
        .isThrownBy(() -> EventCodec.server().read(deep))
        .withMessageStartingWith("Not an event: it exceeds a limit: Document nesting depth");
  }

  @Test
  void numberBeyondTheLimitIsRefused() {
    String wide = "{\"type\":\"response.audio.done\",\"output_index\":" + "9".repeat(1001) + "}";
    assertThatExceptionOfType(MalformedEventException.class)
        .isThrownBy(() -> EventCodec.server().read(wide))
        .withMessageStartingWith("Not an event: it exceeds a limit: Number value length");
  }

  @Test
  void audioOfManyMebibytesIsAccepted() throws Exception {
    byte[] audio = new byte[12 << 20];
    byte[] message = EventCodec.client().write(new ClientEvent.AudioAppend(audio), Dialect.GA);
    assertThat(message).hasSizeGreaterThan(16 << 20);
    assertThat(EventCodec.client().read(message)).isEqualTo(new ClientEvent.AudioAppend(audio));
  }

  @Test
  void limitOfStringsCanBeChosen() throws Exception {
    EventCodec<ServerEvent> small = EventCodec.server().withMaxStringLength(40_000);
    String fits = "{\"type\":\"response.text.delta\",\"delta\":\"" + "x".repeat(40_000) + "\"}";
    String tooLong = "{\"type\":\"response.text.delta\",\"delta\":\"" + "x".repeat(400_000) + "\"}";
    assertThat(small.read(fits)).isInstanceOf(ResponseEvent.TextDelta.class);
    assertThatExceptionOfType(MalformedEventException.class)
        .isThrownBy(() -> small.read(tooLong))
        .withMessageStartingWith("Not an event: it exceeds a limit: String value length");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EventCodec.server().withMaxStringLength(0));
  }

  @Test
  void nextMessageIsReadAfterAMalformedOne() throws Exception {
    EventCodec<ServerEvent> codec = EventCodec.server();
    assertThatExceptionOfType(MalformedEventException.class).isThrownBy(() -> codec.read("{\"t"));
    assertThat(codec.read("{\"type\":\"input_audio_buffer.cleared\",\"event_id\":\"e\"}"))
        .isEqualTo(new InputAudioEvent.Cleared("e", Extras.NONE));
  }
}
