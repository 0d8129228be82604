package dev.parlando.transport;

/**
 * Told what happens on a connection. Calls come one at a time on the transport's thread, which
 * reads the socket: an implementation hands over and returns. Either {@link #onRefused} or {@link
 * #onClosed} is the last call.
 */
public interface ConnectionListener {

  /** The WebSocket handshake is done. */
  void onOpen();

  /**
   * A text message.
   *
   * @param utf8 begins with the text in UTF-8; lent until this returns, then the next message may
   *     be in it
   * @param length of the text, in bytes
   */
  void onText(byte[] utf8, int length);

  /** A binary frame, which the protocol does not know. */
  void onBinary(int length);

  /** The server answered the upgrade with something else than 101. */
  void onRefused(UpgradeRefused refusal);

  /**
   * The connection ended, or never came to be.
   *
   * @param code the WebSocket close code; 1006 where there was none
   * @param reason the reason given, or what failed
   */
  void onClosed(int code, String reason);
}
