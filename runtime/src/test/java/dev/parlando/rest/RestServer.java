package dev.parlando.rest;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An HTTP server that answers as a test wants, or not at all, and remembers what it was asked. One
 * request per connection. The JDK's own server is in a module that tests of a module can't see.
 */
final class RestServer implements AutoCloseable {

  /** What was asked; header names in lower case. */
  record Request(String method, String target, Map<String, String> headers, String body) {}

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private volatile String answer = "";
  private volatile boolean keepsOpen;
  final List<Request> requests = new CopyOnWriteArrayList<>();

  RestServer() throws IOException {
    Thread thread = new Thread(this::serve, "rest-server");
    thread.setDaemon(true);
    thread.start();
  }

  URI base() {
    return URI.create("http://localhost:" + server.getLocalPort() + "/v1");
  }

  Request request() {
    return requests.get(requests.size() - 1);
  }

  /** Answers so from now on. */
  void answer(int status, String body, String... headers) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Whatever\r\n");
    for (int i = 0; i < headers.length; i += 2) {
      head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
    }
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    answer = head + "Connection: close\r\nContent-Length: " + length + "\r\n\r\n" + body;
    keepsOpen = false;
  }

  void neverAnswer() {
    answer = "";
    keepsOpen = true;
  }

  /** Answers with the head and a part of the body, and no more. */
  void stall() {
    answer = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{";
    keepsOpen = true;
  }

  private void serve() {
    try {
      while (true) {
        Socket connection = server.accept();
        connections.add(connection);
        requests.add(read(new DataInputStream(connection.getInputStream())));
        connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        if (!keepsOpen) {
          connection.close();
        }
      }
    } catch (IOException e) {
      if (!server.isClosed()) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static Request read(DataInputStream in) throws IOException {
    String[] start = line(in).split(" ", 3);
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    byte[] body = in.readNBytes(length);
    return new Request(start[0], start[1], headers, new String(body, StandardCharsets.UTF_8));
  }

  private static String line(DataInputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }
}
