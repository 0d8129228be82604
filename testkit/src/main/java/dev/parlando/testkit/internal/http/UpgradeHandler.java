package dev.parlando.testkit.internal.http;

import dev.parlando.testkit.fault.FaultAction;
import dev.parlando.testkit.internal.access.ClientAccess;
import dev.parlando.testkit.internal.access.Handshakes;
import dev.parlando.testkit.internal.connection.FaultInjector;
import dev.parlando.testkit.internal.connection.SessionHost;
import dev.parlando.testkit.observe.ClientHandshake;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Decides who gets a WebSocket, and answers everyone else over HTTP. */
final class UpgradeHandler extends Handler.Wrapper {

  private final ClientAccess access;
  private final RestEndpoints rest;
  private final FaultInjector faults;
  private final AtomicInteger attempts = new AtomicInteger();

  UpgradeHandler(Handler sockets, ClientAccess access, SessionHost host, Consumer<String> hangUp) {
    super(sockets);
    this.access = access;
    this.rest = new RestEndpoints(access, hangUp);
    this.faults = host.faults();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    ClientHandshake handshake = HandshakeReader.read(request);
    if (rest.serves(handshake.path())) {
      rest.handle(request, handshake, response, callback);
      return true;
    }
    FaultAction fault = isUpgrade(handshake) ? nextFault() : null;
    if (fault instanceof FaultAction.Stall) {
      return true;
    }
    HttpAnswer refusal =
        fault instanceof FaultAction.Refuse refuse
            ? new HttpAnswer(refuse.status(), refuse.body())
            : refusal(handshake);
    if (refusal != null) {
      refusal.send(response, callback);
      return true;
    }
    return super.handle(request, response, callback);
  }

  private static boolean isUpgrade(ClientHandshake handshake) {
    return handshake.path().endsWith("/realtime")
        && "websocket".equalsIgnoreCase(handshake.header("upgrade").orElse(""));
  }

  /** Why there is no WebSocket; null if there is one. */
  private @Nullable HttpAnswer refusal(ClientHandshake handshake) {
    if (!handshake.path().endsWith("/realtime")) {
      return HttpAnswer.error(404, null, "Not found: " + handshake.path());
    }
    if (!isUpgrade(handshake)) {
      return HttpAnswer.error(
          426, "upgrade_required", "Connect with a WebSocket, not with plain HTTP.");
    }
    if (!access.admits(handshake)) {
      return HttpAnswer.wrongKey();
    }
    if (Handshakes.isAzureWithVersion(handshake)) {
      return HttpAnswer.error(401, null, "This path takes no api-version.");
    }
    Optional<String> callId = handshake.queryValue("call_id");
    if (callId.isPresent() && !access.calls().isOpen(callId.get())) {
      return HttpAnswer.error(404, "call_id_not_found", "No call found with id " + callId.get());
    }
    boolean modelKnown =
        Handshakes.model(handshake).isPresent() || access.draft(handshake).isPresent();
    if (!modelKnown && !Handshakes.needsNoModel(handshake)) {
      return HttpAnswer.error(400, "missing_model", "You must provide a model parameter.");
    }
    return null;
  }

  private @Nullable FaultAction nextFault() {
    synchronized (faults) {
      return faults.onHandshake(attempts.incrementAndGet());
    }
  }

  /** Subprotocols of which one is to be named in the answer, best first. */
  static List<String> subprotocols() {
    return List.of("realtime");
  }
}
