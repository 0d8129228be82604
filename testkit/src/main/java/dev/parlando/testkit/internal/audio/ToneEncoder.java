package dev.parlando.testkit.internal.audio;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Makes text audible as a melody: every character is a chord of two notes of the pentatonic scale,
 * {@value #MILLIS_PER_CHARACTER} ms long. The same text always makes the same audio, and a longer
 * text makes longer audio.
 */
public final class ToneEncoder {

  /** How long the audio of one character is, in ms. */
  public static final int MILLIS_PER_CHARACTER = 60;

  /** C, D, E, G, A from middle C up to E, in Hz. */
  static final double[] LOW = {261.63, 293.66, 329.63, 392.00, 440.00, 523.25, 587.33, 659.26};

  /** The same scale from the G above on, in Hz; below the 4 kHz that G.711 carries. */
  static final double[] HIGH = {
    783.99, 880.00, 1046.50, 1174.66, 1318.51, 1567.98, 1760.00, 2093.00, 2349.32, 2637.02, 3135.96,
    3520.00
  };

  static final char FIRST = ' ';
  static final char LAST = '~';
  static final int FADE_MILLIS = 6;
  private static final double AMPLITUDE = 6000;

  /** By encoding and character; made once, for servers speak a lot. */
  private static final Map<AudioEncoding, byte[][]> CHORDS =
      Arrays.stream(AudioEncoding.values())
          .collect(Collectors.toUnmodifiableMap(each -> each, ToneEncoder::chords));

  private ToneEncoder() {}

  /** Samples of the text at the encoding's rate, in the encoding. */
  public static byte[] speak(String text, AudioEncoding encoding) {
    String letters = singable(text);
    int perCharacter = MILLIS_PER_CHARACTER * encoding.bytesPerMilli();
    byte[][] chords = Objects.requireNonNull(CHORDS.get(encoding));
    byte[] audio = new byte[letters.length() * perCharacter];
    for (int i = 0; i < letters.length(); i++) {
      byte[] chord = chords[letters.charAt(i) - FIRST];
      System.arraycopy(chord, 0, audio, i * perCharacter, perCharacter);
    }
    return audio;
  }

  private static byte[][] chords(AudioEncoding encoding) {
    byte[][] chords = new byte[LAST - FIRST + 1][];
    for (int symbol = 0; symbol < chords.length; symbol++) {
      chords[symbol] = encoding.encode(chord(symbol, encoding.sampleRate()));
    }
    return chords;
  }

  private static short[] chord(int symbol, int rate) {
    double low = 2 * Math.PI * LOW[symbol % LOW.length] / rate;
    double high = 2 * Math.PI * HIGH[symbol / LOW.length] / rate;
    int fade = rate * FADE_MILLIS / 1000;
    short[] samples = new short[rate * MILLIS_PER_CHARACTER / 1000];
    for (int i = 0; i < samples.length; i++) {
      double envelope = Math.min(1.0, (double) Math.min(i, samples.length - 1 - i) / fade);
      double value = Math.sin(low * i) + 0.7 * Math.sin(high * i);
      samples[i] = (short) Math.round(AMPLITUDE * envelope * value);
    }
    return samples;
  }

  /** Only printable ASCII has notes; accents go, everything else becomes a question mark. */
  static String singable(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    return plain.replaceAll("\\s+", " ").replaceAll("[^ -~]", "?");
  }
}
