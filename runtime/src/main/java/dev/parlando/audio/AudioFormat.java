package dev.parlando.audio;

/** How audio is encoded. Always one channel. */
public enum AudioFormat {
  /** Signed 16-bit little-endian PCM at 24 kHz. */
  PCM16_24K(24_000),
  /** G.711 µ-law at 8 kHz. */
  G711_ULAW(8_000),
  /** G.711 A-law at 8 kHz. */
  G711_ALAW(8_000);

  private final int sampleRate;

  AudioFormat(int sampleRate) {
    this.sampleRate = sampleRate;
  }

  /** Samples per second, in Hz. */
  public int sampleRate() {
    return sampleRate;
  }
}
