package dev.parlando.testkit.internal.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeechDetectorTest {

  private static final int RATE = 24_000;

  @Test
  void findsWhereSpeechBeginsAndWhereSilenceHasLastedLongEnough() {
    short[] audio = join(silence(400), speech(1000), silence(500));
    assertThat(new SpeechDetector(RATE, 0.5, 200, 0).feed(audio))
        .containsExactly(new SpeechDetector.Started(400), new SpeechDetector.Stopped(1600));
  }

  @Test
  void theSizeOfTheChunksDoesNotMatter() {
    short[] audio = join(silence(400), speech(1000), silence(500));
    SpeechDetector detector = new SpeechDetector(RATE, 0.5, 200, 0);
    List<SpeechDetector.Boundary> boundaries = new ArrayList<>();
    for (int from = 0; from < audio.length; from += 777) {
      boundaries.addAll(
          detector.feed(Arrays.copyOfRange(audio, from, Math.min(audio.length, from + 777))));
    }
    assertThat(boundaries)
        .containsExactly(new SpeechDetector.Started(400), new SpeechDetector.Stopped(1600));
  }

  @Test
  void aClickIsNoSpeech() {
    assertThat(
            new SpeechDetector(RATE, 0.5, 200, 0)
                .feed(join(silence(100), speech(20), silence(300))))
        .isEmpty();
  }

  @Test
  void aPauseShorterThanTheSilenceDoesNotEndSpeech() {
    short[] audio = join(speech(300), silence(150), speech(300));
    SpeechDetector detector = new SpeechDetector(RATE, 0.5, 200, 0);
    assertThat(detector.feed(audio)).containsExactly(new SpeechDetector.Started(0));
    assertThat(detector.speaking()).isTrue();
  }

  @Test
  void aHighThresholdDoesNotHearQuietSpeech() {
    short[] quiet = speech(500);
    for (int i = 0; i < quiet.length; i++) {
      quiet[i] = (short) (quiet[i] / 8);
    }
    assertThat(new SpeechDetector(RATE, 0.9, 200, 0).feed(quiet)).isEmpty();
    assertThat(new SpeechDetector(RATE, 0.3, 200, 0).feed(quiet)).hasSize(1);
  }

  @Test
  void timesCountFromTheGivenOne() {
    assertThat(new SpeechDetector(RATE, 0.5, 200, 10_000).feed(speech(100)))
        .containsExactly(new SpeechDetector.Started(10_000));
  }

  private static short[] silence(int millis) {
    return new short[millis * RATE / 1000];
  }

  private static short[] speech(int millis) {
    short[] samples = silence(millis);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (4000 * Math.sin(2 * Math.PI * 440 * i / RATE));
    }
    return samples;
  }

  private static short[] join(short[]... parts) {
    short[] all = new short[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
    int at = 0;
    for (short[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }
}
