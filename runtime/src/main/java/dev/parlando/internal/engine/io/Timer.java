package dev.parlando.internal.engine.io;

/**
 * Names a timer; starting one again starts it anew.
 *
 * @param kind what it is for
 * @param id what it belongs to; empty where there is one of the kind
 * @param start which start of a timer it is, so that one which was stopped or started anew can't
 *     act any more; 0 where it was not started yet
 */
public record Timer(Kind kind, String id, long start) {

  /** A timer that was not started yet. */
  public Timer(Kind kind, String id) {
    this(kind, id, 0);
  }

  /** The same, started for this time. */
  Timer started(long time) {
    return new Timer(kind, id, time);
  }

  /** What it is, whenever it was started. */
  Timer name() {
    return start == 0 ? this : new Timer(kind, id);
  }

  /** What timers are for. */
  public enum Kind {
    /** The session must be ready by then. */
    CONNECT,
    /** A requested response must have begun by then. */
    RESPONSE,
    /** A response of the server's own must have begun by then. */
    SERVER_RESPONSE,
    /** The response under way must have given a sign of life by then. */
    STALLED_RESPONSE,
    /** An out-of-band response must have given a sign of life by then. */
    STALLED_OUT_OF_BAND,
    /** The floor is the caller's until then. */
    USER_SPEECH,
    /** Audio of the caller who is speaking must have been appended by then. */
    USER_SILENCE,
    /** The caller must have spoken without a pause until then to stop what is heard. */
    BARGE_IN,
    /** Responses are put off until then. */
    RATE_LIMIT,
    /** The session may last until then. */
    BUDGET,
    /** A tool must have answered by then. */
    TOOL,
    /** A call that the server runs must have ended by then. */
    MCP_CALL,
    /** The calls of a response that are not answered by then are answered as still running. */
    PARALLEL_CALLS,
    /** The server will end the connection soon. */
    RENEWAL,
    /** The server must have closed the connection by then. */
    CLOSE
  }

  public static Timer of(Kind kind) {
    return new Timer(kind, "");
  }
}
