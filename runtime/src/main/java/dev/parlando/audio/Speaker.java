package dev.parlando.audio;

import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays the model's speech on this machine's default device and knows by the device how much was
 * heard. Needs the module {@code java.desktop}.
 *
 * <p>A daemon thread of its own feeds the device, 100 ms ahead at most. Safe for use by many
 * threads; no call waits for the device.
 */
public final class Speaker implements PlaybackSink {

  private static final Logger LOG = LoggerFactory.getLogger(Speaker.class);

  /** How often the device is asked for room while it has none; it does not tell by itself. */
  private static final long POLL_MS = 10;

  private final Object lock = new Object();
  private final OutputLine line;
  private final LinePlayback playback;
  private boolean closed;

  Speaker(OutputLine line, AudioFormat format) {
    this.line = line;
    this.playback = new LinePlayback(line, format);
    Thread feeder = new Thread(this::feed, "parlando-speaker");
    feeder.setDaemon(true);
    feeder.start();
  }

  /**
   * Opens the device for 24 kHz PCM.
   *
   * @throws NoAudioLineException if there is none
   */
  public static Speaker open() {
    return open(AudioFormat.PCM16_24K);
  }

  /**
   * Opens the device, at the format's rate or else at 48 or 44.1 kHz, to which it is resampled.
   *
   * @param format the session's output format
   * @throws NoAudioLineException if there is none
   */
  public static Speaker open(AudioFormat format) {
    LineSearch.requireSoundSystem();
    return new Speaker(LineSearch.first("speaker", format.sampleRate(), JavaSound::output), format);
  }

  @Override
  public void play(AudioChunk chunk) {
    synchronized (lock) {
      if (!closed) {
        playback.add(chunk);
        lock.notifyAll();
      }
    }
  }

  @Override
  public Optional<Heard> flush() {
    synchronized (lock) {
      return closed ? Optional.empty() : playback.cut();
    }
  }

  @Override
  public OptionalLong remainingMs() {
    synchronized (lock) {
      return OptionalLong.of(closed ? 0 : playback.remainingMs());
    }
  }

  @Override
  public void close() {
    synchronized (lock) {
      if (!closed) {
        closed = true;
        line.close();
        lock.notifyAll();
      }
    }
  }

  private void feed() {
    try {
      feedUntilClosed();
    } catch (RuntimeException | InterruptedException e) {
      LOG.warn("Playback ended: {}", e.toString());
      close();
    }
  }

  private void feedUntilClosed() throws InterruptedException {
    synchronized (lock) {
      while (!closed) {
        playback.feed();
        lock.wait(playback.fed() ? 0 : POLL_MS);
      }
    }
  }
}
