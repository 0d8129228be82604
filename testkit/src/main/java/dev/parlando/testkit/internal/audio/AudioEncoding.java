package dev.parlando.testkit.internal.audio;

/** How samples are put into bytes. Mono always. */
public enum AudioEncoding {
  /** 16-bit little-endian at 24 kHz. */
  PCM16(24_000, 2),
  /** G.711 μ-law at 8 kHz. */
  G711_ULAW(8_000, 1),
  /** G.711 A-law at 8 kHz. */
  G711_ALAW(8_000, 1);

  private final int sampleRate;
  private final int bytesPerSample;

  AudioEncoding(int sampleRate, int bytesPerSample) {
    this.sampleRate = sampleRate;
    this.bytesPerSample = bytesPerSample;
  }

  /** Samples per second. */
  public int sampleRate() {
    return sampleRate;
  }

  /** Bytes of one millisecond. */
  public int bytesPerMilli() {
    return sampleRate / 1000 * bytesPerSample;
  }

  /** How long so many bytes play, in ms. */
  public double millis(long bytes) {
    return (double) bytes / bytesPerMilli();
  }

  /** Samples of the bytes; an odd last byte of PCM is left out. */
  public short[] decode(byte[] bytes) {
    short[] samples = new short[bytes.length / bytesPerSample];
    for (int i = 0; i < samples.length; i++) {
      samples[i] =
          switch (this) {
            case PCM16 -> (short) ((bytes[2 * i] & 0xff) | (bytes[2 * i + 1] << 8));
            case G711_ULAW -> G711.fromUlaw(bytes[i]);
            case G711_ALAW -> G711.fromAlaw(bytes[i]);
          };
    }
    return samples;
  }

  /** Bytes of samples that are at this encoding's rate. */
  public byte[] encode(short[] samples) {
    byte[] bytes = new byte[samples.length * bytesPerSample];
    for (int i = 0; i < samples.length; i++) {
      switch (this) {
        case PCM16 -> {
          bytes[2 * i] = (byte) samples[i];
          bytes[2 * i + 1] = (byte) (samples[i] >> 8);
        }
        case G711_ULAW -> bytes[i] = G711.toUlaw(samples[i]);
        case G711_ALAW -> bytes[i] = G711.toAlaw(samples[i]);
      }
    }
    return bytes;
  }
}
