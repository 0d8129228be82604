package dev.parlando.testkit.internal.wire;

/** The socket's sending half. */
interface Frames {

  void text(String text);

  void binary(byte[] bytes);

  void close(int code, String reason);

  /** Reads and answers nothing any more, not even pings, but keeps the connection. */
  void freeze();

  /** Drops the connection without a close frame. */
  void abort();
}
