package dev.parlando.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the console's server as a page does, and keeps all that it is told. */
final class PageSocketClient implements WebSocket.Listener {

  private final StringBuilder message = new StringBuilder();
  private final List<String> texts = new ArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private long audioBytes;
  private WebSocket socket;

  /** Connects from the console's own page. */
  static PageSocketClient connect(URI console, String query) throws Exception {
    PageSocketClient client = new PageSocketClient();
    client.socket =
        open(console, query, console.toString().replaceAll("/$", ""), client)
            .get(20, TimeUnit.SECONDS);
    return client;
  }

  /** Connects from any page, or from none. */
  static CompletableFuture<WebSocket> open(
      URI console, String query, String origin, WebSocket.Listener listener) {
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    if (!origin.isEmpty()) {
      builder.header("Origin", origin);
    }
    URI link = URI.create(console.toString().replace("http:", "ws:") + "link?" + query);
    return builder.buildAsync(link, listener);
  }

  void send(String frame) {
    socket.sendText(frame, true).join();
  }

  void sendAudio(byte[] bytes) {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
  }

  /** Waits for a frame, of the feed or beside it. */
  synchronized JsonNode await(Predicate<JsonNode> wanted) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    int seen = 0;
    while (true) {
      for (; seen < texts.size(); seen++) {
        JsonNode frame = JsonMapper.shared().readTree(texts.get(seen));
        if (wanted.test(frame)) {
          return frame;
        }
        for (JsonNode each : frame.path("frames")) {
          if (wanted.test(each)) {
            return each;
          }
        }
      }
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      assertThat(left).as(this::newest).isPositive();
      wait(left);
    }
  }

  private String newest() {
    String all = allTexts();
    return "waited in vain; what came ends with " + all.substring(Math.max(0, all.length() - 600));
  }

  JsonNode await(String field, String value) throws InterruptedException {
    return await(frame -> frame.path(field).asString("").equals(value));
  }

  synchronized String allTexts() {
    return String.join("\n", texts);
  }

  /** Waits for so much audio, in bytes. */
  synchronized void awaitAudio(long bytes) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (audioBytes < bytes) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      assertThat(left).as("only %d bytes of audio came", audioBytes).isPositive();
      wait(left);
    }
  }

  int closeCode() throws Exception {
    return closed.get(20, TimeUnit.SECONDS);
  }

  void close() {
    socket.abort();
  }

  @Override
  public synchronized CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    message.append(data);
    if (last) {
      texts.add(message.toString());
      message.setLength(0);
      notifyAll();
    }
    from.request(1);
    return null;
  }

  @Override
  public synchronized CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
    audioBytes += data.remaining();
    notifyAll();
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return null;
  }
}
