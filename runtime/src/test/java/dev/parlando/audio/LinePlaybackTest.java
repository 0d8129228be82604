package dev.parlando.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinePlaybackTest {

  private final FakeOutputLine line = new FakeOutputLine(24_000, 100);
  private final LinePlayback playback = new LinePlayback(line, AudioFormat.PCM16_24K);
  private final Random random = new Random(11);

  private byte[] pcm(int ms) {
    byte[] pcm = new byte[ms * 48];
    random.nextBytes(pcm);
    return pcm;
  }

  private static AudioChunk chunk(String itemId, byte[] audio) {
    return new AudioChunk(itemId, 0, audio);
  }

  /** Feeds and plays in turns of 10 ms. */
  private static void run(LinePlayback playback, FakeOutputLine line, int ms) {
    for (int i = 0; i < ms; i += 10) {
      playback.feed();
      line.playMs(10);
    }
  }

  @Test
  void allIsPlayedInOrderAndNeverMoreThanTheLineHasRoomFor() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    for (int i = 0; i < 20; i++) {
      byte[] pcm = pcm(1 + random.nextInt(70));
      said.writeBytes(pcm);
      playback.add(chunk("a", pcm));
    }
    playback.feed();
    assertThat(line.taken()).isEqualTo(4_800);
    assertThat(playback.fed()).isFalse();
    run(playback, line, 2_000);
    assertThat(playback.fed()).isTrue();
    assertThat(line.heard()).isEqualTo(said.toByteArray());
  }

  @Test
  void whatWaitsInTheLineIsNotHeard() {
    playback.add(chunk("a", pcm(500)));
    playback.feed();
    assertThat(playback.cut()).contains(new Heard("a", 0, 0));

    playback.add(chunk("b", pcm(500)));
    run(playback, line, 250);
    assertThat(playback.cut()).contains(new Heard("b", 0, 250));
  }

  @Test
  void aCutForgetsTheQueueAndTheLinesBuffer() {
    playback.add(chunk("a", pcm(500)));
    run(playback, line, 50);
    playback.cut();
    run(playback, line, 500);
    assertThat(line.heard()).hasSize(50 * 48);
    assertThat(playback.cut()).isEmpty();

    byte[] next = pcm(80);
    playback.add(chunk("b", next));
    run(playback, line, 200);
    assertThat(Arrays.copyOfRange(line.heard(), 50 * 48, 130 * 48)).isEqualTo(next);
  }

  @Test
  void theItemThatIsHeardIsToldNotTheOneThatIsQueued() {
    playback.add(chunk("a", pcm(100)));
    playback.add(chunk("b", pcm(100)));
    playback.add(new AudioChunk("b", 1, pcm(100)));
    run(playback, line, 230);
    assertThat(playback.cut()).contains(new Heard("b", 1, 30));
  }

  @Test
  void withoutAnythingAudibleTheLineIsLeftAlone() {
    assertThat(playback.cut()).isEmpty();
    playback.add(chunk("a", pcm(100)));
    run(playback, line, 100);
    assertThat(playback.cut()).isEmpty();
    assertThat(line.restarts).isZero();
  }

  @Test
  void aGapDoesNotCountEvenIfTheDeviceCountsIt() {
    playback.add(chunk("a", pcm(100)));
    run(playback, line, 100);
    line.countSilenceMs(5_000);
    playback.feed();
    playback.add(chunk("a", pcm(100)));
    run(playback, line, 40);
    assertThat(playback.cut()).contains(new Heard("a", 0, 140));
  }

  @Test
  void aChunkMayEndWithinASample() {
    byte[] pcm = pcm(40);
    playback.add(chunk("a", Arrays.copyOfRange(pcm, 0, 11)));
    playback.add(chunk("a", Arrays.copyOfRange(pcm, 11, 12)));
    playback.add(chunk("a", Arrays.copyOfRange(pcm, 12, 13)));
    playback.add(chunk("a", Arrays.copyOfRange(pcm, 13, pcm.length)));
    run(playback, line, 100);
    assertThat(line.heard()).isEqualTo(pcm);
  }

  @Test
  void halfASampleAtTheEndOfAnItemDoesNotShiftTheNext() {
    byte[] first = pcm(10);
    byte[] second = pcm(10);
    playback.add(chunk("a", Arrays.copyOf(first, first.length - 1)));
    playback.add(chunk("b", second));
    run(playback, line, 100);
    assertThat(Arrays.copyOfRange(line.heard(), first.length - 2, line.heard().length))
        .isEqualTo(second);
  }

  @Test
  void aDeviceOfAnotherRateHearsItAllResampledAndInTime() {
    FakeOutputLine other = new FakeOutputLine(44_100, 100);
    LinePlayback resampled = new LinePlayback(other, AudioFormat.PCM16_24K);
    byte[] tone = Tone.sine(24_000, 1_000, 20_000, 24_000);
    for (int at = 0; at < tone.length; at += 4_800) {
      resampled.add(chunk("a", Arrays.copyOfRange(tone, at, at + 4_800)));
    }
    run(resampled, other, 1_200);
    assertThat(other.heard()).hasSize(88_200);
    assertThat(Tone.signalToNoise(other.heard(), 44_100, 1_000)).isGreaterThan(80);
    assertThat(resampled.cut()).isEmpty();

    resampled.add(chunk("b", tone));
    run(resampled, other, 400);
    assertThat(resampled.cut()).contains(new Heard("b", 0, 400));
  }

  @Test
  void g711IsPlayedAsPcmAndCountedByItsOwnLength() {
    FakeOutputLine other = new FakeOutputLine(8_000, 100);
    LinePlayback telephone = new LinePlayback(other, AudioFormat.G711_ULAW);
    byte[] codes = G711.ULAW.encode(Tone.sine(8_000, 440, 10_000, 8_000));
    telephone.add(chunk("a", codes));
    run(telephone, other, 600);
    assertThat(other.heard()).isEqualTo(Arrays.copyOf(G711.ULAW.decode(codes), 9_600));
    assertThat(telephone.cut()).contains(new Heard("a", 0, 600));
  }

  @Test
  void aShortItemOnAnotherRateIsHeardThoughTheResamplerHoldsItBack() {
    FakeOutputLine other = new FakeOutputLine(48_000, 100);
    LinePlayback resampled = new LinePlayback(other, AudioFormat.PCM16_24K);
    resampled.add(chunk("a", pcm(1)));
    run(resampled, other, 20);
    assertThat(other.heard()).hasSize(2 * 48);
    assertThat(resampled.fed()).isTrue();
  }
}
