package dev.parlando.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.handshake.ServerHandshake;
import org.jspecify.annotations.Nullable;

/** A Java-WebSocket client that speaks to a {@link ConnectionListener}. */
final class JavaWebSocketConnection extends WebSocketClient implements Connection {

  private static final int NO_STATUS = 1006;

  private final ConnectionListener listener;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicReference<UpgradeRefused> refusal;
  private volatile @Nullable Exception failure;

  JavaWebSocketConnection(DialRequest request, ConnectionListener listener, int maxFrameBytes) {
    this(request, listener, maxFrameBytes, new AtomicReference<>());
  }

  private JavaWebSocketConnection(
      DialRequest request,
      ConnectionListener listener,
      int maxFrameBytes,
      AtomicReference<UpgradeRefused> refusal) {
    super(
        request.uri(),
        new UpgradeReadingDraft(request.subprotocols(), maxFrameBytes, refusal::set),
        request.headers());
    this.listener = listener;
    this.refusal = refusal;
    setTcpNoDelay(true);
    setDaemon(true);
  }

  @Override
  public void send(byte[] utf8) {
    try {
      send(new String(utf8, UTF_8));
    } catch (WebsocketNotConnectedException closed) {
      // The listener is told of the end by onClosed; a frame that crosses it has nowhere to go.
      failure = closed;
    }
  }

  @Override
  public void close(int code, String reason) {
    super.close(code, reason);
  }

  @Override
  public void onOpen(ServerHandshake handshake) {
    listener.onOpen();
  }

  @Override
  public void onMessage(String text) {
    listener.onText(text.getBytes(UTF_8));
  }

  @Override
  public void onMessage(ByteBuffer bytes) {
    listener.onBinary(bytes.remaining());
  }

  @Override
  public void onError(Exception error) {
    failure = error;
  }

  @Override
  public void onClose(int code, String reason, boolean remote) {
    if (!ended.compareAndSet(false, true)) {
      return;
    }
    UpgradeRefused refused = refusal.get();
    if (refused != null) {
      listener.onRefused(refused);
    } else {
      listener.onClosed(code <= 0 ? NO_STATUS : code, reasonOf(reason));
    }
  }

  private String reasonOf(@Nullable String reason) {
    Exception cause = failure;
    if (reason != null && !reason.isEmpty()) {
      return reason;
    }
    if (cause == null) {
      return "";
    }
    String message = cause.getMessage();
    return cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }
}
