package dev.parlando.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.transport.http.HttpTransport;
import dev.parlando.transport.javawebsocket.JavaWebSocketTransport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every transport does, over a real socket. */
@ParameterizedClass
@EnumSource
class SocketTest {

  /** The transports. */
  enum Kind {
    JAVA_WEB_SOCKET {
      @Override
      Transport transport(int maxBytes, Duration pings) {
        return JavaWebSocketTransport.builder().maxFrameBytes(maxBytes).pingInterval(pings).build();
      }
    },
    HTTP {
      @Override
      Transport transport(int maxBytes, Duration pings) {
        return HttpTransport.builder().maxMessageBytes(maxBytes).pingInterval(pings).build();
      }
    };

    abstract Transport transport(int maxBytes, Duration pings);
  }

  private static final int MAX_BYTES = 200_000;

  @Parameter Kind kind;

  private final RecordingListener listener = new RecordingListener();
  private WireServer server;
  private Connection connection;

  @AfterEach
  void close() {
    if (connection != null) {
      connection.close(1000, "");
    }
    if (server != null) {
      server.close();
    }
  }

  private void dial(WireServer to, Duration pings) {
    server = to;
    DialRequest request =
        new DialRequest(to.uri(), Map.of("Authorization", "Bearer k"), List.of("realtime"));
    connection = kind.transport(MAX_BYTES, pings).dial(request, listener);
  }

  private void open() throws IOException, InterruptedException {
    dial(WireServer.start(), Duration.ZERO);
    assertThat(listener.next()).isEqualTo("open");
  }

  @Test
  void sendsHeadersAndSubprotocolsWithTheUpgrade() throws Exception {
    open();
    assertThat(server.request())
        .startsWith("GET /realtime?model=m HTTP/1.1\r\n")
        .contains("Authorization: Bearer k\r\n")
        .contains("Sec-WebSocket-Protocol: realtime\r\n");
  }

  @Test
  void sendsTextOfAnyLengthMaskedAndInOrder() throws Exception {
    open();
    List<String> texts = new ArrayList<>();
    for (int length : new int[] {0, 1, 7, 8, 9, 125, 126, 127, 1_000, 65_535, 65_536, 150_000}) {
      texts.add("x".repeat(length));
    }
    texts.add("{\"text\":\"Grüße, 世界, 😀\"}");
    texts.forEach(text -> connection.send(text.getBytes(UTF_8)));
    for (String text : texts) {
      WireServer.Frame frame = server.message();
      assertThat(frame.opcode()).isEqualTo(WireServer.TEXT);
      assertThat(frame.masked()).isTrue();
      assertThat(frame.text()).isEqualTo(text);
    }
  }

  @Test
  void keepsTheOrderOfEachOfManyThreads() throws Exception {
    open();
    int threads = 4;
    int messages = 250;
    ExecutorService senders = Executors.newFixedThreadPool(threads);
    for (int t = 0; t < threads; t++) {
      String prefix = t + ":";
      senders.execute(
          () -> {
            for (int i = 0; i < messages; i++) {
              connection.send((prefix + i).getBytes(UTF_8));
            }
          });
    }
    senders.shutdown();
    int[] next = new int[threads];
    for (int i = 0; i < threads * messages; i++) {
      String[] parts = server.frame().text().split(":", -1);
      assertThat(Integer.parseInt(parts[1])).isEqualTo(next[Integer.parseInt(parts[0])]++);
    }
    assertThat(senders.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void receivesTextOfAnyLengthHoweverItIsCut() throws Exception {
    open();
    Random random = new Random(20261122);
    List<String> texts = new ArrayList<>();
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    for (int i = 0; i < 60; i++) {
      String text = "ä" + "y".repeat(random.nextInt(i % 10 == 0 ? 120_000 : 300));
      texts.add(text);
      wire.writeBytes(WireServer.frame(WireServer.TEXT, true, text.getBytes(UTF_8)));
    }
    byte[] bytes = wire.toByteArray();
    for (int at = 0; at < bytes.length; ) {
      int piece = Math.min(bytes.length - at, 1 + random.nextInt(random.nextInt(40_000) + 1));
      server.send(Arrays.copyOfRange(bytes, at, at + piece));
      at += piece;
    }
    for (String text : texts) {
      assertThat(listener.next()).isEqualTo("text " + text);
    }
  }

  @Test
  void receivesByteByByte() throws Exception {
    open();
    byte[] first = WireServer.frame(WireServer.TEXT, true, "z".repeat(130).getBytes(UTF_8));
    byte[] second = WireServer.frame(WireServer.TEXT, true, new byte[0]);
    for (byte[] frame : List.of(first, second)) {
      for (byte b : frame) {
        server.send(new byte[] {b});
      }
    }
    assertThat(listener.next()).isEqualTo("text " + "z".repeat(130));
    assertThat(listener.next()).isEqualTo("text ");
  }

  @Test
  void putsFragmentsTogetherAndAnswersPingsBetweenThem() throws Exception {
    open();
    byte[] half = "häl".getBytes(UTF_8);
    server.send(WireServer.frame(WireServer.TEXT, false, half));
    server.send(WireServer.frame(WireServer.PING, true, new byte[] {7}));
    server.send(WireServer.frame(WireServer.CONTINUATION, false, "f".getBytes(UTF_8)));
    server.send(WireServer.frame(WireServer.CONTINUATION, true, "te".getBytes(UTF_8)));
    server.sendText("next");
    assertThat(listener.next()).isEqualTo("text hälfte");
    assertThat(listener.next()).isEqualTo("text next");
    WireServer.Frame pong = server.frame();
    assertThat(pong.opcode()).isEqualTo(WireServer.PONG);
    assertThat(pong.payload()).containsExactly(7);
  }

  @Test
  void aWholeTextAmongFragmentsEndsTheConnection() throws Exception {
    open();
    server.send(WireServer.frame(WireServer.TEXT, false, "a".getBytes(UTF_8)));
    server.sendText("whole");
    assertThat(listener.next()).startsWith("closed ");
    assertThat(listener.silent()).isTrue();
  }

  @Test
  void tellsOfBinaryByItsLength() throws Exception {
    open();
    server.send(WireServer.frame(WireServer.BINARY, true, new byte[3_000]));
    assertThat(listener.next()).isEqualTo("binary 3000");
  }

  @Test
  void tellsTheCodeAndReasonOfTheServersClose() throws Exception {
    open();
    byte[] payload =
        ("\u000f\u00a0" + "no beta").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    server.send(WireServer.frame(WireServer.CLOSE, true, payload));
    assertThat(listener.next()).isEqualTo("closed 4000 no beta");
    assertThat(server.frame().opcode()).isEqualTo(WireServer.CLOSE);
  }

  @Test
  void closesWithCodeAndReasonBehindWhatWasSent() throws Exception {
    open();
    connection.send("last words".getBytes(UTF_8));
    connection.close(1000, "bye");
    assertThat(server.frame().text()).isEqualTo("last words");
    WireServer.Frame close = server.frame();
    assertThat(close.opcode()).isEqualTo(WireServer.CLOSE);
    assertThat(close.closeCode()).isEqualTo(1000);
    server.send(WireServer.frame(WireServer.CLOSE, true, close.payload()));
    assertThat(listener.next()).startsWith("closed 1000");
    connection.send("too late".getBytes(UTF_8));
  }

  @Test
  void aConnectionThatBreaksIsClosedOnce() throws Exception {
    open();
    server.hangUp();
    assertThat(listener.next()).startsWith("closed 1006");
    connection.close(1000, "");
    assertThat(listener.silent()).isTrue();
  }

  @Test
  void aFrameBeyondTheLimitClosesTheConnection() throws Exception {
    open();
    // The head alone: whoever sees it may hang up before the rest can be sent.
    byte[] frame = WireServer.frame(WireServer.TEXT, true, new byte[MAX_BYTES + 1]);
    server.send(kind == Kind.HTTP ? frame : Arrays.copyOf(frame, 10));
    assertThat(listener.next()).startsWith("closed 1009");
  }

  @Test
  void aRefusedUpgradeIsToldWithItsStatusAndBody() throws Exception {
    dial(
        WireServer.answering("HTTP/1.1 401 Unauthorized\r\nContent-Length: 7\r\n\r\nno key!"),
        Duration.ZERO);
    assertThat(listener.next()).isEqualTo("refused 401 no key!");
    assertThat(listener.silent()).isTrue();
  }

  @Test
  void whatDoesNotAnswerIsClosed() throws Exception {
    server = WireServer.start();
    URI gone = server.uri();
    server.close();
    connection =
        kind.transport(MAX_BYTES, Duration.ZERO)
            .dial(new DialRequest(gone, Map.of(), List.of()), listener);
    assertThat(listener.next()).startsWith("closed 1006");
    assertThat(listener.silent()).isTrue();
  }

  @Test
  void pingsAndGivesUpAServerThatDoesNotAnswer() throws Exception {
    dial(WireServer.start(), Duration.ofMillis(40));
    assertThat(listener.next()).isEqualTo("open");
    assertThat(server.frame().opcode()).isEqualTo(WireServer.PING);
    assertThat(listener.next()).startsWith("closed 1006 no sign of life");
  }

  @Test
  void aServerThatSendsIsKeptThoughItAnswersNoPing() throws Exception {
    dial(WireServer.start(), Duration.ofMillis(250));
    assertThat(listener.next()).isEqualTo("open");
    for (int i = 0; i < 4; i++) {
      assertThat(server.frame().opcode()).isEqualTo(WireServer.PING);
      server.send(WireServer.frame(WireServer.TEXT, true, new byte[] {'a'}));
      assertThat(listener.next()).isEqualTo("text a");
    }
    assertThat(listener.silent()).isTrue();
  }

  @Test
  void aServerThatAnswersPingsIsKept() throws Exception {
    dial(WireServer.start(), Duration.ofMillis(250));
    assertThat(listener.next()).isEqualTo("open");
    for (int i = 0; i < 4; i++) {
      WireServer.Frame ping = server.frame();
      assertThat(ping.opcode()).isEqualTo(WireServer.PING);
      server.send(WireServer.frame(WireServer.PONG, true, ping.payload()));
    }
    assertThat(listener.silent()).isTrue();
  }
}
