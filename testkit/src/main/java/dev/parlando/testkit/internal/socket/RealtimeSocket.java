package dev.parlando.testkit.internal.socket;

import java.nio.ByteBuffer;
import java.util.function.BiFunction;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/** One WebSocket as Jetty sees it; only passes on what arrives. */
@SuppressWarnings("exports") // nobody but Jetty uses it
public final class RealtimeSocket implements Session.Listener {

  private final BiFunction<Session, RealtimeSocket, SocketListener> opening;
  private @Nullable Session session;
  private @Nullable SocketListener listener;
  private volatile boolean frozen;

  /**
   * A socket that isn't open yet.
   *
   * @param opening makes the listener when it is
   */
  public RealtimeSocket(BiFunction<Session, RealtimeSocket, SocketListener> opening) {
    this.opening = opening;
  }

  @Override
  public void onWebSocketOpen(Session opened) {
    session = opened;
    listener = opening.apply(opened, this);
    demand();
  }

  /** Takes nothing in any more, so that pings stay without an answer. */
  public void freeze() {
    frozen = true;
  }

  private void demand() {
    if (!frozen && session != null) {
      session.demand();
    }
  }

  @Override
  public void onWebSocketText(String text) {
    if (listener != null && !frozen) {
      listener.text(text);
    }
    demand();
  }

  @Override
  public void onWebSocketBinary(ByteBuffer bytes, Callback callback) {
    callback.succeed();
    if (listener != null && !frozen) {
      listener.binary();
    }
    demand();
  }

  @Override
  public void onWebSocketPing(ByteBuffer payload) {
    if (session != null && !frozen) {
      session.sendPong(payload, Callback.NOOP);
    }
    demand();
  }

  /** Every error is followed by a close, which ends the session. */
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
