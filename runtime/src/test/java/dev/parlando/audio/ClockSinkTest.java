package dev.parlando.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClockSinkTest {

  private long nowMs = 5_000;

  private ClockSink sink(AudioFormat format) {
    return new ClockSink(format, () -> nowMs);
  }

  private static AudioChunk chunk(AudioFormat format, String itemId, int ms) {
    return new AudioChunk(itemId, 0, new byte[(int) AudioLength.bytes(format, ms)]);
  }

  private static AudioChunk chunk(String itemId, int ms) {
    return chunk(AudioFormat.PCM16_24K, itemId, ms);
  }

  @ParameterizedTest
  @EnumSource
  void theTimeSinceItBeganIsHeard(AudioFormat format) {
    ClockSink sink = sink(format);
    sink.play(chunk(format, "a", 1_000));
    nowMs += 333;
    assertThat(sink.flush()).contains(new Heard("a", 0, 333));
  }

  @Test
  void nothingIsHeardBeforeTimePasses() {
    ClockSink sink = sink(AudioFormat.PCM16_24K);
    nowMs += 777;
    sink.play(chunk("a", 100));
    assertThat(sink.flush()).contains(new Heard("a", 0, 0));
  }

  @Test
  void whatWasHeardToTheEndIsNotInterrupted() {
    ClockSink sink = sink(AudioFormat.PCM16_24K);
    assertThat(sink.flush()).isEmpty();
    sink.play(chunk("a", 100));
    nowMs += 100;
    assertThat(sink.flush()).isEmpty();
  }

  @Test
  void aGapDoesNotCountAsHeard() {
    ClockSink sink = sink(AudioFormat.PCM16_24K);
    sink.play(chunk("a", 100));
    nowMs += 60_000;
    sink.play(chunk("a", 100));
    nowMs += 30;
    sink.play(chunk("a", 100));
    nowMs += 30;
    assertThat(sink.flush()).contains(new Heard("a", 0, 160));
  }

  @Test
  void eachItemCountsFromItsOwnStart() {
    ClockSink sink = sink(AudioFormat.PCM16_24K);
    sink.play(chunk("a", 100));
    sink.play(chunk("b", 100));
    sink.play(new AudioChunk("b", 1, new byte[4_800]));
    sink.play(chunk("c", 100));
    nowMs += 250;
    assertThat(sink.flush()).contains(new Heard("b", 1, 50));
  }

  @Test
  void anItemThatComesBackGoesOnWhereItWas() {
    ClockSink sink = sink(AudioFormat.PCM16_24K);
    sink.play(chunk("a", 100));
    sink.play(chunk("b", 100));
    sink.play(chunk("a", 100));
    nowMs += 210;
    assertThat(sink.flush()).contains(new Heard("a", 0, 110));
  }

  @Test
  void afterAFlushTheNextItemCountsFromItsStart() {
    ClockSink sink = sink(AudioFormat.PCM16_24K);
    sink.play(chunk("a", 1_000));
    nowMs += 500;
    sink.flush();
    assertThat(sink.flush()).isEmpty();
    nowMs += 500;
    sink.play(chunk("b", 1_000));
    nowMs += 20;
    assertThat(sink.flush()).contains(new Heard("b", 0, 20));
  }

  @Test
  void neverMoreIsHeardThanWasReceived() {
    ClockSink sink = sink(AudioFormat.PCM16_24K);
    // 99 ms and 47 of the 48 bytes of one more.
    sink.play(new AudioChunk("a", 0, new byte[99 * 48 + 47]));
    sink.play(chunk("b", 100));
    nowMs += 99;
    assertThat(sink.flush()).contains(new Heard("a", 0, 99));
  }
}
