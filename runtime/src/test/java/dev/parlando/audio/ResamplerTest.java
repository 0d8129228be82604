package dev.parlando.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** R89: audio at another sample rate. */
class ResamplerTest {

  private static final int[] RATES = {8_000, 16_000, 24_000, 44_100, 48_000};
  private static final double AMPLITUDE = 29_000;

  static Stream<Arguments> pairs() {
    return IntStream.of(RATES)
        .boxed()
        .flatMap(
            from ->
                IntStream.of(RATES)
                    .filter(to -> to != from)
                    .mapToObj(to -> Arguments.of(from, to)));
  }

  static Stream<Arguments> pairsDownward() {
    return pairs().filter(pair -> (int) pair.get()[0] > (int) pair.get()[1]);
  }

  private static byte[] whole(int fromHz, int toHz, byte[] pcm) {
    Resampler resampler = Resampler.between(fromHz, toHz);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(resampler.resample(pcm));
    out.writeBytes(resampler.finish());
    return out.toByteArray();
  }

  private static byte[] noise(Random random, int samples) {
    byte[] pcm = new byte[samples * 2];
    random.nextBytes(pcm);
    return pcm;
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void anyCutIntoChunksGivesTheSameBytes(int fromHz, int toHz) {
    Random random = new Random(fromHz * 31L + toHz);
    for (int run = 0; run < 40; run++) {
      byte[] pcm = noise(random, random.nextInt(4_000));
      int longest = 1 + random.nextInt(run % 2 == 0 ? 7 : 1_000);
      Resampler resampler = Resampler.between(fromHz, toHz);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      for (int at = 0; at < pcm.length; ) {
        int length = Math.min(pcm.length - at, 2 * random.nextInt(longest + 1));
        byte[] chunk = new byte[length];
        System.arraycopy(pcm, at, chunk, 0, length);
        out.writeBytes(resampler.resample(chunk));
        at += length;
      }
      out.writeBytes(resampler.finish());
      assertThat(out.toByteArray()).isEqualTo(whole(fromHz, toHz, pcm));
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void aToneInTheBandKeepsItsLevelAndGainsNoNoise(int fromHz, int toHz) {
    int lower = Math.min(fromHz, toHz);
    for (double part : new double[] {0.02, 0.1, 0.25, 0.37, 0.42}) {
      double toneHz = Math.rint(part * lower);
      byte[] out = whole(fromHz, toHz, Tone.sine(fromHz, toneHz, AMPLITUDE, fromHz));
      double snr = Tone.signalToNoise(out, toHz, toneHz);
      double change = Tone.level(out) - 20 * Math.log10(AMPLITUDE / 32768);
      assertThat(snr).isGreaterThan(80);
      assertThat(change).isBetween(-0.05, 0.05);
    }
  }

  @ParameterizedTest
  @MethodSource("pairsDownward")
  void aToneThatTheLowerRateCannotHoldIsSuppressed(int fromHz, int toHz) {
    for (double part : new double[] {0.51, 0.6, 0.75, 0.9}) {
      // Above half of the lower rate and below half of the higher one.
      double toneHz = Math.min(Math.rint(part * toHz), fromHz / 2 - 50);
      byte[] out = whole(fromHz, toHz, Tone.sine(fromHz, toneHz, 32_000, fromHz));
      assertThat(Tone.level(out)).isLessThan(-75);
    }
  }

  @Test
  void theOutputIsInTimeWithTheInput() {
    byte[] pcm = Tone.sine(8_000, 500, AMPLITUDE, 800);
    byte[] out = whole(8_000, 24_000, pcm);
    for (int i = 100; i < 700; i++) {
      assertThat((int) Pcm.sample(out, 3 * i)).isCloseTo(Pcm.sample(pcm, i), within(8));
    }
  }

  @ParameterizedTest
  @CsvSource({"44100, 24000", "24000, 44100", "8000, 24000", "48000, 24000"})
  void tenMinutesHaveTheirLengthAndTheDelayNeverGrows(int fromHz, int toHz) {
    Resampler resampler = Resampler.between(fromHz, toHz);
    byte[] chunk = Tone.sine(fromHz, 440, AMPLITUDE, fromHz / 50);
    double longestDelayMs = 36_000.0 / Math.min(fromHz, toHz) + 0.2;
    long in = 0;
    long out = 0;
    for (int i = 0; i < 10 * 60 * 50; i++) {
      in += chunk.length / 2;
      out += resampler.resample(chunk).length / 2;
      double delayMs = in * 1000.0 / fromHz - out * 1000.0 / toHz;
      assertThat(delayMs).isBetween(0.0, longestDelayMs);
    }
    out += resampler.finish().length / 2;
    assertThat(out).isEqualTo((in * toHz + fromHz - 1) / fromHz).isEqualTo(600L * toHz);
  }

  @Test
  void theTailComesOutAndTheNextStreamBeginsAnew() {
    Resampler resampler = Resampler.between(24_000, 48_000);
    byte[] pcm = noise(new Random(7), 30);
    assertThat(resampler.resample(pcm)).isEmpty();
    byte[] first = resampler.finish();
    assertThat(first).hasSize(120);
    assertThat(resampler.finish()).isEmpty();
    resampler.resample(pcm);
    assertThat(resampler.finish()).isEqualTo(first);
    resampler.resample(pcm);
    resampler.reset();
    assertThat(resampler.finish()).isEmpty();
  }

  @Test
  void silenceStaysSilentAndTheLoudestIsClippedNotWrapped() {
    assertThat(whole(48_000, 24_000, new byte[4_800])).containsOnly(0);
    byte[] square = new byte[48_000];
    for (int i = 0; i < 24_000; i++) {
      Pcm.put(square, i, i / 40 % 2 == 0 ? Short.MAX_VALUE : Short.MIN_VALUE);
    }
    byte[] out = whole(24_000, 48_000, square);
    // A wrapped sample would have the sign of the other half wave.
    for (int half = 2; half < 590; half++) {
      for (int i = 20; i < 60; i++) {
        assertThat(Pcm.sample(out, half * 80 + i) > 0).isEqualTo(half % 2 == 0);
      }
    }
  }

  @Test
  void equalRatesGiveBackWhatCame() {
    for (int rate : RATES) {
      byte[] pcm = noise(new Random(rate), 1_000);
      assertThat(whole(rate, rate, pcm)).isEqualTo(pcm);
    }
  }

  @Test
  void anotherRateIsRefusedAtOnce() {
    assertThatThrownBy(() -> Resampler.between(22_050, 24_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "A sample rate of 22050 Hz can't be resampled."
                + " Supported are [8000, 16000, 24000, 44100, 48000] Hz.");
    assertThatThrownBy(() -> Resampler.between(24_000, 0)).hasMessageContaining("of 0 Hz");
  }

  @Test
  void halfASampleIsRefused() {
    assertThatThrownBy(() -> Resampler.between(48_000, 24_000).resample(new byte[5]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("16-bit audio must end with a whole sample, but these are 5 bytes.");
  }
}
