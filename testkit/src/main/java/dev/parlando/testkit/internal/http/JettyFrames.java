package dev.parlando.testkit.internal.http;

import dev.parlando.testkit.internal.connection.Frames;
import dev.parlando.testkit.internal.socket.RealtimeSocket;
import java.nio.ByteBuffer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** Sends over a Jetty session, which queues what can't be written yet. */
record JettyFrames(Session session, RealtimeSocket socket) implements Frames {

  @Override
  public void text(String text) {
    session.sendText(text, Callback.NOOP);
  }

  @Override
  public void binary(byte[] bytes) {
    session.sendBinary(ByteBuffer.wrap(bytes), Callback.NOOP);
  }

  @Override
  public void close(int code, String reason) {
    session.close(code, reason, Callback.NOOP);
  }

  @Override
  public void freeze() {
    socket.freeze();
  }

  @Override
  public void abort() {
    session.disconnect();
  }
}
