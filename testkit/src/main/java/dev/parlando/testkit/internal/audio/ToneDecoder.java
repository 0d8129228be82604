package dev.parlando.testkit.internal.audio;

import java.util.Optional;

/** Decodes the text in audio of {@link ToneEncoder}, and nothing else. */
public final class ToneDecoder {

  private static final int AUDIBLE = 400;

  /** How much of a chord's energy must be in its two notes. */
  private static final double PURITY = 0.5;

  private final short[] samples;
  private final int sampleRate;
  private final int perCharacter;
  private final int margin;

  private ToneDecoder(short[] samples, int sampleRate) {
    this.samples = samples;
    this.sampleRate = sampleRate;
    this.perCharacter = sampleRate * ToneEncoder.MILLIS_PER_CHARACTER / 1000;
    this.margin = sampleRate * ToneEncoder.FADE_MILLIS / 1000;
  }

  /** The text in a signal, phrases joined by spaces; empty if it is silence or other audio. */
  public static Optional<String> decode(short[] samples, int sampleRate) {
    return new ToneDecoder(samples, sampleRate).decode();
  }

  private Optional<String> decode() {
    StringBuilder decoded = new StringBuilder();
    int at = onset(0);
    while (at >= 0 && at + perCharacter - margin <= samples.length) {
      if (isSilent(at)) {
        at = onset(at);
        decoded.append(at >= 0 ? ' ' : "");
        continue;
      }
      int symbol = symbol(at);
      if (symbol < 0) {
        return Optional.empty();
      }
      decoded.append((char) (ToneEncoder.FIRST + symbol));
      at += perCharacter;
    }
    String text = decoded.toString().strip();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** The first audible sample from a place on; -1 if there is none. */
  private int onset(int from) {
    for (int i = from; i < samples.length; i++) {
      if (Math.abs((int) samples[i]) > AUDIBLE) {
        return i;
      }
    }
    return -1;
  }

  private boolean isSilent(int from) {
    for (int i = from + margin; i < Math.min(samples.length, from + perCharacter - margin); i++) {
      if (Math.abs((int) samples[i]) > AUDIBLE) {
        return false;
      }
    }
    return true;
  }

  /** The chord that begins at a place; -1 if it is none. */
  private int symbol(int from) {
    int start = from + margin;
    int length = Math.min(samples.length - start, perCharacter - 2 * margin);
    double[] low = strengths(ToneEncoder.LOW, start, length);
    double[] high = strengths(ToneEncoder.HIGH, start, length);
    int lowest = strongest(low);
    int highest = strongest(high);
    double energy = 0;
    for (int i = start; i < start + length; i++) {
      energy += (double) samples[i] * samples[i];
    }
    double inNotes = (low[lowest] + high[highest]) * 2 / length;
    int symbol = highest * ToneEncoder.LOW.length + lowest;
    boolean printable = symbol <= ToneEncoder.LAST - ToneEncoder.FIRST;
    return printable && inNotes > PURITY * energy ? symbol : -1;
  }

  private double[] strengths(double[] notes, int start, int length) {
    double[] strengths = new double[notes.length];
    for (int i = 0; i < notes.length; i++) {
      strengths[i] = strength(notes[i], start, length);
    }
    return strengths;
  }

  /** Goertzel's algorithm: the squared strength of one frequency. */
  private double strength(double hertz, int start, int length) {
    double coefficient = 2 * Math.cos(2 * Math.PI * hertz / sampleRate);
    double last = 0;
    double beforeLast = 0;
    for (int i = start; i < start + length; i++) {
      double now = samples[i] + coefficient * last - beforeLast;
      beforeLast = last;
      last = now;
    }
    return last * last + beforeLast * beforeLast - coefficient * last * beforeLast;
  }

  private static int strongest(double[] strengths) {
    int best = 0;
    for (int i = 1; i < strengths.length; i++) {
      if (strengths[i] > strengths[best]) {
        best = i;
      }
    }
    return best;
  }
}
