package dev.parlando.testkit.internal.audio;

import java.text.Normalizer;

/**
 * Makes text audible as a melody: every character is a chord of two notes of the pentatonic scale,
 * {@value #MILLIS_PER_CHARACTER} ms long. The same text always sounds the same, and a longer text
 * sounds longer.
 */
public final class ToneVoice {

  /** How long one character sounds, in ms. */
  public static final int MILLIS_PER_CHARACTER = 60;

  /** C, D, E, G, A from middle C up to E, in Hz. */
  static final double[] LOW = {261.63, 293.66, 329.63, 392.00, 440.00, 523.25, 587.33, 659.26};

  /** The same scale from the G above on, in Hz; below the 4 kHz that G.711 carries. */
  static final double[] HIGH = {
    783.99, 880.00, 1046.50, 1174.66, 1318.51, 1567.98, 1760.00, 2093.00, 2349.32, 2637.02, 3135.96,
    3520.00
  };

  static final char FIRST = ' ';
  static final int FADE_MILLIS = 6;
  private static final double AMPLITUDE = 6000;

  private ToneVoice() {}

  /** Samples of the text at the encoding's rate, in the encoding. */
  public static byte[] speak(String text, AudioEncoding encoding) {
    String letters = singable(text);
    int perCharacter = encoding.sampleRate() * MILLIS_PER_CHARACTER / 1000;
    short[] samples = new short[letters.length() * perCharacter];
    for (int i = 0; i < letters.length(); i++) {
      sing(
          letters.charAt(i) - FIRST,
          encoding.sampleRate(),
          samples,
          i * perCharacter,
          perCharacter);
    }
    return encoding.encode(samples);
  }

  private static void sing(int symbol, int rate, short[] samples, int from, int length) {
    double low = 2 * Math.PI * LOW[symbol % LOW.length] / rate;
    double high = 2 * Math.PI * HIGH[symbol / LOW.length] / rate;
    int fade = rate * FADE_MILLIS / 1000;
    for (int i = 0; i < length; i++) {
      double envelope = Math.min(1.0, (double) Math.min(i, length - 1 - i) / fade);
      double value = Math.sin(low * i) + 0.7 * Math.sin(high * i);
      samples[from + i] = (short) Math.round(AMPLITUDE * envelope * value);
    }
  }

  /** Only printable ASCII has notes; accents go, everything else becomes a question mark. */
  static String singable(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    return plain.replaceAll("\\s+", " ").replaceAll("[^ -~]", "?");
  }
}
