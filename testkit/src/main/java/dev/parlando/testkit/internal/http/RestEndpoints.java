package dev.parlando.testkit.internal.http;

import dev.parlando.realtime.Dialect;
import dev.parlando.testkit.internal.access.ClientAccess;
import dev.parlando.testkit.internal.rules.RefusedException;
import dev.parlando.testkit.internal.rules.RestRules;
import dev.parlando.testkit.internal.session.SessionDraft;
import dev.parlando.testkit.observe.ClientHandshake;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The HTTP requests of the protocol: secrets for clients, and what becomes of calls. */
final class RestEndpoints {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration GA_LIFETIME = Duration.ofMinutes(10);
  private static final Duration BETA_LIFETIME = Duration.ofMinutes(1);

  private static final Pattern PATH =
      Pattern.compile(
          ".*/realtime/(?:(client_secrets|sessions|transcription_sessions)"
              + "|calls/([^/]+)/(accept|reject|refer|hangup))");

  private final ClientAccess access;
  private final Consumer<String> hangUp;

  /**
   * @param hangUp ends a call, given by its id
   */
  RestEndpoints(ClientAccess access, Consumer<String> hangUp) {
    this.access = access;
    this.hangUp = hangUp;
  }

  /** Whether a path is one of these, in the server's dialect. */
  boolean serves(String path) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      return false;
    }
    boolean beta = String.valueOf(matcher.group(1)).endsWith("sessions");
    return beta == (access.dialect() == Dialect.BETA);
  }

  /** Answers, once the body is there. */
  void handle(Request request, ClientHandshake handshake, Response response, Callback callback) {
    if (!"POST".equals(request.getMethod())) {
      HttpAnswer.error(405, "method_not_allowed", "Use POST here.").send(response, callback);
    } else if (!access.mayAdminister(handshake)) {
      HttpAnswer.wrongKey().send(response, callback);
    } else {
      Content.Source.asString(
          request,
          StandardCharsets.UTF_8,
          Promise.from(
              body -> answer(handshake.path(), body).send(response, callback), callback::failed));
    }
  }

  private HttpAnswer answer(String path, String text) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      return HttpAnswer.error(404, null, "Not found: " + path);
    }
    try {
      JsonNode tree = text.isBlank() ? JsonNodeFactory.instance.objectNode() : JSON.readTree(text);
      if (!(tree instanceof ObjectNode body)) {
        return HttpAnswer.error(400, "invalid_json", "The body is no JSON object.");
      }
      String what = matcher.group(1);
      return what == null
          ? call(matcher.group(2), matcher.group(3), body)
          : HttpAnswer.ok(what.equals("client_secrets") ? gaSecret(body) : betaSession(what, body));
    } catch (JacksonException e) {
      return HttpAnswer.error(
          400, "invalid_json", "The body is no valid JSON: " + e.getOriginalMessage());
    } catch (RefusedException e) {
      return HttpAnswer.refused(e);
    }
  }

  private ObjectNode gaSecret(ObjectNode body) {
    RestRules.checkClientSecret(body);
    ObjectNode settings =
        body.path("session") instanceof ObjectNode session
            ? session
            : JSON.createObjectNode().put("type", "realtime");
    ClientAccess.Secret secret =
        access.issue(SessionDraft.ga(settings), lifetime(body.path("expires_after"), GA_LIFETIME));
    ObjectNode answer =
        JSON.createObjectNode()
            .put("value", secret.value())
            .put("expires_at", secret.expiresAt().getEpochSecond());
    answer.set("session", secret.session().effective(sessionId(secret), secret.expiresAt()));
    return answer;
  }

  private ObjectNode betaSession(String what, ObjectNode body) {
    boolean transcription = what.equals("transcription_sessions");
    RestRules.checkBetaSession(body, transcription);
    JsonNode lifetime = body.at("/client_secret/expires_after");
    ClientAccess.Secret secret =
        access.issue(
            SessionDraft.beta(body.without("client_secret"), transcription),
            lifetime(lifetime, BETA_LIFETIME));
    ObjectNode session = secret.session().effective(sessionId(secret), secret.expiresAt());
    session
        .putObject("client_secret")
        .put("value", secret.value())
        .put("expires_at", secret.expiresAt().getEpochSecond());
    return session;
  }

  private static Duration lifetime(JsonNode expiresAfter, Duration otherwise) {
    JsonNode seconds = expiresAfter.path("seconds");
    return seconds.isIntegralNumber() ? Duration.ofSeconds(seconds.longValue()) : otherwise;
  }

  private static String sessionId(ClientAccess.Secret secret) {
    return "sess_" + secret.value().substring(3, 15);
  }

  private HttpAnswer call(String callId, String action, ObjectNode body) {
    boolean there;
    if (action.equals("accept")) {
      RestRules.checkAccept(body);
      there = access.calls().accept(callId, SessionDraft.ga(body));
    } else {
      there = access.calls().isOpen(callId);
      hangUp.accept(callId);
    }
    return there
        ? new HttpAnswer(200, "")
        : HttpAnswer.error(404, "call_id_not_found", "No call found with id " + callId);
  }
}
