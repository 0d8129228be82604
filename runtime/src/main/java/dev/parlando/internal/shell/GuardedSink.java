package dev.parlando.internal.shell;

import static dev.parlando.internal.shell.SessionLog.LOG;

import dev.parlando.audio.AudioChunk;
import dev.parlando.audio.AudioFormat;
import dev.parlando.audio.AudioLength;
import dev.parlando.audio.Heard;
import dev.parlando.audio.PlaybackSink;
import dev.parlando.session.event.Failure;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * A sink of the application, of which whatever it throws is told and costs nothing but the audio.
 */
public final class GuardedSink {

  /** How much longer than by the clock a sink may say that it plays, in ms. */
  private static final long GRACE_MS = 5_000;

  private final PlaybackSink sink;
  private final AudioFormat format;
  private final LongSupplier clockMs;
  private final Consumer<Failure> listener;
  private long endsAtMs;

  /**
   * @param format the session's output format
   * @param clockMs a clock in ms that never goes back
   * @param listener told what the sink throws
   */
  public GuardedSink(
      PlaybackSink sink, AudioFormat format, LongSupplier clockMs, Consumer<Failure> listener) {
    this.sink = sink;
    this.format = format;
    this.clockMs = clockMs;
    this.listener = listener;
    this.endsAtMs = clockMs.getAsLong();
  }

  void play(AudioChunk chunk) {
    endsAtMs =
        Math.max(endsAtMs, clockMs.getAsLong()) + AudioLength.ms(format, chunk.audio().length);
    try {
      sink.play(chunk);
    } catch (Throwable thrown) {
      tell("play", thrown);
    }
  }

  Optional<Heard> flush() {
    endsAtMs = clockMs.getAsLong();
    try {
      return sink.flush();
    } catch (Throwable thrown) {
      tell("flush", thrown);
      return Optional.empty();
    }
  }

  /**
   * How long it takes until all that was handed over has been heard, in ms: by the sink's account,
   * or by the clock. A sink that does not come to an end is believed for a few seconds only.
   */
  long leftMs() {
    long byClock = endsAtMs - clockMs.getAsLong();
    OptionalLong bySink;
    try {
      bySink = sink.remainingMs();
    } catch (Throwable thrown) {
      tell("remainingMs", thrown);
      bySink = OptionalLong.empty();
    }
    return bySink.isEmpty() ? byClock : Math.min(bySink.getAsLong(), byClock + GRACE_MS);
  }

  void close() {
    try {
      sink.close();
    } catch (Throwable thrown) {
      tell("close", thrown);
    }
  }

  private void tell(String method, Throwable thrown) {
    String name = sink.getClass().getName() + "." + method;
    LOG.error("{} failed", name, thrown);
    listener.accept(new Failure(Failure.Kind.APPLICATION, "", name + " threw " + thrown));
  }
}
