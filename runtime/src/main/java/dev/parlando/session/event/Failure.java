package dev.parlando.session.event;

/**
 * Something went wrong. Only a {@link Kind#FATAL} or a {@link Kind#BUDGET} one ends the session.
 *
 * @param kind what follows from it
 * @param code the server's error code; empty where there was none
 * @param message what went wrong, for people
 */
public record Failure(Kind kind, String code, String message) implements VoiceEvent {

  /** What follows from a failure. */
  public enum Kind {
    /** The session can't go on, and a new one would fail as well. */
    FATAL,
    /** The server ended the session because its time was up. */
    EXPIRED,
    /** The server failed for the moment. */
    TRANSIENT,
    /** The server refused something that was sent. */
    REQUEST,
    /** A frame could not be read; it was left out. */
    MALFORMED,
    /** A model reply failed, stayed empty or did not come. */
    REPLY,
    /** The session used up what it may use, and ends. */
    BUDGET,
    /**
     * Code of the application failed: a listener, a playback sink or a price threw an exception.
     */
    APPLICATION
  }
}
