package dev.parlando.testkit;

import dev.parlando.realtime.Dialect;
import dev.parlando.testkit.brain.Brain;
import dev.parlando.testkit.brain.Heuristic;
import dev.parlando.testkit.brain.McpServer;
import dev.parlando.testkit.fault.Fault;
import dev.parlando.testkit.fault.IdNumbering;
import dev.parlando.testkit.internal.http.ListenAddress;
import dev.parlando.testkit.observe.RealtimeObserver;
import dev.parlando.testkit.recording.Recording;
import dev.parlando.testkit.time.VirtualTime;
import dev.parlando.time.SessionTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link LocalRealtime}; every one has a default. Not thread-safe. */
public final class LocalRealtimeBuilder {

  Dialect dialect = Dialect.GA;
  Supplier<? extends Brain> brains;
  @Nullable Recording recording;
  double replaySpeed;
  int port;
  ListenAddress.@Nullable Tls tls;
  @Nullable String apiKey;
  double speechRate;
  Duration sessionLimit = Duration.ofMinutes(60);
  @Nullable SessionTime time;
  boolean keepsEvents = true;
  IdNumbering ids = IdNumbering.UNIQUE;
  final List<McpServer> mcpServers = new ArrayList<>();
  final List<Fault> faults = new ArrayList<>();
  final List<RealtimeObserver> observers = new ArrayList<>();

  LocalRealtimeBuilder() {
    Brain heuristic = new Heuristic();
    brains = () -> heuristic;
  }

  /** What the server speaks; {@link Dialect#GA} if not said. */
  public LocalRealtimeBuilder dialect(Dialect value) {
    dialect = value;
    return this;
  }

  /** What answers in all sessions; a {@link Heuristic} if not said. */
  public LocalRealtimeBuilder brain(Brain value) {
    brains = () -> value;
    return this;
  }

  /** What answers, made anew for every session. */
  public LocalRealtimeBuilder brainPerSession(Supplier<? extends Brain> value) {
    brains = value;
    return this;
  }

  /**
   * Plays a recorded session to every client, in place of a brain, as fast as the client goes
   * along. The dialect is that of the recording.
   */
  public LocalRealtimeBuilder recording(Recording value) {
    return recording(value, 0);
  }

  /**
   * Plays a recorded session at a speed.
   *
   * @param speed how many times faster than it was recorded, as 1.0; 0 for as fast as possible
   */
  public LocalRealtimeBuilder recording(Recording value, double speed) {
    recording = value;
    replaySpeed = speed;
    dialect = value.isBeta() ? Dialect.BETA : Dialect.GA;
    return this;
  }

  /** The TCP port; 0, any free one, if not said. */
  public LocalRealtimeBuilder port(int value) {
    port = value;
    return this;
  }

  /**
   * Speaks TLS, for clients that take nothing else.
   *
   * @param keyStore a PKCS #12 file with a certificate for {@code 127.0.0.1} and its private key
   * @param password of the file and the key
   */
  public LocalRealtimeBuilder tls(Path keyStore, String password) {
    tls = new ListenAddress.Tls(keyStore, password);
    return this;
  }

  /**
   * The key that clients must show, as bearer token, {@code api-key} header or parameter, or
   * browser subprotocol; others get HTTP status 401. None is needed if not said.
   */
  public LocalRealtimeBuilder apiKey(String value) {
    apiKey = value;
    return this;
  }

  /**
   * How many times faster than real time audio is sent, as 4.0; 0, as fast as possible, if not
   * said. A slower server leaves time to interrupt it.
   */
  public LocalRealtimeBuilder speechRate(double value) {
    if (!(value >= 0)) {
      throw new IllegalArgumentException("speechRate must be 0 or more, not " + value);
    }
    speechRate = value;
    return this;
  }

  /** After what time the server ends a session; 60 minutes if not said. */
  public LocalRealtimeBuilder sessionLimit(Duration value) {
    sessionLimit = value;
    return this;
  }

  /**
   * The time by which the server lives, such as a {@link VirtualTime}: when sessions and secrets
   * end, when the user was silent for too long, when delayed events go out. The system's if not
   * said.
   */
  public LocalRealtimeBuilder time(SessionTime value) {
    time = value;
    return this;
  }

  /**
   * Whether sessions keep what passes, so that it can be asked for; true if not said. A server that
   * runs for long should not: it would grow with every event.
   */
  public LocalRealtimeBuilder keepEvents(boolean value) {
    keepsEvents = value;
    return this;
  }

  /**
   * A remote MCP server that sessions can be configured with; call again for more. Its tools are
   * listed then, and called where a brain says so.
   */
  public LocalRealtimeBuilder mcpServer(McpServer value) {
    mcpServers.add(value);
    return this;
  }

  /** How ids are made; {@link IdNumbering#UNIQUE} if not said. */
  public LocalRealtimeBuilder ids(IdNumbering value) {
    ids = value;
    return this;
  }

  /** Something that goes wrong; call again for more. */
  public LocalRealtimeBuilder fault(Fault value) {
    faults.add(value);
    return this;
  }

  /** An observer of every event; call again for more. */
  public LocalRealtimeBuilder observer(RealtimeObserver value) {
    observers.add(value);
    return this;
  }

  /**
   * Starts the server.
   *
   * @throws java.io.UncheckedIOException if the port is taken
   */
  public LocalRealtime start() {
    return new LocalRealtime(this);
  }
}
