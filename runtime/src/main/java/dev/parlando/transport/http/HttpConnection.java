package dev.parlando.transport.http;

import dev.parlando.internal.socket.Pings;
import dev.parlando.transport.Connection;
import dev.parlando.transport.ConnectionListener;
import dev.parlando.transport.DialRequest;
import dev.parlando.transport.UpgradeRefused;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A WebSocket of the JDK that speaks to a {@link ConnectionListener}. */
final class HttpConnection implements Connection, Pings.Target, WebSocket.Listener {

  private static final int NO_STATUS = 1006;
  private static final int TOO_BIG = 1009;
  private static final int MAX_BODY = 1_000;

  /** How long a server may take to answer a close; then the socket is let go. */
  private static final Duration CLOSE = Duration.ofSeconds(10);

  private final ConnectionListener listener;
  private final MessageParts message;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicBoolean closing = new AtomicBoolean();
  private final HttpSender sender = new HttpSender();
  private int binaryBytes;
  private final Pings pings;
  private boolean opened;
  private boolean givenUp;

  HttpConnection(ConnectionListener listener, int maxMessageBytes, Duration pingInterval) {
    this.listener = listener;
    this.message = new MessageParts(maxMessageBytes);
    this.pings = new Pings(pingInterval);
  }

  void dial(HttpClient client, DialRequest request) {
    CompletableFuture<WebSocket> dial;
    try {
      WebSocket.Builder builder = client.newWebSocketBuilder();
      request.headers().forEach(builder::header);
      List<String> protocols = request.subprotocols();
      if (!protocols.isEmpty()) {
        builder.subprotocols(
            protocols.get(0), protocols.subList(1, protocols.size()).toArray(String[]::new));
      }
      dial = builder.buildAsync(request.uri(), this);
    } catch (IllegalArgumentException refused) {
      dial = CompletableFuture.failedFuture(refused);
    }
    var unused =
        dial.whenComplete(
            (socket, failure) -> {
              if (failure != null) {
                failed(failure);
              }
            });
  }

  private void failed(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    HttpResponse<?> response =
        cause instanceof WebSocketHandshakeException refused ? refused.getResponse() : null;
    if (response != null && response.statusCode() != 101) {
      String body = response.body() == null ? "" : response.body().toString();
      if (ended.compareAndSet(false, true)) {
        listener.onRefused(
            new UpgradeRefused(
                response.statusCode(), "", body.substring(0, Math.min(body.length(), MAX_BODY))));
      }
    } else {
      end(NO_STATUS, describe(cause));
    }
  }

  private static String describe(@Nullable Throwable failure) {
    if (failure == null) {
      return "";
    }
    String message = failure.getMessage();
    return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }

  private void end(int code, String reason) {
    pings.stop();
    sender.stop();
    if (ended.compareAndSet(false, true)) {
      listener.onClosed(code, reason);
    }
  }

  @Override
  public void send(byte[] utf8) {
    sender.text(utf8);
  }

  @Override
  public long unsentBytes() {
    return sender.unsentBytes();
  }

  @Override
  public void close(int code, String reason) {
    if (giveUpDialling()) {
      end(NO_STATUS, "");
    } else if (!closing.compareAndSet(false, true)) {
      lost(reason);
    } else {
      sender.close(code, reason);
      Pings.later(CLOSE, () -> lost("no answer to the close"));
    }
  }

  private synchronized boolean giveUpDialling() {
    givenUp = !opened;
    return givenUp;
  }

  private synchronized boolean isOpened() {
    opened = !givenUp;
    return opened;
  }

  @Override
  public void ping() {
    sender.ping();
  }

  @Override
  public void lost(String reason) {
    sender.abort();
    end(NO_STATUS, reason);
  }

  // What the socket tells

  @Override
  public void onOpen(WebSocket socket) {
    if (!isOpened()) {
      socket.abort();
      return;
    }
    sender.opened(socket);
    pings.start(this);
    listener.onOpen();
    socket.request(1);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
    pings.heard();
    if (!message.add(part)) {
      return tooBig(socket);
    }
    if (last) {
      listener.onText(message.utf8(), message.length());
      message.next();
    }
    socket.request(1);
    return null;
  }

  private @Nullable CompletionStage<?> tooBig(WebSocket socket) {
    // The JDK lets no client send 1009.
    socket.abort();
    end(TOO_BIG, "Payload limit reached.");
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
    pings.heard();
    binaryBytes += part.remaining();
    if (last) {
      listener.onBinary(binaryBytes);
      binaryBytes = 0;
    }
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer pong) {
    pings.heard();
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    end(code, reason);
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    end(NO_STATUS, describe(error));
  }
}
