package dev.parlando.testkit.internal.http;

import dev.parlando.testkit.internal.access.ClientAccess;
import dev.parlando.testkit.internal.connection.SessionHost;
import dev.parlando.testkit.internal.socket.RealtimeSocket;
import dev.parlando.testkit.observe.ClientHandshake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.jspecify.annotations.Nullable;

/** Listens on the loopback interface and makes a session of every WebSocket. */
public final class RealtimeHttpServer {

  private static final String LOOPBACK = "127.0.0.1";
  private static final long MAX_FRAME = 64L * 1024 * 1024;

  private final SessionHost host;
  private final Server server;
  private final ServerConnector connector;

  /**
   * A server that doesn't listen yet.
   *
   * @param hangUp ends a call, given by its id
   */
  public RealtimeHttpServer(
      ListenAddress listening, ClientAccess access, SessionHost host, Consumer<String> hangUp) {
    this.host = host;
    QueuedThreadPool pool = new QueuedThreadPool(64, 2);
    pool.setName("local-realtime-http");
    pool.setDaemon(true);
    this.server = new Server(pool);
    this.connector = new ServerConnector(server, 1, 1, protocols(listening.tls()));
    connector.setHost(LOOPBACK);
    connector.setPort(listening.port());
    connector.setIdleTimeout(0);
    server.addConnector(connector);
    WebSocketUpgradeHandler sockets = WebSocketUpgradeHandler.from(server, this::configure);
    server.setHandler(new UpgradeHandler(sockets, access, host, hangUp));
    server.setStopTimeout(0);
  }

  private static ConnectionFactory[] protocols(ListenAddress.@Nullable Tls tls) {
    HttpConfiguration config = new HttpConfiguration();
    config.setSendServerVersion(false);
    config.setRequestHeaderSize(64 * 1024);
    HttpConnectionFactory http = new HttpConnectionFactory(config);
    if (tls == null) {
      return new ConnectionFactory[] {http};
    }
    // Clients come by address, for which there is no name to compare.
    config.addCustomizer(new SecureRequestCustomizer(false));
    SslContextFactory.Server certificate = new SslContextFactory.Server();
    certificate.setKeyStorePath(tls.keyStore().toString());
    certificate.setKeyStoreType("PKCS12");
    certificate.setKeyStorePassword(tls.password());
    return new ConnectionFactory[] {
      new SslConnectionFactory(certificate, http.getProtocol()), http
    };
  }

  private void configure(ServerWebSocketContainer container) {
    container.setIdleTimeout(Duration.ZERO);
    container.setMaxTextMessageSize(MAX_FRAME);
    container.setMaxBinaryMessageSize(MAX_FRAME);
    container.setMaxFrameSize(MAX_FRAME);
    container.addMapping("/*", (request, response, callback) -> accept(request, response));
  }

  private RealtimeSocket accept(ServerUpgradeRequest request, ServerUpgradeResponse response) {
    ClientHandshake handshake = HandshakeReader.read(request);
    UpgradeHandler.subprotocols().stream()
        .filter(handshake.subprotocols()::contains)
        .findFirst()
        .ifPresent(response::setAcceptedSubProtocol);
    return new RealtimeSocket(
        (session, socket) -> host.open(handshake, new JettyFrames(session, socket)));
  }

  /**
   * Starts to listen.
   *
   * @throws UncheckedIOException if the port is taken
   */
  public void start() {
    try {
      server.start();
    } catch (IOException e) {
      stop();
      throw new UncheckedIOException(
          "Can't listen on " + LOOPBACK + ":" + connector.getPort() + ": " + e.getMessage(), e);
    } catch (Exception e) {
      stop();
      throw new IllegalStateException("The HTTP server did not start", e);
    }
  }

  /** The port that is listened on. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Closes all connections and stops listening. */
  public void stop() {
    host.closeAll();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The HTTP server did not stop", e);
    } finally {
      host.stop();
    }
  }
}
