package dev.parlando.audio;

import java.util.Arrays;

/**
 * Fills the gaps in audio that comes with times, as from a telephone carrier that leaves silence
 * out: a server's voice detection counts samples, so without them it never hears a pause. Not safe
 * for use by several threads.
 */
public final class SilencePadding {

  /** A longer gap is filled only so far: the server needs to hear a pause, not all of it. */
  private static final long MOST_MS = 2_000;

  private final AudioFormat format;
  private long nextMs = -1;

  /** Padding of audio in a format. */
  public SilencePadding(AudioFormat format) {
    this.format = format;
  }

  /**
   * The chunk, with silence before it where some is missing.
   *
   * @param timestampMs when the chunk begins, in ms of the stream; one that overlaps what came
   *     before is not cut
   * @param audio samples in the format
   */
  public byte[] pad(long timestampMs, byte[] audio) {
    long gapMs = nextMs < 0 ? 0 : Math.min(Math.max(timestampMs - nextMs, 0), MOST_MS);
    nextMs = Math.max(nextMs, timestampMs) + AudioLength.ms(format, audio.length);
    if (gapMs == 0) {
      return audio;
    }
    int silent = (int) AudioLength.bytes(format, gapMs);
    byte[] padded = new byte[silent + audio.length];
    Arrays.fill(padded, 0, silent, silence());
    System.arraycopy(audio, 0, padded, silent, audio.length);
    return padded;
  }

  private byte silence() {
    return switch (format) {
      case PCM16_24K -> 0;
      case G711_ULAW -> (byte) 0xFF;
      case G711_ALAW -> (byte) 0xD5;
    };
  }
}
