package dev.parlando.testkit.internal.wire;

import dev.parlando.testkit.Handshake;
import dev.parlando.testkit.fault.FaultAction;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Decides who gets a WebSocket, and answers everyone else over HTTP. */
final class Admission extends Handler.Wrapper {

  private final Doorkeeper doorkeeper;
  private final Rest rest;
  private final FaultInjector faults;
  private final AtomicInteger attempts = new AtomicInteger();

  Admission(Handler sockets, Doorkeeper doorkeeper, SessionHost host) {
    super(sockets);
    this.doorkeeper = doorkeeper;
    this.rest = new Rest(doorkeeper, host::hangUp);
    this.faults = host.faults();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Handshake handshake = Handshakes.of(request);
    if (rest.knows(handshake.path())) {
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

  private static boolean isUpgrade(Handshake handshake) {
    return handshake.path().endsWith("/realtime")
        && "websocket".equalsIgnoreCase(handshake.header("upgrade").orElse(""));
  }

  /** Why there is no WebSocket; null if there is one. */
  private @Nullable HttpAnswer refusal(Handshake handshake) {
    if (!handshake.path().endsWith("/realtime")) {
      return HttpAnswer.error(404, null, "Not found: " + handshake.path());
    }
    if (!isUpgrade(handshake)) {
      return HttpAnswer.error(
          426, "upgrade_required", "Connect with a WebSocket, not with plain HTTP.");
    }
    if (!doorkeeper.admits(handshake)) {
      return Doorkeeper.wrongKey();
    }
    if (Handshakes.isAzureWithVersion(handshake)) {
      return HttpAnswer.error(401, null, "This path takes no api-version.");
    }
    boolean modelKnown =
        Handshakes.model(handshake).isPresent() || doorkeeper.draft(handshake).isPresent();
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
