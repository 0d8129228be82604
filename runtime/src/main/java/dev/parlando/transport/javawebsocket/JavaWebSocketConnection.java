package dev.parlando.transport.javawebsocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlando.internal.socket.Pings;
import dev.parlando.transport.Connection;
import dev.parlando.transport.ConnectionListener;
import dev.parlando.transport.DialRequest;
import dev.parlando.transport.UpgradeRefused;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.enums.ReadyState;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ServerHandshake;
import org.jspecify.annotations.Nullable;

/** A Java-WebSocket client that speaks to a {@link ConnectionListener}. */
final class JavaWebSocketConnection extends WebSocketClient implements Connection, Pings.Target {

  private static final int NO_STATUS = 1006;

  /** A piece of speech fits in one read, mostly. */
  private static final int READ_BUFFER = 16 << 10;

  private final ConnectionListener listener;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicReference<UpgradeRefused> refusal;
  private final AtomicBoolean closing;
  private final Pings pings;
  private volatile @Nullable Exception failure;

  JavaWebSocketConnection(
      DialRequest request, ConnectionListener listener, int maxFrameBytes, Duration pingInterval) {
    this(
        request,
        listener,
        maxFrameBytes,
        new AtomicReference<>(),
        new AtomicBoolean(),
        new Pings(pingInterval));
  }

  private JavaWebSocketConnection(
      DialRequest request,
      ConnectionListener listener,
      int maxFrameBytes,
      AtomicReference<UpgradeRefused> refusal,
      AtomicBoolean closing,
      Pings pings) {
    super(
        request.uri(),
        new TextBytesDraft(
            request.subprotocols(),
            maxFrameBytes,
            refusal::set,
            closing::get,
            pings,
            listener::onText),
        request.headers());
    this.listener = listener;
    this.refusal = refusal;
    this.closing = closing;
    this.pings = pings;
    setTcpNoDelay(true);
    setDaemon(true);
    // Its pings take a thread for each connection; ours are shared.
    setConnectionLostTimeout(0);
  }

  /**
   * Asked for twice: before the socket is connected, for its own buffer, which is best left to the
   * system; and then for the one to read into, of which the library's own is four times the size.
   */
  @Override
  public int getReceiveBufferSize() {
    Socket socket = getSocket();
    return socket != null && socket.isConnected() ? READ_BUFFER : 0;
  }

  @Override
  public void send(byte[] utf8) {
    try {
      getConnection().sendFrame(new TextFrame(utf8));
    } catch (WebsocketNotConnectedException closed) {
      // The listener is told of the end by onClosed; a frame that crosses it has nowhere to go.
      failure = closed;
    }
  }

  @Override
  public long unsentBytes() {
    long bytes = 0;
    if (getConnection() instanceof WebSocketImpl socket) {
      for (ByteBuffer frame : socket.outQueue) {
        bytes += frame.remaining();
      }
    }
    return bytes;
  }

  @Override
  public void close(int code, String reason) {
    if (!isOpen()) {
      super.close(code, reason);
    } else if (closing.compareAndSet(false, true)) {
      CloseFrame frame = new CloseFrame();
      frame.setCode(code);
      frame.setReason(reason);
      sendFrame(frame);
    } else {
      drop();
    }
  }

  /** Frees a thread that may hang in a read or a write. */
  private void drop() {
    try {
      getSocket().close();
    } catch (IOException e) {
      failure = e;
    }
  }

  @Override
  public void onOpen(ServerHandshake handshake) {
    pings.start(this);
    listener.onOpen();
  }

  @Override
  public void onMessage(String text) {
    // What came in fragments; the draft hands on the rest.
    byte[] utf8 = text.getBytes(UTF_8);
    listener.onText(utf8, utf8.length);
  }

  @Override
  public void onMessage(ByteBuffer bytes) {
    listener.onBinary(bytes.remaining());
  }

  @Override
  public void ping() {
    if (getReadyState() == ReadyState.OPEN) {
      sendPing();
    }
  }

  @Override
  public void lost(String reason) {
    closeConnection(NO_STATUS, reason);
    drop();
  }

  @Override
  public void onError(Exception error) {
    failure = error;
  }

  @Override
  public void onClose(int code, String reason, boolean remote) {
    pings.stop();
    if (ended.compareAndSet(false, true)) {
      // The library calls this within its lock, and the listener calls the application's executor.
      Pings.later(Duration.ZERO, () -> tellEnd(code, reason));
    }
  }

  private void tellEnd(int code, @Nullable String reason) {
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
