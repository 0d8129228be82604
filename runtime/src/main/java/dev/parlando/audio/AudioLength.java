package dev.parlando.audio;

/**
 * How long audio lasts. Whole samples and whole milliseconds count, and nothing is rounded up: a
 * length in ms is never beyond the audio that is there, which a server would refuse when an item is
 * truncated.
 */
public final class AudioLength {

  private AudioLength() {}

  /** The bytes of one sample: 2 of PCM, 1 of G.711. */
  public static int bytesPerSample(AudioFormat format) {
    return switch (format) {
      case PCM16_24K -> Pcm.BYTES_PER_SAMPLE;
      case G711_ULAW, G711_ALAW -> 1;
    };
  }

  /**
   * How long so many bytes last.
   *
   * @return whole ms, rounded down
   * @throws IllegalArgumentException if the number is negative
   */
  public static long ms(AudioFormat format, long bytes) {
    return requireNoLess(bytes, "bytes") / bytesPerMs(format);
  }

  /**
   * How many bytes last so long.
   *
   * @throws IllegalArgumentException if the number is negative
   */
  public static long bytes(AudioFormat format, long ms) {
    return requireNoLess(ms, "ms") * bytesPerMs(format);
  }

  /** 48 for PCM, 8 for G.711: each rate is a whole number of samples per ms. */
  private static int bytesPerMs(AudioFormat format) {
    return format.sampleRate() / 1000 * bytesPerSample(format);
  }

  private static long requireNoLess(long number, String what) {
    if (number < 0) {
      throw new IllegalArgumentException("Audio can't have " + number + " " + what + ".");
    }
    return number;
  }
}
