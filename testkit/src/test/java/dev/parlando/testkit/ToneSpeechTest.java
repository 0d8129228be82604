package dev.parlando.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.testkit.internal.audio.AudioEncoding;
import dev.parlando.testkit.internal.audio.ToneEncoder;
import dev.parlando.testkit.speech.ToneSpeech;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ToneSpeechTest {

  private static final String ALL =
      " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";

  @ParameterizedTest
  @EnumSource
  void everyCharacterIsUnderstoodInEveryEncoding(AudioEncoding encoding) {
    byte[] audio = ToneEncoder.speak("x" + ALL, encoding);
    assertThat(ToneSpeech.understand(encoding.decode(audio), encoding.sampleRate()))
        .contains("x" + ALL);
  }

  @Test
  void aTextTakesSixtyMillisecondsForACharacter() {
    assertThat(ToneSpeech.pcm16("0123456789")).hasSize(600 * 48);
  }

  @Test
  void silenceAroundAndBetweenPhrasesDoesNotMatter() {
    byte[] audio =
        join(
            ToneSpeech.silence(333),
            ToneSpeech.pcm16("Hello,"),
            ToneSpeech.silence(130),
            ToneSpeech.pcm16("Toronto."),
            ToneSpeech.silence(70));
    assertThat(ToneSpeech.understand(audio)).contains("Hello, Toronto.");
  }

  @Test
  void quieterSpeechIsUnderstood() {
    short[] samples = AudioEncoding.PCM16.decode(ToneSpeech.pcm16("What time is it?"));
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (samples[i] / 4);
    }
    assertThat(ToneSpeech.understand(samples, 24_000)).contains("What time is it?");
  }

  @Test
  void noiseIsNotUnderstood() {
    byte[] noise = new byte[48_000];
    new Random(1).nextBytes(noise);
    assertThat(ToneSpeech.understand(noise)).isEmpty();
  }

  @Test
  void silenceIsNotUnderstood() {
    assertThat(ToneSpeech.understand(ToneSpeech.silence(1000))).isEmpty();
  }

  @Test
  void lossOfAPieceIsNoticed() {
    byte[] audio = ToneSpeech.pcm16("one two three");
    byte[] lossy =
        join(Arrays.copyOf(audio, 12_000), Arrays.copyOfRange(audio, 14_000, audio.length));
    assertThat(ToneSpeech.understand(lossy).orElse("")).isNotEqualTo("one two three");
  }

  @Test
  void accentsAndOtherScriptsBecomePlainCharacters() {
    assertThat(ToneSpeech.understand(ToneSpeech.pcm16("São Paulo 東"))).contains("Sao Paulo ?");
  }

  private static byte[] join(byte[]... parts) {
    byte[] all = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }
}
