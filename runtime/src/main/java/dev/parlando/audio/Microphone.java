package dev.parlando.audio;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records on this machine's default device: {@code Microphone.open(session::appendAudio)}. Needs
 * the module {@code java.desktop}.
 *
 * <p>A daemon thread of its own calls the consumer every 20 ms; a consumer that takes longer loses
 * audio in the device. Safe for use by many threads.
 */
public final class Microphone implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Microphone.class);

  private static final int CHUNK_MS = 20;

  private final InputLine line;
  private final MicrophoneChunks chunks;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile boolean closed;

  Microphone(InputLine line, AudioFormat format, Consumer<byte[]> consumer) {
    this.line = line;
    this.chunks = new MicrophoneChunks(line.rateHz(), format, CHUNK_MS, consumer);
    Thread recorder = new Thread(this::record, "parlando-microphone");
    recorder.setDaemon(true);
    recorder.start();
  }

  /**
   * Records 24 kHz PCM from now on.
   *
   * @param consumer gets 20 ms at a time, in arrays of its own
   * @throws NoAudioLineException if there is no device
   */
  public static Microphone open(Consumer<byte[]> consumer) {
    return open(AudioFormat.PCM16_24K, consumer);
  }

  /**
   * Records from now on, at the format's rate or else at 48 or 44.1 kHz, from which it is
   * resampled.
   *
   * @param format the session's input format
   * @param consumer gets 20 ms at a time, in arrays of its own
   * @throws NoAudioLineException if there is no device
   */
  public static Microphone open(AudioFormat format, Consumer<byte[]> consumer) {
    LineSearch.requireSoundSystem();
    return new Microphone(
        LineSearch.first("microphone", format.sampleRate(), JavaSound::input), format, consumer);
  }

  /**
   * Done when recording has ended: normally once it was closed, exceptionally with what the
   * consumer threw, or with an {@link IllegalStateException} if the device went away.
   */
  public CompletableFuture<Void> ended() {
    return ended.copy();
  }

  /**
   * Stops recording and releases the device. The consumer may still be at work on its last chunk.
   * May be called more than once.
   */
  @Override
  public void close() {
    closed = true;
    line.close();
  }

  private void record() {
    byte[] buffer = new byte[line.rateHz() * CHUNK_MS / 1000 * Pcm.BYTES_PER_SAMPLE];
    try {
      while (!closed) {
        int length = line.read(buffer);
        if (length <= 0 && !closed) {
          throw new IllegalStateException("The microphone gives no more audio. Was it unplugged?");
        }
        chunks.add(Arrays.copyOf(buffer, Math.max(0, length)));
      }
      ended.complete(null);
    } catch (RuntimeException | Error e) {
      LOG.warn("Recording ended: {}", e.toString());
      ended.completeExceptionally(e);
    } finally {
      line.close();
    }
  }
}
