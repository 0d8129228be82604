package dev.parlando.testkit;

import dev.parlando.realtime.Dialect;
import dev.parlando.testkit.fault.Fault;
import dev.parlando.testkit.internal.access.BrainSessions;
import dev.parlando.testkit.internal.access.CallBook;
import dev.parlando.testkit.internal.access.ClientAccess;
import dev.parlando.testkit.internal.connection.CallSessions;
import dev.parlando.testkit.internal.connection.Observation;
import dev.parlando.testkit.internal.connection.ServerThreads;
import dev.parlando.testkit.internal.connection.SessionFactory;
import dev.parlando.testkit.internal.connection.SessionHost;
import dev.parlando.testkit.internal.http.ListenAddress;
import dev.parlando.testkit.internal.http.RealtimeHttpServer;
import dev.parlando.testkit.internal.replay.ReplayedSession;
import dev.parlando.testkit.internal.session.DefaultModels;
import dev.parlando.testkit.observe.ObservedSession;
import dev.parlando.testkit.recording.Recording;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A Realtime server inside this process, reachable only from this machine. It keeps to the protocol
 * as the real one does, refuses what that refuses, and lets a {@link
 * dev.parlando.testkit.brain.Brain} answer in the place of a model. Needs no key and no network.
 *
 * <pre>{@code
 * try (LocalRealtime server = LocalRealtime.start()) {
 *   connect(server.url());
 * }
 * }</pre>
 *
 * <p>Thread-safe. Each connection is served in order, on threads of the server's own.
 */
public final class LocalRealtime implements AutoCloseable {

  private final Dialect dialect;
  private final boolean tls;
  private final List<Fault> faults;
  private final ClientAccess access;
  private final BrainSessions brainSessions;
  private final SessionHost sessions;
  private final RealtimeHttpServer server;

  LocalRealtime(LocalRealtimeBuilder settings) {
    dialect = settings.dialect;
    tls = settings.tls != null;
    faults = new CopyOnWriteArrayList<>(settings.faults);
    ServerThreads threads = ServerThreads.start(settings.time);
    access =
        new ClientAccess(
            dialect,
            settings.apiKey,
            threads.time().clock(),
            new CallBook(settings.recording != null));
    brainSessions =
        new BrainSessions(
            access,
            new CallSessions(threads),
            settings.brains,
            List.copyOf(settings.mcpServers),
            settings.ids,
            settings.speechRate,
            settings.sessionLimit);
    sessions =
        new SessionHost(
            threads,
            faults,
            new Observation(settings.keepsEvents, settings.observers),
            logic(settings));
    server =
        new RealtimeHttpServer(
            new ListenAddress(settings.port, settings.tls),
            access,
            sessions,
            callId -> call(callId).hangUp());
    server.start();
  }

  private SessionFactory logic(LocalRealtimeBuilder settings) {
    Recording recording = settings.recording;
    if (recording != null) {
      double speed = settings.replaySpeed;
      return (number, handshake, link) -> new ReplayedSession(recording, speed, link);
    }
    return brainSessions;
  }

  /** Starts a server with the {@link dev.parlando.testkit.brain.Heuristic} brain on a free port. */
  public static LocalRealtime start() {
    return builder().start();
  }

  /** Settings for a server. */
  public static LocalRealtimeBuilder builder() {
    return new LocalRealtimeBuilder();
  }

  /** Where to connect, with a model of the dialect's time in it. */
  public URI url() {
    return URI.create(
        (tls ? "wss" : "ws")
            + "://127.0.0.1:"
            + port()
            + "/v1/realtime?model="
            + DefaultModels.of(dialect));
  }

  /**
   * Where HTTP requests go, for {@link dev.parlando.rest.RealtimeRest}: keys for clients, and what
   * becomes of calls.
   */
  public URI restUrl() {
    return URI.create((tls ? "https" : "http") + "://127.0.0.1:" + port() + "/v1");
  }

  /**
   * A call, which comes in if there is none of this id. Sidebands join it at {@link
   * LocalCall#url()}, {@link dev.parlando.rest.RealtimeRest} accepts it and ends it.
   *
   * @param callId such as {@code rtc_1}
   */
  public LocalCall call(String callId) {
    access.calls().begin(callId);
    URI url = URI.create(url().toString().replaceFirst("model=.*", "call_id=" + callId));
    return new LocalCall(callId, access.calls(), brainSessions, url);
  }

  /** The TCP port. */
  public int port() {
    return server.port();
  }

  /** The connections so far, in order, also those that are over. */
  public List<ObservedSession> sessions() {
    return sessions.sessions();
  }

  /**
   * Waits at most {@link ObservedSession#PATIENCE} for a connection.
   *
   * @param number which one, from 1
   * @throws AssertionError if there are fewer in time
   */
  public ObservedSession awaitSession(int number) {
    return awaitSession(number, ObservedSession.PATIENCE);
  }

  /**
   * Waits for a connection.
   *
   * @param number which one, from 1
   * @throws AssertionError if there are fewer in time
   */
  public ObservedSession awaitSession(int number, Duration timeout) {
    return sessions.awaitSession(number, timeout);
  }

  /** Lets something go wrong from now on. */
  public void inject(Fault fault) {
    faults.add(fault);
  }

  /** Closes all connections with code 1001 and stops. Does nothing the second time. */
  @Override
  public void close() {
    server.stop();
  }
}
