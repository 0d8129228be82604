package dev.parlando.audio;

import dev.parlando.realtime.AudioFormat;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Plays to somebody on the telephone. What was heard is known by the marks that the carrier gives
 * back; between two of them it is reckoned by the clock, and never beyond the next.
 *
 * <p>Safe for use by the session and by the thread that hears of marks.
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
  public synchronized void play(AudioChunk chunk) {
    if (marks.isEmpty()) {
      reached(playlist.end());
    }
    playlist.add(chunk, chunk.audio().length / AudioLength.bytesPerSample(format));
    Mark mark = new Mark(PREFIX + generation + "-" + playlist.end(), playlist.end());
    marks.add(mark);
    carrier.send(chunk.audio());
    carrier.mark(mark.name());
  }

  /**
   * The carrier gave a mark back. Marks of others, and those of sound that was dropped, change
   * nothing.
   */
  public synchronized void marked(String name) {
    if (marks.stream().noneMatch(mark -> mark.name().equals(name))) {
      return;
    }
    Mark mark;
    do {
      mark = marks.remove();
    } while (!mark.name().equals(name));
    reached(mark.frame());
  }

  private void reached(long frame) {
    reachedFrame = frame;
    reachedMs = clockMs.getAsLong();
  }

  @Override
  public synchronized Optional<Heard> flush() {
    Optional<Heard> heard = playlist.at(heardFrame());
    generation++;
    marks.clear();
    playlist.clear();
    reached(0);
    carrier.clear();
    return heard;
  }

  private long heardFrame() {
    Mark next = marks.peek();
    long since = (clockMs.getAsLong() - reachedMs) * format.sampleRate() / 1000;
    // The last frame before a mark is not heard until the carrier says so.
    return next == null ? reachedFrame : Math.min(reachedFrame + since, next.frame() - 1);
  }

  /** Drops what was not heard; the line stays open, since it is the carrier's. */
  @Override
  public synchronized void close() {
    flush();
  }
}
