package dev.parlando.audio;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where the model's speech is played, and the one who knows how much of it was heard. When the user
 * interrupts, the session asks by {@link #flush()} and tells the server, so that the model
 * remembers having said what was heard, not more.
 *
 * <p>A session calls its sink from one thread at a time and waits for each call, so no method may
 * block: {@code play} queues. The model speaks faster than it is listened to; minutes of speech may
 * wait in the queue. A sink belongs to one session, which closes it when it ends.
 *
 * <p>{@link Speaker} plays on this machine. {@link ClockSink} is for applications that play what
 * their listener gets, or do not play at all.
 */
public interface PlaybackSink extends AutoCloseable {

  /** Plays the chunk after all that was handed over before. After {@link #close()} does nothing. */
  void play(AudioChunk chunk);

  /**
   * Stops at once and forgets everything that was not heard yet. What is handed over afterwards
   * plays again.
   *
   * <p>Heard is what left the device, not what was queued, buffered or should have been heard by
   * now: pauses and gaps do not count.
   *
   * @return the item that was being heard and how much of it, 0 ms if it had not begun; empty if
   *     everything that was handed over has been heard
   */
  Optional<Heard> flush();

  /**
   * How long it takes until all that was handed over has been heard, if nothing comes between; 0
   * once it has been. In ms, rounded up.
   *
   * @return empty if the sink can't tell; then the session reckons by the clock
   */
  default OptionalLong remainingMs() {
    return OptionalLong.empty();
  }

  /** Stops and releases the device. May be called more than once. */
  @Override
  void close();
}
