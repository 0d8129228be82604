package dev.parlando.session.options;

/** What happens to a response that is heard when the caller speaks over it. */
public enum BargeIn {
  /**
   * What the session's turn detection says: with {@code interrupt_response: false} nothing, else
   * the response is stopped.
   */
  AS_CONFIGURED,
  /** It is stopped as soon as the server hears speech, also where the server would let it go on. */
  AT_ONCE,
  /**
   * It is heard to its end. The server must know that too: set {@code interrupt_response} to false.
   */
  NEVER
}
