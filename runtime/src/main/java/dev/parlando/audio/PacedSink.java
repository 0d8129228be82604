package dev.parlando.audio;

import dev.parlando.time.SessionTime;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Plays on a line that plays what it gets at the speed of speech, but can neither drop what it got
 * nor tell how far it is, as telephone carriers without marks. The audio waits here and leaves in
 * pieces of 20 ms, 200 ms ahead at most: so much is still heard after a {@link #flush}. What was
 * heard is reckoned by the clock.
 *
 * <p>Safe for use by many threads.
 */
public final class PacedSink implements PlaybackSink {

  private static final int STEP_MS = 20;
  private static final int LEAD_MS = 200;

  private final AudioFormat format;
  private final SessionTime time;
  private final Consumer<byte[]> line;
  private final ClockSink clock;
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private int givenOfFirst;
  private long sentToMs = Long.MIN_VALUE;
  private boolean ticks;

  /**
   * A sink on a line.
   *
   * @param format the session's output format, which must be the line's
   * @param line takes pieces of audio in order; must not block
   */
  public PacedSink(AudioFormat format, SessionTime time, Consumer<byte[]> line) {
    this.format = format;
    this.time = time;
    this.line = line;
    this.clock = new ClockSink(format, time::nowMs);
  }

  @Override
  public synchronized void play(AudioChunk chunk) {
    clock.play(chunk);
    waiting.add(chunk.audio());
    send();
  }

  private void send() {
    long nowMs = time.nowMs();
    sentToMs = Math.max(sentToMs, nowMs);
    while (!waiting.isEmpty() && sentToMs < nowMs + LEAD_MS) {
      byte[] piece = next();
      line.accept(piece);
      sentToMs += AudioLength.ms(format, piece.length);
    }
    if (!waiting.isEmpty() && !ticks) {
      ticks = true;
      var unused = time.after(STEP_MS, this::tick);
    }
  }

  private synchronized void tick() {
    ticks = false;
    send();
  }

  private byte[] next() {
    byte[] first = waiting.element();
    int end = (int) Math.min(first.length, givenOfFirst + AudioLength.bytes(format, STEP_MS));
    byte[] piece = Arrays.copyOfRange(first, givenOfFirst, end);
    givenOfFirst = end;
    if (end == first.length) {
      waiting.remove();
      givenOfFirst = 0;
    }
    return piece;
  }

  @Override
  public synchronized Optional<Heard> flush() {
    waiting.clear();
    givenOfFirst = 0;
    return clock.flush();
  }

  @Override
  public synchronized OptionalLong remainingMs() {
    return clock.remainingMs();
  }

  /** Drops what was not handed on; the line stays open, since it is the carrier's. */
  @Override
  public void close() {
    var unused = flush();
  }
}
