package dev.parlando.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * An upgrade by hand, for what the JDK's client doesn't show: the body of a refusal, a connection
 * that breaks (which that client sometimes misses on a busy machine).
 */
final class RawUpgrade {

  private RawUpgrade() {}

  /**
   * Asks for a WebSocket and gives all that comes until the server ends the connection.
   *
   * @throws java.net.SocketTimeoutException if nothing comes for so long
   */
  static String answer(LocalRealtime server, String path, int timeoutMillis) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(timeoutMillis);
      String request =
          "GET "
              + path
              + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
              + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
              + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
