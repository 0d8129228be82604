package dev.parlando.examples.benchmarks.parlando;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlando.transport.Connection;
import dev.parlando.transport.ConnectionListener;
import dev.parlando.transport.DialRequest;
import dev.parlando.transport.Transport;
import dev.parlando.transport.UpgradeRefused;
import dev.parlando.transport.http.HttpTransport;
import dev.parlando.transport.javawebsocket.JavaWebSocketTransport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;

/** Connections of every kind: ours, those of the libraries as they come, and a bare socket. */
final class Sockets {

  static final List<String> CONTENDERS =
      List.of("parlando", "parlandoHttp", "raw", "javaWebSocket", "jdk");

  static final Transport DEFAULT = JavaWebSocketTransport.builder().build();
  static final Transport HTTP = HttpTransport.builder().build();
  private static final HttpClient JDK = HttpClient.newHttpClient();

  private Sockets() {}

  /** What can be sent to. */
  interface Sender {
    /** Sends text. */
    void send(byte[] utf8) throws Exception;
  }

  /** Opens a connection; the consumer is told the length of each message. */
  static Sender open(String contender, URI uri, IntConsumer lengths) throws Exception {
    return switch (contender) {
      case "parlando" -> ours(DEFAULT, uri, (utf8, length) -> lengths.accept(length));
      case "parlandoHttp" -> ours(HTTP, uri, (utf8, length) -> lengths.accept(length));
      case "raw" -> new RawSocket(uri, lengths)::send;
      case "javaWebSocket" -> javaWebSocket(uri, lengths);
      case "jdk" -> jdk(uri, lengths);
      default -> throw new IllegalArgumentException(contender);
    };
  }

  /** What hears texts. */
  interface Hearer {
    /** As {@link ConnectionListener#onText}. */
    void text(byte[] utf8, int length);
  }

  /** Opens a connection of ours. */
  static Sender ours(Transport transport, URI uri, Hearer hearer) throws Exception {
    CompletableFuture<Void> opened = new CompletableFuture<>();
    Connection connection =
        transport.dial(
            new DialRequest(uri, Map.of(), List.of()),
            new ConnectionListener() {
              @Override
              public void onOpen() {
                opened.complete(null);
              }

              @Override
              public void onText(byte[] utf8, int length) {
                hearer.text(utf8, length);
              }

              @Override
              public void onBinary(int length) {}

              @Override
              public void onRefused(UpgradeRefused refusal) {}

              @Override
              public void onClosed(int code, String reason) {
                opened.completeExceptionally(new IOException(reason));
              }
            });
    opened.get(30, TimeUnit.SECONDS);
    return connection::send;
  }

  private static Sender javaWebSocket(URI uri, IntConsumer lengths) throws Exception {
    WebSocketClient client =
        new WebSocketClient(uri) {
          @Override
          public void onOpen(ServerHandshake handshake) {}

          @Override
          public void onMessage(String message) {
            lengths.accept(message.length());
          }

          @Override
          public void onClose(int code, String reason, boolean remote) {}

          @Override
          public void onError(Exception e) {}
        };
    client.setTcpNoDelay(true);
    client.setDaemon(true);
    if (!client.connectBlocking(30, TimeUnit.SECONDS)) {
      throw new IOException("not connected");
    }
    return utf8 -> client.send(new String(utf8, UTF_8));
  }

  private static Sender jdk(URI uri, IntConsumer lengths) throws Exception {
    WebSocket socket =
        JDK.newWebSocketBuilder()
            .connectTimeout(Duration.ofSeconds(30))
            .buildAsync(
                uri,
                new WebSocket.Listener() {
                  private final StringBuilder text = new StringBuilder();

                  @Override
                  public CompletionStage<?> onText(WebSocket to, CharSequence part, boolean last) {
                    text.append(part);
                    if (last) {
                      lengths.accept(text.toString().length());
                      text.setLength(0);
                    }
                    to.request(1);
                    return CompletableFuture.completedFuture(null);
                  }
                })
            .join();
    return utf8 -> socket.sendText(new String(utf8, UTF_8), true).join();
  }
}
