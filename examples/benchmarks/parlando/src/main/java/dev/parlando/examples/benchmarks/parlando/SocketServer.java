package dev.parlando.examples.benchmarks.parlando;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * A WebSocket server with as little in it as can be, in a process of its own. {@code push N SIZE}
 * makes it send N messages, {@code count N} makes it say so when N more have come, anything else it
 * swallows. A client of {@code /realtime} that configures a session hears a {@link Talker} from
 * then on; one of {@code /asked} hears it only when it asks for a reply, and then all of the reply
 * at once.
 */
public final class SocketServer {

  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int STACK = 128 << 10;
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;

  private static final ScheduledExecutorService CLOCK = Executors.newScheduledThreadPool(2);

  private final Socket socket;
  private final OutputStream out;
  private final Talker talker = new Talker(this::answer);
  private long toCount;
  private boolean talksByItself;

  private SocketServer(Socket socket) throws IOException {
    this.socket = socket;
    this.out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
  }

  /** Prints its port and serves until its input ends. */
  public static void main(String[] args) throws IOException {
    ServerSocket listening = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
    System.out.println(listening.getLocalPort());
    daemon(
        () -> {
          while (true) {
            try {
              SocketServer server = new SocketServer(listening.accept());
              daemon(server::serve);
            } catch (IOException e) {
              return;
            }
          }
        });
    while (System.in.read() >= 0) {
      // Until whoever started it is gone.
    }
    System.exit(0);
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(null, task, "server", STACK);
    thread.setDaemon(true);
    thread.start();
  }

  private void serve() {
    try (socket) {
      socket.setTcpNoDelay(true);
      DataInputStream in =
          new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 14));
      String request = upgrade(in);
      talksByItself = request.contains("/realtime");
      if (talksByItself || request.contains("/asked")) {
        talker.open();
      }
      while (true) {
        int opcode = in.readUnsignedByte() & 15;
        int length = in.readUnsignedByte() & 127;
        length =
            length == 126 ? in.readUnsignedShort() : length == 127 ? (int) in.readLong() : length;
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes(length);
        if (opcode == CLOSE) {
          return;
        }
        // What is only counted is not looked at.
        for (int i = 0; i < length && toCount == 0; i++) {
          payload[i] ^= mask[i % 4];
        }
        if (opcode == PING) {
          answer(PONG, payload);
        } else {
          message(payload);
        }
      }
    } catch (IOException | GeneralSecurityException gone) {
      // The client went.
    }
  }

  private String upgrade(DataInputStream in) throws IOException, GeneralSecurityException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    String key =
        head.toString()
            .lines()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElseThrow();
    byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(ISO_8859_1));
    String accept = Base64.getEncoder().encodeToString(hash);
    out.write(
        ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: "
                + accept
                + "\r\n\r\n")
            .getBytes(ISO_8859_1));
    out.flush();
    return head.substring(0, head.indexOf("\r\n"));
  }

  private void message(byte[] payload) throws IOException {
    if (toCount > 0) {
      if (--toCount == 0) {
        send(TEXT, "counted".getBytes(ISO_8859_1));
        out.flush();
      }
      return;
    }
    if (payload.length > 0 && payload[0] == '{') {
      realtime(payload);
      return;
    }
    List<String> words = List.of(new String(payload, ISO_8859_1).split(" ", -1));
    if (words.get(0).equals("count")) {
      toCount = Long.parseLong(words.get(1));
    } else if (words.get(0).equals("push")) {
      byte[] text = "y".repeat(Integer.parseInt(words.get(2))).getBytes(ISO_8859_1);
      for (int i = Integer.parseInt(words.get(1)); i > 0; i--) {
        send(TEXT, text);
      }
      out.flush();
    }
  }

  /** The user's audio is most of it. */
  private void realtime(byte[] event) throws IOException {
    if (event.length > 4096) {
      return;
    }
    String json = new String(event, ISO_8859_1);
    if (json.contains("\"session.update\"")) {
      talker.configured();
      if (talksByItself) {
        talker.asked("");
        var unused =
            CLOCK.scheduleAtFixedRate(
                this::talk, ThreadLocalRandom.current().nextInt(100), 100, TimeUnit.MILLISECONDS);
      }
    } else if (json.contains("\"response.create\"")) {
      talker.asked(json);
      if (!talksByItself) {
        CLOCK.execute(this::talkAtOnce); // Pings are answered meanwhile.
      }
    }
  }

  private void talk() {
    try {
      talker.talk();
    } catch (IOException gone) {
      throw new IllegalStateException(gone); // Ends the repetition.
    }
  }

  private void talkAtOnce() {
    try {
      talker.talkAtOnce(SocketRun.MESSAGES);
    } catch (IOException gone) {
      // The client went.
    }
  }

  private void answer(String json) throws IOException {
    answer(TEXT, json.getBytes(ISO_8859_1));
  }

  private synchronized void answer(int opcode, byte[] payload) throws IOException {
    send(opcode, payload);
    out.flush();
  }

  private void send(int opcode, byte[] text) throws IOException {
    out.write(0x80 | opcode);
    if (text.length < 126) {
      out.write(text.length);
    } else {
      out.write(126);
      out.write(text.length >> 8);
      out.write(text.length);
    }
    out.write(text);
  }
}
