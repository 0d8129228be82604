package dev.parlando.testkit.internal.wire;

import dev.parlando.testkit.Handshake;
import dev.parlando.testkit.fault.FaultAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Decides who gets a WebSocket, and answers everyone else over HTTP. */
final class Admission extends Handler.Wrapper {

  private static final String KEY_PROTOCOL = "openai-insecure-api-key.";

  private final @Nullable String apiKey;
  private final FaultInjector faults;
  private final AtomicInteger attempts = new AtomicInteger();

  Admission(Handler sockets, @Nullable String apiKey, FaultInjector faults) {
    super(sockets);
    this.apiKey = apiKey;
    this.faults = faults;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Handshake handshake = Handshakes.of(request);
    if (!handshake.path().endsWith("/realtime")) {
      refuse(response, callback, 404, error(null, "Not found: " + handshake.path()));
      return true;
    }
    if (!"websocket".equalsIgnoreCase(handshake.header("upgrade").orElse(""))) {
      refuse(
          response,
          callback,
          426,
          error("upgrade_required", "Connect with a WebSocket, not with plain HTTP."));
      return true;
    }
    FaultAction fault = nextFault();
    if (fault instanceof FaultAction.Refuse refusal) {
      refuse(response, callback, refusal.status(), refusal.body());
      return true;
    }
    if (fault instanceof FaultAction.Stall) {
      return true;
    }
    if (apiKey != null && !keyOf(handshake).map(this::isKey).orElse(false)) {
      refuse(response, callback, 401, error("invalid_api_key", "Incorrect API key provided."));
      return true;
    }
    if (Handshakes.isAzureWithVersion(handshake)) {
      refuse(response, callback, 401, error(null, "This path takes no api-version."));
      return true;
    }
    if (Handshakes.model(handshake).isEmpty() && !Handshakes.needsNoModel(handshake)) {
      refuse(
          response, callback, 400, error("missing_model", "You must provide a model parameter."));
      return true;
    }
    return super.handle(request, response, callback);
  }

  private @Nullable FaultAction nextFault() {
    synchronized (faults) {
      return faults.onHandshake(attempts.incrementAndGet());
    }
  }

  private boolean isKey(String given) {
    return apiKey != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), apiKey.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<String> keyOf(Handshake handshake) {
    return Stream.of(
            handshake
                .header("authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).strip()),
            handshake.header("api-key"),
            handshake.queryValue("api-key"),
            handshake.subprotocols().stream()
                .filter(protocol -> protocol.startsWith(KEY_PROTOCOL))
                .map(protocol -> protocol.substring(KEY_PROTOCOL.length()))
                .findFirst())
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static String error(@Nullable String code, String message) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("error")
        .put("message", message)
        .put("type", "invalid_request_error")
        .putNull("param")
        .put("code", code);
    return body.toString();
  }

  private static void refuse(Response response, Callback callback, int status, String body) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    Content.Sink.write(response, true, body, callback);
  }

  /** Subprotocols of which one is to be named in the answer, best first. */
  static List<String> subprotocols() {
    return List.of("realtime");
  }
}
