package dev.parlando.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AudioLengthTest {

  @ParameterizedTest
  @CsvSource({"PCM16_24K, 48, 2", "G711_ULAW, 8, 1", "G711_ALAW, 8, 1"})
  void aMillisecondHasItsBytes(AudioFormat format, int bytesPerMs, int bytesPerSample) {
    assertThat(AudioLength.bytes(format, 1)).isEqualTo(bytesPerMs);
    assertThat(AudioLength.bytesPerSample(format)).isEqualTo(bytesPerSample);
    assertThat(AudioLength.ms(format, 60L * 60 * 1000 * bytesPerMs)).isEqualTo(3_600_000);
  }

  @ParameterizedTest
  @EnumSource
  void aLengthIsNeverBeyondTheBytes(AudioFormat format) {
    for (long bytes = 0; bytes < 1_000; bytes++) {
      long ms = AudioLength.ms(format, bytes);
      assertThat(AudioLength.bytes(format, ms)).isLessThanOrEqualTo(bytes);
      assertThat(AudioLength.bytes(format, ms + 1)).isGreaterThan(bytes);
    }
  }

  @Test
  void aNegativeLengthIsRefused() {
    assertThatThrownBy(() -> AudioLength.ms(AudioFormat.PCM16_24K, -1))
        .hasMessage("Audio can't have -1 bytes.");
    assertThatThrownBy(() -> AudioLength.bytes(AudioFormat.PCM16_24K, -1))
        .hasMessage("Audio can't have -1 ms.");
  }
}
