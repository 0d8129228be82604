package dev.parlando.testkit.internal.socket;

import java.nio.ByteBuffer;
import java.util.function.Function;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/** One WebSocket as Jetty sees it; only passes on what it is told. */
@SuppressWarnings("exports") // nobody but Jetty uses it
public final class RealtimeSocket implements Session.Listener.AutoDemanding {

  private final Function<Session, SocketListener> opening;
  private @Nullable SocketListener listener;

  /**
   * A socket that isn't open yet.
   *
   * @param opening makes the listener when it is
   */
  public RealtimeSocket(Function<Session, SocketListener> opening) {
    this.opening = opening;
  }

  @Override
  public void onWebSocketOpen(Session session) {
    listener = opening.apply(session);
  }

  @Override
  public void onWebSocketText(String text) {
    if (listener != null) {
      listener.text(text);
    }
  }

  @Override
  public void onWebSocketBinary(ByteBuffer bytes, Callback callback) {
    callback.succeed();
    if (listener != null) {
      listener.binary();
    }
  }

  /** Every error is followed by a close, which tells the session. */
  @Override
  public void onWebSocketError(Throwable cause) {}

  @Override
  public void onWebSocketClose(int code, @Nullable String reason, Callback callback) {
    callback.succeed();
    if (listener != null) {
      listener.closed(code, reason == null ? "" : reason);
    }
  }
}
