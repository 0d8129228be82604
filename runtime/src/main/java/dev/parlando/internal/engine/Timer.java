package dev.parlando.internal.engine;

/**
 * Names a timer; starting one again starts it anew.
 *
 * @param kind what it is for
 * @param id what it belongs to; empty where there is one of the kind
 */
public record Timer(Kind kind, String id) {

  /** What timers are for. */
  public enum Kind {
    /** The session must be ready by then. */
    CONNECT,
    /** A requested reply must have begun by then. */
    REPLY,
    /** The reply under way must have given a sign of life by then. */
    STALLED_REPLY,
    /** A reply outside the conversation must have given a sign of life by then. */
    STALLED_OUT_OF_BAND,
    /** The floor is the user's until then. */
    USER_SPEECH,
    /** ResponseScheduler are put off until then. */
    RATE_LIMIT,
    /** The session may last until then. */
    BUDGET,
    /** A tool must have answered by then. */
    TOOL,
    /** The calls of a response that are not answered by then are answered as still running. */
    SIBLINGS,
    /** The server must have closed the connection by then. */
    CLOSE
  }

  static Timer of(Kind kind) {
    return new Timer(kind, "");
  }
}
