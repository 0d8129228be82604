package dev.parlando.testkit.internal.connection;

import dev.parlando.testkit.internal.socket.SocketListener;
import dev.parlando.testkit.observe.ClientHandshake;
import dev.parlando.transport.Connection;
import dev.parlando.transport.ConnectionListener;
import dev.parlando.transport.DialRequest;
import dev.parlando.transport.Transport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Connects clients to the sessions of this process without a socket between them. */
public final class LoopbackTransport implements Transport {

  private final SessionHost host;
  private final Executor threads;

  /**
   * @param threads bring to clients what the server sends
   */
  public LoopbackTransport(SessionHost host, Executor threads) {
    this.host = host;
    this.threads = threads;
  }

  @Override
  public Connection dial(DialRequest request, ConnectionListener client) {
    Line line = new Line(client, new OrderedTasks(threads));
    line.open(host, handshake(request));
    return line;
  }

  private static ClientHandshake handshake(DialRequest request) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    String text = request.uri().getQuery();
    for (String pair : text == null ? new String[0] : text.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      query
          .computeIfAbsent(parts[0], name -> new ArrayList<>())
          .add(parts.length > 1 ? parts[1] : "");
    }
    Map<String, List<String>> headers = new LinkedHashMap<>();
    request
        .headers()
        .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), List.of(value)));
    return new ClientHandshake(request.uri().getPath(), query, headers, request.subprotocols());
  }

  /** Both ends of one connection. What goes to the client goes in order. */
  private static final class Line implements Connection, Frames {

    private final ConnectionListener client;
    private final OrderedTasks toClient;
    private @Nullable SocketListener server;
    private boolean closed;
    private boolean frozen;

    Line(ConnectionListener client, OrderedTasks toClient) {
      this.client = client;
      this.toClient = toClient;
    }

    void open(SessionHost host, ClientHandshake handshake) {
      toClient.execute(
          () -> {
            client.onOpen();
            SocketListener opened = host.open(handshake, this);
            synchronized (this) {
              server = opened;
            }
          });
    }

    @Override
    public void send(byte[] utf8) {
      SocketListener to = openServer();
      if (to != null) {
        to.text(new String(utf8, StandardCharsets.UTF_8));
      }
    }

    /** There is no network that could be slow. */
    @Override
    public long unsentBytes() {
      return 0;
    }

    private synchronized @Nullable SocketListener openServer() {
      return closed || frozen ? null : server;
    }

    @Override
    public void text(String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      deliver(() -> client.onText(utf8, utf8.length));
    }

    @Override
    public void binary(byte[] bytes) {
      deliver(() -> client.onBinary(bytes.length));
    }

    private void deliver(Runnable event) {
      synchronized (this) {
        if (closed || frozen) {
          return;
        }
      }
      toClient.execute(event);
    }

    @Override
    public synchronized void freeze() {
      frozen = true;
    }

    @Override
    public void abort() {
      close(1006, "");
    }

    /** Either side's close ends both. */
    @Override
    public void close(int code, String reason) {
      SocketListener listener;
      synchronized (this) {
        if (closed) {
          return;
        }
        closed = true;
        listener = server;
      }
      if (listener != null) {
        listener.closed(code, reason);
      }
      toClient.execute(() -> client.onClosed(code, reason));
    }
  }
}
