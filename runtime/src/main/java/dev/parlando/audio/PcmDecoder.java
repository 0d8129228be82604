package dev.parlando.audio;

import java.util.Arrays;

/** Turns the model's speech into 16-bit PCM at a device's rate. One stream per instance. */
final class PcmDecoder {

  private static final byte[] NOTHING = {};

  private final AudioFormat format;
  private final Resampler resampler;
  private String itemId = "";
  private byte[] half = NOTHING;
  private boolean begun;

  PcmDecoder(AudioFormat format, int deviceHz) {
    this.format = format;
    this.resampler = Resampler.between(format.sampleRate(), deviceHz);
  }

  byte[] decode(AudioChunk chunk) {
    begun = true;
    return resampler.resample(
        switch (format) {
          case PCM16_24K -> wholeSamples(chunk);
          case G711_ULAW -> G711.ULAW.decode(chunk.audio());
          case G711_ALAW -> G711.ALAW.decode(chunk.audio());
        });
  }

  /** Half a sample at the end of a chunk belongs to the item's next one, not to another item's. */
  private byte[] wholeSamples(AudioChunk chunk) {
    byte[] before = itemId.equals(chunk.itemId()) ? half : NOTHING;
    itemId = chunk.itemId();
    byte[] bytes = Arrays.copyOf(before, before.length + chunk.audio().length);
    System.arraycopy(chunk.audio(), 0, bytes, before.length, chunk.audio().length);
    int whole = bytes.length - bytes.length % Pcm.BYTES_PER_SAMPLE;
    half = Arrays.copyOfRange(bytes, whole, bytes.length);
    return whole == bytes.length ? bytes : Arrays.copyOf(bytes, whole);
  }

  /** Whether something may be left to {@link #finish()}. */
  boolean begun() {
    return begun;
  }

  /** What is left when nothing follows for now. */
  byte[] finish() {
    begun = false;
    return resampler.finish();
  }

  void reset() {
    begun = false;
    half = NOTHING;
    resampler.reset();
  }
}
