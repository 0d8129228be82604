package dev.parlando.audio;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Plays nothing and reckons by the clock how much would have been heard of speech that is played as
 * it comes, at normal speed. While there is nothing to play, time does not count.
 *
 * <p>It is the fallback where nobody knows better: a sink that asks the device is exact, this one
 * is ahead by whatever the real player buffers. Not safe for use by several threads at once.
 */
public final class ClockSink implements PlaybackSink {

  private final AudioFormat format;
  private final LongSupplier clockMs;
  private final Playlist playlist;
  private long playedFrames;
  private long lastMs;

  /**
   * A sink on the clock of the JVM.
   *
   * @param format the session's output format
   */
  public ClockSink(AudioFormat format) {
    this(format, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
  }

  /**
   * A sink on another clock.
   *
   * @param format the session's output format
   * @param clockMs a clock in ms that never goes back
   */
  public ClockSink(AudioFormat format, LongSupplier clockMs) {
    this.format = format;
    this.clockMs = clockMs;
    this.playlist = new Playlist(format, format.sampleRate());
    this.lastMs = clockMs.getAsLong();
  }

  @Override
  public void play(AudioChunk chunk) {
    advance();
    playlist.add(chunk, chunk.audio().length / AudioLength.bytesPerSample(format));
  }

  @Override
  public Optional<Heard> flush() {
    advance();
    Optional<Heard> heard = playlist.at(playedFrames);
    playlist.clear();
    playedFrames = 0;
    return heard;
  }

  @Override
  public OptionalLong remainingMs() {
    advance();
    return OptionalLong.of(playlist.remainingMs(playedFrames));
  }

  /** Does nothing: there is no device. */
  @Override
  public void close() {}

  private void advance() {
    long nowMs = clockMs.getAsLong();
    long frames = (nowMs - lastMs) * format.sampleRate() / 1000;
    playedFrames = Math.min(playlist.end(), playedFrames + frames);
    lastMs = nowMs;
  }
}
