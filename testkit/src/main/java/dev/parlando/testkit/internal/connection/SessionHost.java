package dev.parlando.testkit.internal.connection;

import dev.parlando.testkit.fault.Fault;
import dev.parlando.testkit.internal.socket.SocketListener;
import dev.parlando.testkit.observe.ClientHandshake;
import dev.parlando.testkit.observe.ObservedSession;
import dev.parlando.testkit.observe.SessionEnd;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The sessions of a server, however their clients reach it. */
public final class SessionHost {

  private static final Duration FAREWELL = Duration.ofSeconds(1);

  private final ServerThreads threads;
  private final List<Fault> faults;
  private final Observation observation;
  private final SessionFactory factory;
  private final CopyOnWriteArrayList<SessionRecorder> sessions = new CopyOnWriteArrayList<>();
  private int lastNumber;

  /**
   * @param faults may grow while the server runs
   */
  public SessionHost(
      ServerThreads threads, List<Fault> faults, Observation observation, SessionFactory factory) {
    this.threads = threads;
    this.faults = faults;
    this.observation = observation;
    this.factory = factory;
  }

  /** What goes wrong, of which each session counts for itself. */
  public FaultInjector faults() {
    return new FaultInjector(faults);
  }

  /** Begins a session; what is returned is to be called with what arrives. */
  public SocketListener open(ClientHandshake handshake, Frames frames) {
    SessionRecorder recorder;
    synchronized (sessions) {
      recorder = new SessionRecorder(++lastNumber, handshake, frames, observation, threads.time());
      if (!observation.keepsEvents()) {
        sessions.removeIf(session -> session.end().isPresent());
      }
      sessions.add(recorder);
      sessions.notifyAll();
    }
    ConnectionLoop loop =
        new ConnectionLoop(
            recorder,
            frames,
            faults(),
            threads,
            link -> factory.create(recorder.number(), handshake, link));
    loop.opened();
    return loop;
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

  /** Asks all clients to leave, and gives them a moment for it, so that they see the code. */
  public void closeAll() {
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

  /** Ends what is left. */
  public void stop() {
    for (SessionRecorder session : sessions) {
      session.ended(new SessionEnd(1001, "The local server stops"));
    }
    threads.stop();
  }
}
