package dev.parlando.testkit;

import dev.parlando.testkit.observe.SessionEnd;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A plain client on the JDK's WebSocket: sends events, waits for events. */
final class TestClient implements WebSocket.Listener, AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  static final Duration PATIENCE = Duration.ofSeconds(20);

  private final StringBuilder text = new StringBuilder();
  private final List<JsonNode> events = new ArrayList<>();
  private final List<String> oddities = new ArrayList<>();
  private int read;
  private int pongs;
  private int closeCode = -1;
  private String closeReason = "";
  private WebSocket socket;

  static TestClient connect(URI url, String... headers) {
    WebSocket.Builder builder = HTTP.newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    return connect(url, builder);
  }

  static TestClient connectAsBrowser(URI url, String subprotocol, String another) {
    return connect(url, HTTP.newWebSocketBuilder().subprotocols(subprotocol, another));
  }

  private static TestClient connect(URI url, WebSocket.Builder builder) {
    TestClient client = new TestClient();
    client.socket = builder.buildAsync(url, client).join();
    return client;
  }

  void leave(int code, String reason) {
    socket.sendClose(code, reason).join();
  }

  void ping() {
    socket.sendPing(ByteBuffer.allocate(0)).join();
  }

  synchronized int pongs() {
    return pongs;
  }

  synchronized void awaitPong() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (pongs == 0) {
      waitForNews(deadline, () -> "no pong");
    }
  }

  @Override
  public synchronized CompletionStage<?> onPong(WebSocket webSocket, ByteBuffer message) {
    pongs++;
    notifyAll();
    webSocket.request(1);
    return null;
  }

  /** What the server chose of the subprotocols. */
  String subprotocol() {
    return socket.getSubprotocol();
  }

  /** Sends an event, given with single quotes. */
  void send(String json) {
    sendRaw(json.replace('\'', '"'));
  }

  void send(JsonNode event) {
    sendRaw(event.toString());
  }

  void sendRaw(String frame) {
    socket.sendText(frame, true).join();
  }

  /** Appends 24 kHz 16-bit audio, 100 ms an event. */
  void append(byte[] pcm16) {
    for (int from = 0; from < pcm16.length; from += 4800) {
      appendChunk(Arrays.copyOfRange(pcm16, from, Math.min(pcm16.length, from + 4800)));
    }
  }

  /** Appends audio of any encoding as one event. */
  void appendChunk(byte[] bytes) {
    send(
        "{'type':'input_audio_buffer.append','audio':'"
            + Base64.getEncoder().encodeToString(bytes)
            + "'}");
  }

  void sendBinary(byte[] bytes) {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
  }

  /** A text message of the user and a request for a response. */
  void say(String words) {
    ObjectNode create =
        JsonNodeFactory.instance.objectNode().put("type", "conversation.item.create");
    ObjectNode item = create.putObject("item").put("type", "message").put("role", "user");
    item.putArray("content").addObject().put("type", "input_text").put("text", words);
    send(create);
    send("{'type':'response.create'}");
  }

  void answer(String callId, String output) {
    ObjectNode create =
        JsonNodeFactory.instance.objectNode().put("type", "conversation.item.create");
    create
        .putObject("item")
        .put("type", "function_call_output")
        .put("call_id", callId)
        .put("output", output);
    send(create);
    send("{'type':'response.create'}");
  }

  /** The next event of a type that hasn't been waited for yet; those before it are skipped. */
  JsonNode await(String type) {
    return await(event -> type.equals(event.path("type").asString("")), type);
  }

  synchronized JsonNode await(Predicate<JsonNode> wanted, String description) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    int from = read;
    while (true) {
      for (; read < events.size(); read++) {
        if (wanted.test(events.get(read))) {
          return events.get(read++);
        }
      }
      waitForNews(
          deadline,
          () -> "no " + description + " among " + types(events.subList(from, events.size())));
    }
  }

  /** All events so far, then it must be this one's turn: everything up to it, and itself. */
  synchronized List<JsonNode> awaitThrough(String type) {
    int from = read;
    await(type);
    return List.copyOf(events.subList(from, read));
  }

  synchronized String awaitOddity() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (oddities.isEmpty()) {
      waitForNews(deadline, () -> "no malformed frame");
    }
    return oddities.remove(0);
  }

  synchronized SessionEnd awaitClose() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (closeCode < 0) {
      waitForNews(deadline, () -> "not closed after " + types(events));
    }
    return new SessionEnd(closeCode, closeReason);
  }

  @SuppressWarnings("WaitNotInLoop") // the callers loop
  private synchronized void waitForNews(long deadline, Supplier<String> problem) {
    long left = deadline - System.nanoTime();
    if (left <= 0) {
      throw new AssertionError(problem.get());
    }
    try {
      wait(left / 1_000_000 + 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  static List<String> types(List<JsonNode> events) {
    return events.stream().map(event -> event.path("type").asString("")).toList();
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      String frame = text.toString();
      text.setLength(0);
      arrived(frame);
    }
    webSocket.request(1);
    return null;
  }

  private synchronized void arrived(String frame) {
    try {
      events.add(JsonMapper.shared().readTree(frame));
    } catch (JacksonException e) {
      oddities.add(frame);
    }
    notifyAll();
  }

  @Override
  public synchronized CompletionStage<?> onBinary(
      WebSocket webSocket, ByteBuffer data, boolean last) {
    oddities.add("binary:" + data.remaining());
    notifyAll();
    webSocket.request(1);
    return null;
  }

  @Override
  public synchronized CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
    closeCode = code;
    closeReason = reason;
    notifyAll();
    return null;
  }

  @Override
  public synchronized void onError(WebSocket webSocket, Throwable error) {
    closeCode = 1006;
    closeReason = String.valueOf(error.getMessage());
    notifyAll();
  }

  @Override
  public void close() {
    socket.abort();
  }
}
