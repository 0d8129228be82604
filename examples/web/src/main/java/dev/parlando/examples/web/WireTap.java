package dev.parlando.examples.web;

import dev.parlando.transport.Connection;
import dev.parlando.transport.ConnectionListener;
import dev.parlando.transport.DialRequest;
import dev.parlando.transport.Transport;
import dev.parlando.transport.UpgradeRefused;
import java.util.Arrays;

/** A transport that shows every text frame, of both directions, to somebody beside the session. */
record WireTap(Transport transport, FrameSink frames) implements Transport {

  /** Gets the frames. Called on the socket's thread and the session's: it hands over. */
  @FunctionalInterface
  interface FrameSink {

    /**
     * A frame passed.
     *
     * @param utf8 its text, not to be changed
     */
    void frame(boolean fromServer, byte[] utf8);
  }

  @Override
  public Connection dial(DialRequest request, ConnectionListener listener) {
    Connection connection = transport.dial(request, tapped(listener));
    return new Connection() {
      @Override
      public void send(byte[] utf8) {
        frames.frame(false, utf8);
        connection.send(utf8);
      }

      @Override
      public long unsentBytes() {
        return connection.unsentBytes();
      }

      @Override
      public void close(int code, String reason) {
        connection.close(code, reason);
      }
    };
  }

  private ConnectionListener tapped(ConnectionListener listener) {
    return new ConnectionListener() {
      @Override
      public void onText(byte[] utf8, int length) {
        frames.frame(true, Arrays.copyOf(utf8, length));
        listener.onText(utf8, length);
      }

      @Override
      public void onOpen() {
        listener.onOpen();
      }

      @Override
      public void onBinary(int length) {
        listener.onBinary(length);
      }

      @Override
      public void onRefused(UpgradeRefused refusal) {
        listener.onRefused(refusal);
      }

      @Override
      public void onClosed(int code, String reason) {
        listener.onClosed(code, reason);
      }
    };
  }
}
