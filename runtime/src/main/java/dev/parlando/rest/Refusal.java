package dev.parlando.rest;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Reads why a server refused: OpenAI's error object, Azure's, or whatever a proxy says. */
final class Refusal {

  private static final int EXCERPT_LENGTH = 300;

  private Refusal() {}

  /**
   * @param request what was asked, for the message
   */
  static RealtimeRestException of(
      String request, HttpResponse<String> response, Redactor redactor) {
    // First of all, for an excerpt may end within a key.
    String answer = redactor.redact(response.body());
    JsonNode body = json(answer);
    JsonNode error = body.path("error").isObject() ? body.path("error") : body;
    String code = error.path("code").asString(error.path("type").asString(""));
    String param = error.path("param").asString("");
    String reason = excerpt(error.path("message").asString(answer));
    return new RealtimeRestException(
        response.statusCode(),
        code,
        retryAfter(response.headers()),
        request
            + ": HTTP "
            + response.statusCode()
            + (code.isEmpty() ? "" : " " + code)
            + (param.isEmpty() ? "" : " at " + param)
            + (reason.isEmpty() ? "" : ": " + reason));
  }

  private static JsonNode json(String body) {
    try {
      return JsonMapper.shared().readTree(body);
    } catch (JacksonException notJson) {
      return MissingNode.getInstance();
    }
  }

  private static String excerpt(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= EXCERPT_LENGTH ? line : line.substring(0, EXCERPT_LENGTH) + "…";
  }

  /** In seconds or as a date, by HTTP; what is neither is no answer. */
  private static @Nullable Duration retryAfter(HttpHeaders headers) {
    String value = headers.firstValue("Retry-After").orElse("").strip();
    if (value.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    try {
      Duration wait = Duration.between(Instant.now(), date(value));
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeException neither) {
      return null;
    }
  }

  private static Instant date(String value) {
    return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }
}
