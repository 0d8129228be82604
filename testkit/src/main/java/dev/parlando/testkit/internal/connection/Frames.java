package dev.parlando.testkit.internal.connection;

/** The socket's sending half. */
public interface Frames {

  /** Sends a text message. */
  void text(String text);

  /** Sends a binary message. */
  void binary(byte[] bytes);

  /** Closes the connection after what was sent. */
  void close(int code, String reason);

  /** Reads and answers nothing any more, not even pings, but keeps the connection. */
  void freeze();

  /** Drops the connection without a close frame. */
  void abort();
}
