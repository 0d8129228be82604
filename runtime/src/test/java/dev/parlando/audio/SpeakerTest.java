package dev.parlando.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SpeakerTest {

  private final FakeOutputLine line = new FakeOutputLine(24_000, 100);

  private static AudioChunk chunk(String itemId, int ms) {
    byte[] pcm = new byte[ms * 48];
    Arrays.fill(pcm, (byte) itemId.charAt(0));
    return new AudioChunk(itemId, 0, pcm);
  }

  @Test
  void itFeedsTheDeviceAsThereIsRoom() throws InterruptedException {
    try (Speaker speaker = new Speaker(line, AudioFormat.PCM16_24K)) {
      speaker.play(chunk("a", 250));
      line.awaitTaken(4_800);
      line.playMs(100);
      line.awaitTaken(9_600);
      line.playMs(100);
      line.awaitTaken(12_000);
      speaker.play(chunk("b", 20));
      line.awaitTaken(12_960);
    }
  }

  @Test
  void aFlushTellsWhatTheDeviceHasPlayed() throws InterruptedException {
    try (Speaker speaker = new Speaker(line, AudioFormat.PCM16_24K)) {
      speaker.play(chunk("a", 10_000));
      line.awaitTaken(4_800);
      line.playMs(60);
      line.awaitTaken(4_800 + 60 * 48);
      assertThat(speaker.flush()).contains(new Heard("a", 0, 60));
      assertThat(speaker.flush()).isEmpty();

      speaker.play(chunk("b", 50));
      line.awaitTaken(4_800 + 60 * 48 + 50 * 48);
      line.playMs(10);
      assertThat(speaker.flush()).contains(new Heard("b", 0, 10));
      assertThat(line.heard()).hasSize(70 * 48);
    }
  }

  @Test
  void onceClosedItReleasesTheDeviceAndStaysSilent() {
    Speaker speaker = new Speaker(line, AudioFormat.PCM16_24K);
    speaker.close();
    speaker.close();
    speaker.play(chunk("a", 10));
    assertThat(speaker.flush()).isEmpty();
    assertThat(line.closed()).isTrue();
    assertThat(line.taken()).isZero();
  }
}
