package dev.parlando.audio;

/** Signed 16-bit little-endian samples in bytes. */
final class Pcm {

  static final int BYTES_PER_SAMPLE = 2;

  private Pcm() {}

  static short sample(byte[] pcm, int index) {
    return (short) ((pcm[2 * index] & 0xff) | (pcm[2 * index + 1] << 8));
  }

  /** Rounds to the nearest sample; what is too loud is clipped. */
  static void put(byte[] pcm, int index, float value) {
    int sample = Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(value)));
    pcm[2 * index] = (byte) sample;
    pcm[2 * index + 1] = (byte) (sample >> 8);
  }

  static void requireWholeSamples(byte[] pcm) {
    if (pcm.length % BYTES_PER_SAMPLE != 0) {
      throw new IllegalArgumentException(
          "16-bit audio must end with a whole sample, but these are " + pcm.length + " bytes.");
    }
  }
}
