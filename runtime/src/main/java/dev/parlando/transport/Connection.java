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

  /**
   * How much waits to be sent because the network is slow, in bytes. A transport that can't tell
   * says 0.
   */
  long unsentBytes();

  /**
   * Starts the closing handshake, or gives up dialling; what was sent before still goes out. Called
   * again, it waits for the server's answer no longer and drops the connection.
   */
  void close(int code, String reason);
}
