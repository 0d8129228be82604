package dev.parlando.internal.engine.turns;

/** What the server does by itself with what the caller says, as it last confirmed. */
public interface ServerTurns {

  /**
   * Whether a response to what the caller said may come without being requested. Where it does not
   * come in time, it is requested all the same.
   */
  boolean responds();

  /** Whether the session says so, so that what does not come counts as an answer that failed. */
  boolean promises();

  /**
   * Whether the application configured that the server does not respond to what the caller said:
   * then it requests responses itself, and what was said is only heard.
   */
  boolean leftToApplication();

  /** Whether this session has responses at all; one that only transcribes has none. */
  boolean canRespond();
}
