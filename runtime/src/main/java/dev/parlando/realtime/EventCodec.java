package dev.parlando.realtime;

/**
 * Reads and writes events. Reading accepts both dialects; writing uses one.
 *
 * <p>Reading is tolerant: unknown events, fields and values are kept, missing ones are null. Safe
 * for use by many threads.
 */
@SuppressWarnings("DoNotCallSuggester") // filled next
public final class EventCodec<E> {

  private EventCodec() {}

  /** For what servers send. */
  public static EventCodec<ServerEvent> server() {
    return new EventCodec<>();
  }

  /** For what clients send. */
  public static EventCodec<ClientEvent> client() {
    return new EventCodec<>();
  }

  /**
   * The same codec with a limit.
   *
   * @param maxStringLength the longest string that is read, in characters; 64 Mi without this
   */
  public EventCodec<E> withMaxStringLength(int maxStringLength) {
    throw new UnsupportedOperationException("follows");
  }

  /**
   * Reads one event.
   *
   * @throws MalformedEventException if the message is no event
   */
  public E read(byte[] utf8) throws MalformedEventException {
    throw new UnsupportedOperationException("follows");
  }

  /**
   * Reads one event.
   *
   * @throws MalformedEventException if the message is no event
   */
  public E read(String text) throws MalformedEventException {
    throw new UnsupportedOperationException("follows");
  }

  /** Writes one event as UTF-8. */
  public byte[] write(E event, Dialect dialect) {
    throw new UnsupportedOperationException("follows");
  }

  /** Writes one event as text. */
  public String writeText(E event, Dialect dialect) {
    throw new UnsupportedOperationException("follows");
  }
}
