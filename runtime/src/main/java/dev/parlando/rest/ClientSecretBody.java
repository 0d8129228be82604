package dev.parlando.rest;

import dev.parlando.realtime.MalformedEventException;
import dev.parlando.realtime.Session;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the key out of an answer. What is wrong with an answer is told without quoting it. */
final class ClientSecretBody {

  private ClientSecretBody() {}

  /**
   * @param address where the answer came from, for the error
   */
  static ClientSecret readGa(String address, String answer) {
    JsonNode body = json(address, answer);
    return read(address, body, body.path("session"));
  }

  /**
   * @param address where the answer came from, for the error
   */
  static ClientSecret readBeta(String address, String answer) {
    JsonNode session = json(address, answer);
    return read(address, session.path("client_secret"), session);
  }

  private static ClientSecret read(String address, JsonNode secret, JsonNode session) {
    JsonNode value = secret.path("value");
    JsonNode expiresAt = secret.path("expires_at");
    if (!value.isString() || value.stringValue().isEmpty() || !expiresAt.isIntegralNumber()) {
      throw malformed(address, "without a client secret and the time it expires");
    }
    return new ClientSecret(
        value.stringValue(),
        Instant.ofEpochSecond(expiresAt.longValue()),
        session(address, session));
  }

  private static @Nullable Session session(String address, JsonNode session) {
    try {
      // The key stays in one place, where no text shows it.
      return session instanceof ObjectNode fields
          ? SessionBody.read(fields.without("client_secret"))
          : null;
    } catch (MalformedEventException e) {
      throw malformed(address, "with a session that can't be read");
    }
  }

  private static JsonNode json(String address, String answer) {
    try {
      return JsonMapper.shared().readTree(answer);
    } catch (JacksonException e) {
      throw malformed(address, "with " + answer.length() + " characters that are no JSON");
    }
  }

  private static RealtimeRestException malformed(String address, String how) {
    return new RealtimeRestException(
        200,
        "malformed_answer",
        null,
        "POST " + address + ": the server agreed, but answered " + how);
  }
}
