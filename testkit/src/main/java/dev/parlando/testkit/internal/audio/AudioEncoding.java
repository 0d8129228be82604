package dev.parlando.testkit.internal.audio;

import dev.parlando.audio.G711;
import org.jspecify.annotations.Nullable;

/** How samples are put into bytes. Mono always. */
public enum AudioEncoding {
  /** 16-bit little-endian at 24 kHz. */
  PCM16(24_000, 2, null),
  /** G.711 μ-law at 8 kHz. */
  G711_ULAW(8_000, 1, G711.ULAW),
  /** G.711 A-law at 8 kHz. */
  G711_ALAW(8_000, 1, G711.ALAW);

  private final int sampleRate;
  private final int bytesPerSample;
  private final @Nullable G711 companding;

  AudioEncoding(int sampleRate, int bytesPerSample, @Nullable G711 companding) {
    this.sampleRate = sampleRate;
    this.bytesPerSample = bytesPerSample;
    this.companding = companding;
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
    byte[] pcm = companding == null ? bytes : companding.decode(bytes);
    short[] samples = new short[pcm.length / 2];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) ((pcm[2 * i] & 0xff) | (pcm[2 * i + 1] << 8));
    }
    return samples;
  }

  /** Bytes of samples that are at this encoding's rate. */
  public byte[] encode(short[] samples) {
    byte[] pcm = new byte[samples.length * 2];
    for (int i = 0; i < samples.length; i++) {
      pcm[2 * i] = (byte) samples[i];
      pcm[2 * i + 1] = (byte) (samples[i] >> 8);
    }
    return companding == null ? pcm : companding.encode(pcm);
  }
}
