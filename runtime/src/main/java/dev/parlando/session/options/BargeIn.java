package dev.parlando.session.options;

import java.time.Duration;

/**
 * When the caller, speaking over a response that is heard, stops it. Immutable.
 *
 * <p>Except by {@link #AS_CONFIGURED} and {@link #AT_ONCE}, the server must let the response go on
 * too: set {@code interrupt_response} of the turn detection to false. One that interrupts all the
 * same is told as a {@link dev.parlando.session.event.Failure}.
 *
 * @param when what the caller must have done
 * @param speech how long the caller must have spoken; zero unless that is what counts
 */
public record BargeIn(When when, Duration speech) {

  /** What stops a response. */
  public enum When {
    /** What the session's turn detection says. */
    CONFIGURED,
    /** The server heard speech. */
    SPEECH_STARTED,
    /** The caller has spoken for a while without a pause. */
    SPEECH_LASTED,
    /** A word of the caller was understood. */
    TRANSCRIBED,
    /** Nothing. */
    NEVER
  }

  /**
   * What the session's turn detection says: with {@code interrupt_response: false} nothing stops a
   * response, else speech does.
   */
  public static final BargeIn AS_CONFIGURED = new BargeIn(When.CONFIGURED, Duration.ZERO);

  /** As soon as the server hears speech, also where the server would let the response go on. */
  public static final BargeIn AT_ONCE = new BargeIn(When.SPEECH_STARTED, Duration.ZERO);

  /** Once a word of the caller was transcribed, which needs a transcription model. */
  public static final BargeIn TRANSCRIBED = new BargeIn(When.TRANSCRIBED, Duration.ZERO);

  /** Never: responses are heard to their end. */
  public static final BargeIn NEVER = new BargeIn(When.NEVER, Duration.ZERO);

  /** Whether the server must let responses go on too. */
  public boolean needsServer() {
    return when != When.CONFIGURED && when != When.SPEECH_STARTED;
  }

  /**
   * After so much speech without a pause, so that a cough or an "mm-hm" stops nothing.
   *
   * @throws IllegalArgumentException if it is less than 1 ms or longer than a year
   */
  public static BargeIn after(Duration speech) {
    return new BargeIn(When.SPEECH_LASTED, Require.positiveDuration("speech", speech));
  }
}
