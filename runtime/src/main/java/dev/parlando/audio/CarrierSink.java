package dev.parlando.audio;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Plays to somebody on the telephone. What was heard is known by the marks that the carrier gives
 * back; between two of them it is reckoned by the clock, and never beyond the next.
 *
 * <p>Safe for use by the session and by the thread that hears of marks. No lock is held while the
 * carrier or the clock is called, so a carrier may give marks back from within.
 */
public final class CarrierSink implements PlaybackSink {

  private static final String PREFIX = "parlando-";

  /** A mark that was set and not given back. */
  private record Mark(String name, long frame) {}

  private final AudioFormat format;
  private final Carrier carrier;
  private final LongSupplier clockMs;
  private final Playlist playlist;
  private final Deque<Mark> marks = new ArrayDeque<>();
  private long generation;
  private long reachedFrame;
  private long reachedMs;

  /**
   * A sink on the clock of the JVM.
   *
   * @param format the session's output format, which must be the carrier's
   */
  public CarrierSink(AudioFormat format, Carrier carrier) {
    this(format, carrier, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
  }

  /**
   * A sink on another clock.
   *
   * @param clockMs a clock in ms that never goes back
   */
  public CarrierSink(AudioFormat format, Carrier carrier, LongSupplier clockMs) {
    this.format = format;
    this.carrier = carrier;
    this.clockMs = clockMs;
    this.playlist = new Playlist(format, format.sampleRate());
  }

  @Override
  public void play(AudioChunk chunk) {
    Mark mark = append(chunk, clockMs.getAsLong());
    carrier.send(chunk.audio());
    carrier.mark(mark.name());
  }

  private synchronized Mark append(AudioChunk chunk, long nowMs) {
    if (marks.isEmpty()) {
      reached(playlist.end(), nowMs);
    }
    playlist.add(chunk, chunk.audio().length / AudioLength.bytesPerSample(format));
    Mark mark = new Mark(PREFIX + generation + "-" + playlist.end(), playlist.end());
    marks.add(mark);
    return mark;
  }

  /**
   * The carrier gave a mark back. Marks of others, and those of audio that was dropped, change
   * nothing.
   */
  public void marked(String name) {
    returned(name, clockMs.getAsLong());
  }

  private synchronized void returned(String name, long nowMs) {
    if (marks.stream().noneMatch(mark -> mark.name().equals(name))) {
      return;
    }
    Mark mark;
    do {
      mark = marks.remove();
    } while (!mark.name().equals(name));
    reached(mark.frame(), nowMs);
  }

  private void reached(long frame, long nowMs) {
    reachedFrame = frame;
    reachedMs = nowMs;
  }

  @Override
  public Optional<Heard> flush() {
    Optional<Heard> heard = cut(clockMs.getAsLong());
    carrier.clear();
    return heard;
  }

  private synchronized Optional<Heard> cut(long nowMs) {
    Optional<Heard> heard = playlist.at(heardFrame(nowMs));
    generation++;
    marks.clear();
    playlist.clear();
    reached(0, nowMs);
    return heard;
  }

  @Override
  public OptionalLong remainingMs() {
    return OptionalLong.of(remaining(clockMs.getAsLong()));
  }

  private synchronized long remaining(long nowMs) {
    return playlist.remainingMs(heardFrame(nowMs));
  }

  private long heardFrame(long nowMs) {
    Mark next = marks.peek();
    // A mark may have come back since the clock was read.
    long since = Math.max(0, nowMs - reachedMs) * format.sampleRate() / 1000;
    // The last frame before a mark is not heard until the carrier says so.
    return next == null ? reachedFrame : Math.min(reachedFrame + since, next.frame() - 1);
  }

  /** Drops what was not heard; the line stays open, since it is the carrier's. */
  @Override
  public void close() {
    flush();
  }
}
