package dev.parlando.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class G711Test {

  /** The first value and the step of each segment of 16, from tables 2a and 1a of G.711. */
  private static final int[][] ULAW_SEGMENTS = {
    {0, 2}, {33, 4}, {99, 8}, {231, 16}, {495, 32}, {1023, 64}, {2079, 128}, {4191, 256}
  };

  private static final int[][] ALAW_SEGMENTS = {
    {1, 2}, {33, 2}, {66, 4}, {132, 8}, {264, 16}, {528, 32}, {1056, 64}, {2112, 128}
  };

  /** The values at the decoder's output of one half, smallest first, in 16-bit steps. */
  private static List<Integer> table(int[][] segments, int scale) {
    List<Integer> values = new ArrayList<>();
    for (int[] segment : segments) {
      for (int i = 0; i < 16; i++) {
        values.add((segment[0] + i * segment[1]) * scale);
      }
    }
    return values;
  }

  private static int decode(G711 law, int code) {
    return Pcm.sample(law.decode(new byte[] {(byte) code}), 0);
  }

  private static int encode(G711 law, int sample) {
    byte[] pcm = new byte[2];
    Pcm.put(pcm, 0, sample);
    return law.encode(pcm)[0] & 0xff;
  }

  @Test
  void everyMuLawCodeHasTheValueOfTheTable() {
    List<Integer> table = table(ULAW_SEGMENTS, 4);
    for (int i = 0; i < 128; i++) {
      // Positive codes count down from 0xff, negative ones from 0x7f.
      assertThat(decode(G711.ULAW, 0xff - i)).isEqualTo(table.get(i));
      assertThat(decode(G711.ULAW, 0x7f - i)).isEqualTo(-table.get(i));
    }
  }

  @Test
  void everyALawCodeHasTheValueOfTheTable() {
    List<Integer> table = table(ALAW_SEGMENTS, 8);
    for (int i = 0; i < 128; i++) {
      // The character signals are counted, then every second bit is inverted.
      assertThat(decode(G711.ALAW, (0x80 + i) ^ 0x55)).isEqualTo(table.get(i));
      assertThat(decode(G711.ALAW, i ^ 0x55)).isEqualTo(-table.get(i));
    }
  }

  @Test
  void theTestToneOfTheRecommendationIsATone() {
    // Tables 5 and 6: a period of 1 kHz at 0 dBm0, of which full scale is 3.17 and 3.14 dB above.
    double ulaw = 20 * Math.log10(toneAmplitude(G711.ULAW, "1e0b0b1e9e8b8b9e") / (8159 * 4));
    double alaw = 20 * Math.log10(toneAmplitude(G711.ALAW, "342121 34b4a1a1b4") / (4096 * 8));
    assertThat(ulaw).isBetween(-3.22, -3.12);
    assertThat(alaw).isBetween(-3.19, -3.09);
  }

  private static double toneAmplitude(G711 law, String period) {
    byte[] codes = HexFormat.of().parseHex(period.replace(" ", ""));
    byte[] pcm = law.decode(codes);
    double power = 0;
    for (int i = 0; i < 8; i++) {
      assertThat((int) Pcm.sample(pcm, i)).isEqualTo(-Pcm.sample(pcm, (i + 4) % 8));
      power += Math.pow(Pcm.sample(pcm, i), 2);
    }
    assertThat(law.encode(pcm)).isEqualTo(codes);
    return Math.sqrt(power / 8 * 2);
  }

  @ParameterizedTest
  @EnumSource
  void aDecodedCodeIsEncodedAgainAsItWas(G711 law) {
    for (int code = 0; code < 256; code++) {
      // µ-law has two zeros; silence goes out as the positive one.
      int expected = law == G711.ULAW && code == 0x7f ? 0xff : code;
      assertThat(encode(law, decode(law, code))).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everySampleComesBackInOrderAndWithinHalfAStep(G711 law) {
    int before = Integer.MIN_VALUE;
    int limit = law == G711.ULAW ? 32_124 : 32_256;
    for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
      int heard = decode(law, encode(law, sample));
      assertThat(heard).isGreaterThanOrEqualTo(before);
      int clipped = Math.max(-limit, Math.min(limit, sample));
      // The smallest step is 8 of µ-law and 16 of A-law, the largest a 32nd of the sample.
      int halfStep = Math.max(law == G711.ULAW ? 4 : 8, (Math.abs(clipped) + 132) / 32);
      assertThat(Math.abs(heard - clipped)).isLessThanOrEqualTo(halfStep);
      before = heard;
    }
  }

  @Test
  void theEndsAndSilenceHaveTheirCodes() {
    assertThat(encode(G711.ULAW, 0)).isEqualTo(0xff);
    assertThat(encode(G711.ULAW, 32_767)).isEqualTo(0x80);
    assertThat(encode(G711.ULAW, -32_768)).isZero();
    assertThat(encode(G711.ALAW, 0)).isEqualTo(0xd5);
    assertThat(encode(G711.ALAW, -1)).isEqualTo(0x55);
    assertThat(encode(G711.ALAW, 32_767)).isEqualTo(0xaa);
    assertThat(encode(G711.ALAW, -32_768)).isEqualTo(0x2a);
  }

  @ParameterizedTest
  @EnumSource
  void aToneSurvivesWithTheNoiseOfTheLaw(G711 law) {
    byte[] tone = Tone.sine(8_000, 1_004, 10_000, 8_000);
    double snr = Tone.signalToNoise(law.decode(law.encode(tone)), 8_000, 1_004);
    // G.712 asks for 33 dB at this level; the laws themselves give some 38.
    assertThat(snr).isBetween(36.0, 41.0);
  }

  @Test
  void halfASampleIsRefused() {
    assertThatThrownBy(() -> G711.ULAW.encode(new byte[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("16-bit audio must end with a whole sample, but these are 3 bytes.");
  }
}
