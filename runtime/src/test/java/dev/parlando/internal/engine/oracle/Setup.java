package dev.parlando.internal.engine.oracle;

import dev.parlando.realtime.Extras;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.TurnDetection;
import dev.parlando.session.options.SessionOptions;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * What a conversation is like throughout.
 *
 * @param vad whether the server finds the ends of the user's turns
 * @param createResponse what the session says of it; null: nothing
 * @param interruptResponse what the session says of it; null: nothing
 * @param byDefault what the server does where the session says nothing
 * @param transcribes whether the server writes down what the user said
 * @param speaks whether responses are audio; else text
 * @param echoes whether the server gives metadata back
 * @param callsAnew whether the server numbers the calls of each response anew
 * @param siblingsWait whether slow calls are given up waiting for
 * @param start how the conversation starts
 * @param variant which of several ways of that
 */
record Setup(
    boolean vad,
    Boolean createResponse,
    Boolean interruptResponse,
    boolean byDefault,
    boolean transcribes,
    boolean speaks,
    boolean echoes,
    boolean callsAnew,
    boolean siblingsWait,
    Start start,
    int variant) {

  /** How a conversation starts. */
  enum Start {
    CONNECTED,
    /** The application closes before anything was dialled. */
    CLOSED_AT_ONCE,
    /** The application closes while it is being connected. */
    CLOSED_EARLY,
    /** The first connection fails. */
    FAILS
  }

  /** With false the application says that it requests responses itself, and nobody is owed one. */
  private static final Boolean[] CREATES = {true, true, true, true, null, null};

  private static final Boolean[] CHOICES = {true, true, true, true, false, null};
  private static final SessionOptions OPTIONS =
      SessionOptions.builder().toolLimits(tools -> tools.concurrent(4).queued(4)).build();
  private static final SessionOptions IMPATIENT =
      OPTIONS.toBuilder().timeouts(times -> times.parallelCallWait(Duration.ofSeconds(5))).build();

  static Setup of(SplittableRandom random) {
    return new Setup(
        random.nextInt(4) > 0,
        CREATES[random.nextInt(CREATES.length)],
        CHOICES[random.nextInt(CHOICES.length)],
        random.nextBoolean(),
        random.nextInt(3) > 0,
        random.nextInt(8) > 0,
        random.nextInt(6) > 0,
        random.nextInt(5) == 0,
        random.nextInt(5) == 0,
        random.nextInt(50) > 0
            ? Start.CONNECTED
            : Start.values()[1 + random.nextInt(Start.values().length - 1)],
        random.nextInt(1_000));
  }

  boolean creates() {
    return vad && (createResponse == null ? byDefault : createResponse);
  }

  boolean interrupts() {
    return vad && (interruptResponse == null ? byDefault : interruptResponse);
  }

  /** What the application configures, and the server confirms. */
  SessionConfig config() {
    TurnDetection detection =
        vad
            ? new TurnDetection.ServerVad(
                null, null, null, createResponse, interruptResponse, null, Extras.NONE)
            : TurnDetection.disabled();
    return SessionConfig.builder().turnDetection(detection).build();
  }

  SessionOptions options() {
    return siblingsWait ? IMPATIENT : OPTIONS;
  }
}
