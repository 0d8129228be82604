package dev.parlando.examples.web.socket;

import java.nio.ByteBuffer;
import java.util.function.Function;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/** One WebSocket of a page; only passes on what arrives. */
public final class PageSocket implements Session.Listener.AutoDemanding {

  /**
   * Called with what arrives, one call at a time, on Jetty's threads, which it must not hold up.
   */
  public interface Listener {

    /** A text message came. */
    void text(String text);

    /** A binary message came. */
    void binary(byte[] bytes);

    /** The page is gone. */
    void closed();
  }

  private final Function<Session, Listener> opening;
  private @Nullable Listener listener;

  /**
   * A socket that isn't open yet.
   *
   * @param opening makes the listener when it is
   */
  public PageSocket(Function<Session, Listener> opening) {
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
  public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
    byte[] bytes = new byte[payload.remaining()];
    payload.get(bytes);
    callback.succeed();
    if (listener != null) {
      listener.binary(bytes);
    }
  }

  /** Every error is followed by a close, which the listener gets. */
  @Override
  public void onWebSocketError(Throwable cause) {}

  @Override
  public void onWebSocketClose(int code, @Nullable String reason, Callback callback) {
    callback.succeed();
    if (listener != null) {
      listener.closed();
    }
  }
}
