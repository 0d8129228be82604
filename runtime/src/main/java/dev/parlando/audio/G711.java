package dev.parlando.audio;

/**
 * The companding of telephony, ITU-T Recommendation G.711: one byte per sample at 8 kHz, against
 * signed 16-bit little-endian PCM. Stateless and safe for use by many threads.
 */
public enum G711 {

  /** µ-law, as in North America and Japan. */
  ULAW {
    @Override
    short expand(int code) {
      int bits = ~code;
      int magnitude = ((((bits & 0x0f) << 3) + BIAS) << ((bits >> 4) & 7)) - BIAS;
      return (short) ((bits & SIGN) == 0 ? magnitude : -magnitude);
    }

    @Override
    int compress(int sample) {
      int magnitude = Math.min(Math.abs(sample), CLIP) + BIAS;
      int segment = log2(magnitude) - 7;
      int bits = (segment << 4) | ((magnitude >> (segment + 3)) & 0x0f);
      return ~(sample < 0 ? bits | SIGN : bits) & 0xff;
    }
  },

  /** A-law, as in Europe and most of the world. */
  ALAW {
    @Override
    short expand(int code) {
      int bits = code ^ EVEN_BITS;
      int segment = (bits >> 4) & 7;
      int step = bits & 0x0f;
      int magnitude = segment == 0 ? step * 16 + 8 : (step * 16 + 264) << (segment - 1);
      return (short) ((bits & SIGN) == 0 ? -magnitude : magnitude);
    }

    @Override
    int compress(int sample) {
      // Not the absolute value: the lower half of A-law begins at -1, and ~x is -x - 1.
      int magnitude = sample < 0 ? ~sample : sample;
      int segment = Math.max(0, log2(magnitude | 1) - 7);
      int step = (magnitude >> (segment == 0 ? 4 : segment + 3)) & 0x0f;
      int bits = (segment << 4) | step;
      return (sample < 0 ? bits : bits | SIGN) ^ EVEN_BITS;
    }
  };

  private static final int SIGN = 0x80;

  /** A-law inverts every second bit, so that silence is not a row of zeros on the line. */
  private static final int EVEN_BITS = 0x55;

  /** Moves the start of each µ-law segment to a power of two. */
  private static final int BIAS = 0x84;

  private static final int CLIP = 32635;

  abstract short expand(int code);

  abstract int compress(int sample);

  private static int log2(int value) {
    return 31 - Integer.numberOfLeadingZeros(value);
  }

  /**
   * Expands.
   *
   * @param codes one byte per sample
   * @return signed 16-bit little-endian PCM, two bytes per sample
   */
  public byte[] decode(byte[] codes) {
    byte[] pcm = new byte[codes.length * 2];
    for (int i = 0; i < codes.length; i++) {
      int sample = expand(codes[i]);
      pcm[2 * i] = (byte) sample;
      pcm[2 * i + 1] = (byte) (sample >> 8);
    }
    return pcm;
  }

  /**
   * Compresses. Samples beyond the law's range, ±32124 of µ-law and ±32256 of A-law, become its
   * ends.
   *
   * @param pcm signed 16-bit little-endian PCM, whole samples
   * @return one byte per sample
   * @throws IllegalArgumentException if it ends within a sample
   */
  public byte[] encode(byte[] pcm) {
    Pcm.requireWholeSamples(pcm);
    byte[] codes = new byte[pcm.length / 2];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (byte) compress(Pcm.sample(pcm, i));
    }
    return codes;
  }
}
