package dev.parlando.audio;

import java.util.Arrays;
import java.util.function.Consumer;

/** Turns what a device recorded into chunks of one length in a session's input format. */
final class MicrophoneChunks {

  private final AudioFormat format;
  private final Resampler resampler;
  private final Consumer<byte[]> consumer;
  private final byte[] chunk;
  private int filled;

  MicrophoneChunks(int deviceHz, AudioFormat format, int chunkMs, Consumer<byte[]> consumer) {
    this.format = format;
    this.resampler = Resampler.between(deviceHz, format.sampleRate());
    this.consumer = consumer;
    this.chunk = new byte[Math.toIntExact(AudioLength.bytes(format, chunkMs))];
  }

  /** Takes PCM at the device's rate and hands over each chunk that is full. */
  void add(byte[] pcm) {
    byte[] audio = encode(resampler.resample(pcm));
    int taken = 0;
    while (taken < audio.length) {
      int length = Math.min(audio.length - taken, chunk.length - filled);
      System.arraycopy(audio, taken, chunk, filled, length);
      taken += length;
      filled += length;
      if (filled == chunk.length) {
        filled = 0;
        consumer.accept(Arrays.copyOf(chunk, chunk.length));
      }
    }
  }

  private byte[] encode(byte[] pcm) {
    return switch (format) {
      case PCM16_24K -> pcm;
      case G711_ULAW -> G711.ULAW.encode(pcm);
      case G711_ALAW -> G711.ALAW.encode(pcm);
    };
  }
}
