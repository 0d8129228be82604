package dev.parlando.testkit.internal.wire;

import dev.parlando.testkit.Handshake;
import dev.parlando.testkit.ObservedSession;
import dev.parlando.testkit.SessionEnd;
import dev.parlando.testkit.fault.Fault;
import dev.parlando.testkit.internal.session.ServerLink;
import dev.parlando.testkit.internal.session.SessionLogic;
import dev.parlando.testkit.internal.socket.RealtimeSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
  private static final Duration FAREWELL = Duration.ofSeconds(1);
  private static final long MAX_FRAME = 64L * 1024 * 1024;

  /** Makes the logic of a session. */
  public interface SessionFactory {

    /**
     * Makes it.
     *
     * @param number which session of the server, from 1
     */
    SessionLogic create(int number, Handshake handshake, ServerLink link);
  }

  private final SessionFactory factory;
  private final Observation observation;
  private final List<Fault> faults;
  private final CopyOnWriteArrayList<SessionRecorder> sessions = new CopyOnWriteArrayList<>();
  private int lastNumber;
  private final ServerThreads threads = ServerThreads.start();
  private final Server server;
  private final ServerConnector connector;

  /**
   * @param apiKey the key that clients must show; null if they need none
   * @param faults may grow while the server runs
   */
  public RealtimeHttpServer(
      Listening listening,
      @Nullable String apiKey,
      List<Fault> faults,
      Observation observation,
      SessionFactory factory) {
    this.factory = factory;
    this.faults = faults;
    this.observation = observation;
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
    server.setHandler(new Admission(sockets, apiKey, new FaultInjector(faults)));
    server.setStopTimeout(0);
  }

  private static ConnectionFactory[] protocols(Listening.@Nullable Tls tls) {
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
    Handshake handshake = Handshakes.of(request);
    Admission.subprotocols().stream()
        .filter(handshake.subprotocols()::contains)
        .findFirst()
        .ifPresent(response::setAcceptedSubProtocol);
    return new RealtimeSocket(
        (session, socket) -> open(handshake, new JettyFrames(session, socket)));
  }

  private SessionLoop open(Handshake handshake, Frames frames) {
    SessionRecorder recorder;
    synchronized (sessions) {
      recorder = new SessionRecorder(++lastNumber, handshake, frames, observation);
      if (!observation.keepsEvents()) {
        sessions.removeIf(session -> session.end().isPresent());
      }
      sessions.add(recorder);
      sessions.notifyAll();
    }
    SessionLoop loop =
        new SessionLoop(
            recorder,
            frames,
            new FaultInjector(faults),
            threads,
            link -> factory.create(recorder.number(), handshake, link));
    loop.opened();
    return loop;
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

  /** The connections so far, in order. */
  public List<ObservedSession> sessions() {
    return List.copyOf(sessions);
  }

  /**
   * Waits for a connection.
   *
   * @param number which one, from 1
   * @throws AssertionError if there are fewer in time
   */
  public ObservedSession awaitSession(int number, Duration timeout) {
    synchronized (sessions) {
      if (!Waiting.until(sessions, () -> sessions.size() >= number, timeout)) {
        throw new AssertionError(
            "Waited %d ms for connection %d; there were %d"
                .formatted(timeout.toMillis(), number, sessions.size()));
      }
      return sessions.get(number - 1);
    }
  }

  /** Closes all connections and stops listening. */
  public void stop() {
    closeSessions();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The HTTP server did not stop", e);
    } finally {
      for (SessionRecorder session : sessions) {
        session.ended(new SessionEnd(1001, "The local server stops"));
      }
      threads.stop();
    }
  }

  /** Gives clients a moment to answer the close, so that they see its code. */
  private void closeSessions() {
    List<SessionRecorder> open =
        sessions.stream().filter(session -> session.end().isEmpty()).toList();
    open.forEach(session -> session.close(1001, "The local server stops"));
    long deadline = System.nanoTime() + FAREWELL.toNanos();
    for (SessionRecorder session : open) {
      synchronized (session) {
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        if (!Waiting.until(session, () -> session.end().isPresent(), left)) {
          return;
        }
      }
    }
  }
}
