package dev.parlando.testkit.internal.socket;

/** Called with what arrives on a socket, on Jetty's threads, which it must not hold up. */
public interface SocketListener {

  /** A text message came. */
  void text(String text);

  /** A binary message came. */
  void binary();

  /**
   * The connection is over.
   *
   * @param code the WebSocket close code; 1006 if there was no close frame
   * @param reason the text with it; may be empty
   */
  void closed(int code, String reason);
}
