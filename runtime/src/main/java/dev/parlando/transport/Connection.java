package dev.parlando.transport;

/**
 * One WebSocket connection. Safe for use by many threads; frames leave in the order of the calls.
 */
public interface Connection {

  /**
   * Queues a text frame and returns at once. After the connection closed it does nothing.
   *
   * @param utf8 the text in UTF-8; handed over, not copied
   */
  void send(byte[] utf8);

  /** Starts the closing handshake, or gives up dialling. */
  void close(int code, String reason);
}
