package dev.parlando.testkit.fault;

/** How a server makes its ids. Those of a well-behaved one are never used twice. */
public enum IdNumbering {
  /** No id comes twice in the life of the server. */
  UNIQUE,
  /**
   * Each connection counts anew: after a reconnect, ids of the old connection mean other things.
   */
  PER_CONNECTION,
  /** Calls are also numbered anew in each response: {@code call_0} comes again and again. */
  CALLS_PER_RESPONSE
}
