package dev.parlando.testkit.internal.wire;

import dev.parlando.testkit.SessionEnd;
import java.nio.ByteBuffer;
import java.util.function.Function;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/** One WebSocket; hands over to its session's loop and never works on Jetty's threads. */
public final class RealtimeSocket implements Session.Listener.AutoDemanding {

  private final Function<Frames, SessionLoop> loops;
  private @Nullable SessionLoop loop;

  RealtimeSocket(Function<Frames, SessionLoop> loops) {
    this.loops = loops;
  }

  @Override
  public void onWebSocketOpen(Session session) {
    SessionLoop opened = loops.apply(new JettyFrames(session));
    loop = opened;
    opened.opened();
  }

  @Override
  public void onWebSocketText(String text) {
    if (loop != null) {
      loop.text(text);
    }
  }

  @Override
  public void onWebSocketBinary(ByteBuffer bytes, Callback callback) {
    callback.succeed();
    if (loop != null) {
      loop.binary();
    }
  }

  /** Every error is followed by a close, which tells the session. */
  @Override
  public void onWebSocketError(Throwable cause) {}

  @Override
  public void onWebSocketClose(int code, @Nullable String reason, Callback callback) {
    callback.succeed();
    if (loop != null) {
      loop.closed(new SessionEnd(code, reason == null ? "" : reason));
    }
  }

  private record JettyFrames(Session session) implements Frames {

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
    public void abort() {
      session.disconnect();
    }
  }
}
