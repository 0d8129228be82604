package dev.parlando.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A server for one connection that speaks WebSocket byte by byte, as the test says. */
public final class WireServer implements AutoCloseable {

  public static final int CONTINUATION = 0;
  public static final int TEXT = 1;
  public static final int BINARY = 2;
  public static final int CLOSE = 8;
  public static final int PING = 9;
  public static final int PONG = 10;

  private static final int FINAL = 0x80;
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  /** A frame of the client, with its mask taken off. */
  public record Frame(int opcode, boolean last, boolean masked, byte[] payload) {

    public String text() {
      return new String(payload, UTF_8);
    }

    public int closeCode() {
      return ((payload[0] & 0xff) << 8) | (payload[1] & 0xff);
    }
  }

  private final ServerSocket listening;
  private final String answer;
  private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
  private final BlockingQueue<Socket> connected = new LinkedBlockingQueue<>();
  private volatile String request = "";

  private WireServer(String answer) throws IOException {
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.answer = answer;
    Thread thread = new Thread(this::serve, "wire-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** A server that upgrades. */
  public static WireServer start() throws IOException {
    return new WireServer("");
  }

  /** A server that answers the upgrade like this. */
  public static WireServer answering(String response) throws IOException {
    return new WireServer(response);
  }

  public URI uri() {
    return URI.create("ws://127.0.0.1:" + listening.getLocalPort() + "/realtime?model=m");
  }

  /** The head of the upgrade request. */
  public String request() {
    return request;
  }

  public Frame frame() throws InterruptedException {
    Frame frame = frames.poll(20, TimeUnit.SECONDS);
    if (frame == null) {
      throw new AssertionError("The client sent nothing");
    }
    return frame;
  }

  /** A message, in however many frames it comes. */
  public Frame message() throws InterruptedException {
    Frame message = frame();
    while (!message.last()) {
      Frame more = frame();
      byte[] both =
          Arrays.copyOf(message.payload(), message.payload().length + more.payload().length);
      System.arraycopy(more.payload(), 0, both, message.payload().length, more.payload().length);
      message = new Frame(message.opcode(), more.last(), message.masked() && more.masked(), both);
    }
    return message;
  }

  /** Sends bytes as they are. */
  public void send(byte[] bytes) throws IOException, InterruptedException {
    OutputStream out = socket().getOutputStream();
    out.write(bytes);
    out.flush();
  }

  public void sendText(String text) throws IOException, InterruptedException {
    send(frame(TEXT, true, text.getBytes(UTF_8)));
  }

  public void hangUp() throws IOException, InterruptedException {
    socket().close();
  }

  private Socket socket() throws InterruptedException {
    Socket socket = connected.poll(20, TimeUnit.SECONDS);
    if (socket == null) {
      throw new AssertionError("Nobody connected");
    }
    connected.add(socket);
    return socket;
  }

  /** A frame as servers send it. */
  public static byte[] frame(int opcode, boolean last, byte[] payload) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write((last ? FINAL : 0) | opcode);
    if (payload.length < 126) {
      frame.write(payload.length);
    } else if (payload.length <= 0xffff) {
      frame.write(126);
      frame.write(payload.length >> 8);
      frame.write(payload.length);
    } else {
      frame.write(127);
      for (int shift = 56; shift >= 0; shift -= 8) {
        frame.write((int) ((long) payload.length >> shift));
      }
    }
    frame.writeBytes(payload);
    return frame.toByteArray();
  }

  private void serve() {
    try (Socket socket = listening.accept()) {
      socket.setTcpNoDelay(true);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      request = head(in);
      OutputStream out = socket.getOutputStream();
      out.write((answer.isEmpty() ? upgrade() : answer).getBytes(UTF_8));
      out.flush();
      if (answer.isEmpty()) {
        connected.add(socket);
        read(in);
      }
    } catch (IOException gone) {
      // The client went, or the test is over.
      frames.add(new Frame(-1, true, false, new byte[0]));
    }
  }

  private static String head(DataInputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    return head.toString();
  }

  private String upgrade() {
    String key =
        request
            .lines()
            .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("sec-websocket-key"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElseThrow();
    try {
      byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(ISO_8859_1));
      return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
          + "Sec-WebSocket-Accept: "
          + Base64.getEncoder().encodeToString(hash)
          + "\r\n\r\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void read(DataInputStream in) throws IOException {
    while (true) {
      int first = in.readUnsignedByte();
      int second = in.readUnsignedByte();
      int length = second & 127;
      if (length == 126) {
        length = in.readUnsignedShort();
      } else if (length == 127) {
        length = (int) in.readLong();
      }
      boolean masked = (second & 128) != 0;
      byte[] mask = new byte[4];
      if (masked) {
        in.readFully(mask);
      }
      byte[] payload = new byte[length];
      in.readFully(payload);
      for (int i = 0; masked && i < length; i++) {
        payload[i] ^= mask[i % 4];
      }
      frames.add(new Frame(first & 15, (first & FINAL) != 0, masked, payload));
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
      Socket socket = connected.poll();
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
