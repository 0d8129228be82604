package dev.parlando.internal.shell;

import static dev.parlando.internal.shell.SessionLog.LOG;

import dev.parlando.audio.AudioChunk;
import dev.parlando.audio.Heard;
import dev.parlando.audio.PlaybackSink;
import dev.parlando.session.event.Failure;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A sink of the application, of which whatever it throws is told and costs nothing but the audio.
 */
public final class GuardedSink implements PlaybackSink {

  private final PlaybackSink sink;
  private final Consumer<Failure> listener;

  /**
   * @param listener told what the sink throws
   */
  public GuardedSink(PlaybackSink sink, Consumer<Failure> listener) {
    this.sink = sink;
    this.listener = listener;
  }

  @Override
  public void play(AudioChunk chunk) {
    try {
      sink.play(chunk);
    } catch (Throwable thrown) {
      tell("play", thrown);
    }
  }

  @Override
  public Optional<Heard> flush() {
    try {
      return sink.flush();
    } catch (Throwable thrown) {
      tell("flush", thrown);
      return Optional.empty();
    }
  }

  @Override
  public void close() {
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
