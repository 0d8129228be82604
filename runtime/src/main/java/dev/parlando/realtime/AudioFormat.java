package dev.parlando.realtime;

/** How audio is encoded. Always one channel. */
public enum AudioFormat {
  /** Signed 16-bit little-endian PCM at 24 kHz. */
  PCM16_24K("pcm16", "audio/pcm", 24_000),
  /** G.711 µ-law at 8 kHz. */
  G711_ULAW("g711_ulaw", "audio/pcmu", 8_000),
  /** G.711 A-law at 8 kHz. */
  G711_ALAW("g711_alaw", "audio/pcma", 8_000);

  private final String betaName;
  private final String mediaType;
  private final int sampleRate;

  AudioFormat(String betaName, String mediaType, int sampleRate) {
    this.betaName = betaName;
    this.mediaType = mediaType;
    this.sampleRate = sampleRate;
  }

  /** Samples per second, in Hz. */
  public int sampleRate() {
    return sampleRate;
  }

  String betaName() {
    return betaName;
  }

  String mediaType() {
    return mediaType;
  }
}
