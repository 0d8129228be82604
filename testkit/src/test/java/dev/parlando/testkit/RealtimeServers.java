package dev.parlando.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.testkit.observe.ObservedSession;
import dev.parlando.testkit.observe.RealtimeObserver;
import dev.parlando.testkit.observe.SessionEnd;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;

/**
 * Starts servers for a test and stops them after it. Every event that they send is compared with
 * the published schema of its dialect.
 */
public final class RealtimeServers implements AfterEachCallback {

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Queue<String> violations = new ConcurrentLinkedQueue<>();

  LocalRealtime start(LocalRealtimeBuilder settings) {
    ProtocolSchemas.ofServer(settings.dialect)
        .ifPresent(schemas -> settings.observer(new Validator(schemas)));
    LocalRealtime server = settings.start();
    open.push(server);
    return server;
  }

  /**
   * The same for a client that must keep to the protocol as well: what it sends is compared, too.
   */
  public LocalRealtime startForSessions(LocalRealtimeBuilder settings) {
    ProtocolSchemas.ofClient(settings.dialect)
        .ifPresent(schemas -> settings.observer(new ClientValidator(schemas)));
    return start(settings);
  }

  /** A client that has not got the configuration it wants yet. */
  TestClient connect(LocalRealtime server) {
    return opened(TestClient.connect(server.url()));
  }

  /** The same with another path and query. */
  TestClient connect(LocalRealtime server, String path, String... headers) {
    return opened(TestClient.connect(server.url().resolve(path), headers));
  }

  TestClient connectAsBrowser(LocalRealtime server, String subprotocol, String another) {
    return opened(TestClient.connectAsBrowser(server.url(), subprotocol, another));
  }

  private TestClient opened(TestClient client) {
    open.push(client);
    return client;
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
    assertThat(violations).isEmpty();
  }

  private final class ClientValidator implements RealtimeObserver {

    private final ProtocolSchemas schemas;

    ClientValidator(ProtocolSchemas schemas) {
      this.schemas = schemas;
    }

    @Override
    public void received(ObservedSession session, JsonNode event) {
      violations.addAll(schemas.problems(event));
    }
  }

  private final class Validator implements RealtimeObserver {

    private final ProtocolSchemas schemas;

    Validator(ProtocolSchemas schemas) {
      this.schemas = schemas;
    }

    @Override
    public void sent(ObservedSession session, JsonNode event) {
      violations.addAll(schemas.problems(event));
    }

    @Override
    public void ended(ObservedSession session, SessionEnd end) {
      if (end.reason().startsWith("The local server failed")) {
        violations.add("the server failed: " + end.reason());
      }
    }
  }
}
