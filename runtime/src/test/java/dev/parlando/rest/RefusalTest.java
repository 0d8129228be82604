package dev.parlando.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parlando.realtime.SessionConfig;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RefusalTest {

  private static final String KEY = "sk-proj-1234567890abcdef";

  private RestServer server;
  private Duration timeout = Duration.ofSeconds(30);

  @BeforeEach
  void start() throws IOException {
    server = new RestServer();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private RealtimeRestException refusal() {
    return refusal(server.base());
  }

  private RealtimeRestException refusal(URI base) {
    RealtimeRest rest = RealtimeRest.at(base).bearer(() -> KEY).timeout(timeout).build();
    RealtimeRestException refusal =
        catchThrowableOfType(
            RealtimeRestException.class,
            () -> rest.createClientSecret(SessionConfig.builder().build()));
    assertThat(refusal).hasNoCause();
    assertThat(refusal.toString()).doesNotContain(KEY);
    return refusal;
  }

  private String request() {
    return "POST " + server.base() + "/realtime/client_secrets: ";
  }

  @Test
  void aWrongKeyIsToldByStatusCodeAndMessageButNotQuoted() {
    server.answer(
        401,
        "{\"error\":{\"message\":\"Incorrect API key provided: "
            + KEY
            + ".\",\"type\":\"invalid_request_error\",\"param\":null,"
            + "\"code\":\"invalid_api_key\"}}");
    RealtimeRestException refusal = refusal();
    assertThat(refusal.httpStatus()).isEqualTo(401);
    assertThat(refusal.code()).isEqualTo("invalid_api_key");
    assertThat(refusal.retryAfter()).isEmpty();
    assertThat(refusal)
        .hasMessage(request() + "HTTP 401 invalid_api_key: Incorrect API key provided: ***.");
  }

  @Test
  void aPartlyMaskedKeyIsMaskedWhole() {
    server.answer(401, "{\"error\":{\"message\":\"Incorrect API key provided: sk-pr****cdef.\"}}");
    assertThat(refusal()).hasMessage(request() + "HTTP 401: Incorrect API key provided: ***.");
  }

  @Test
  void aWrongParameterIsNamed() {
    server.answer(
        400,
        "{\"error\":{\"message\":\"Missing required parameter.\",\"type\":"
            + "\"invalid_request_error\",\"param\":\"session.type\",\"code\":null}}");
    RealtimeRestException refusal = refusal();
    assertThat(refusal.code()).isEqualTo("invalid_request_error");
    assertThat(refusal)
        .hasMessage(
            request()
                + "HTTP 400 invalid_request_error at session.type: Missing required parameter.");
  }

  @Test
  void theTimeToWaitIsReadInSeconds() {
    server.answer(
        429,
        "{\"error\":{\"message\":\"Slow down.\",\"code\":\"rate_limit_exceeded\"}}",
        "Retry-After",
        "17");
    RealtimeRestException refusal = refusal();
    assertThat(refusal.httpStatus()).isEqualTo(429);
    assertThat(refusal.code()).isEqualTo("rate_limit_exceeded");
    assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(17));
  }

  @Test
  void theTimeToWaitIsReadAsADate() {
    Instant later = Instant.now().plusSeconds(7_200);
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(later.atOffset(ZoneOffset.UTC));
    server.answer(503, "", "Retry-After", date);
    assertThat(refusal().retryAfter().orElseThrow())
        .isBetween(Duration.ofMinutes(110), Duration.ofMinutes(120));
    server.answer(503, "", "Retry-After", "Wed, 21 Oct 2015 07:28:00 GMT");
    assertThat(refusal().retryAfter()).contains(Duration.ZERO);
    server.answer(503, "", "Retry-After", "soon");
    assertThat(refusal().retryAfter()).isEmpty();
  }

  @Test
  void azuresGatewayIsUnderstood() {
    server.answer(
        401, "{\"statusCode\": 401, \"message\": \"Unauthorized. Access token is missing.\"}");
    assertThat(refusal())
        .hasMessage(request() + "HTTP 401: Unauthorized. Access token is missing.");
  }

  @Test
  void whatAProxySaysIsShownInPart() {
    server.answer(502, "<html>\n <h1>Bad gateway</h1> " + "x".repeat(1_000));
    assertThat(refusal().getMessage())
        .startsWith(request() + "HTTP 502: <html> <h1>Bad gateway</h1> xxx")
        .endsWith("x…")
        .hasSizeLessThan(request().length() + 320);
    server.answer(502, "x".repeat(290) + " " + KEY);
    assertThat(refusal()).hasMessage(request() + "HTTP 502: " + "x".repeat(290) + " ***");
    server.answer(500, "");
    assertThat(refusal()).hasMessage(request() + "HTTP 500");
  }

  @Test
  void aRedirectIsNotFollowedWithTheCredentials() {
    server.answer(307, "", "Location", "http://localhost:1/elsewhere");
    assertThat(refusal().httpStatus()).isEqualTo(307);
  }

  @Test
  void anAnswerThatIsNoClientSecretIsToldWithoutQuotingIt() {
    server.answer(200, "{\"value\":\"ek_1234\"");
    RealtimeRestException broken = refusal();
    assertThat(broken.code()).isEqualTo("malformed_answer");
    assertThat(broken)
        .hasMessage(
            request() + "the server agreed, but answered with 18 characters that are no JSON");
    for (String answer :
        new String[] {
          "[]", "null", "{}", "{\"value\":\"ek_1\"}", "{\"value\":7,\"expires_at\":1}"
        }) {
      server.answer(200, answer);
      assertThat(refusal())
          .hasMessage(
              request()
                  + "the server agreed, but answered without a client secret and the time it"
                  + " expires");
    }
    server.answer(200, "");
    assertThat(refusal().code()).isEqualTo("malformed_answer");
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() {
    server.neverAnswer();
    timeout = Duration.ofMillis(200);
    RealtimeRestException refusal = refusal();
    assertThat(refusal.httpStatus()).isZero();
    assertThat(refusal.code()).isEqualTo("timeout");
    assertThat(refusal).hasMessage(request() + "no answer within 200 ms");
  }

  @Test
  void aServerThatStopsWithinTheAnswerIsGivenUp() {
    server.stall();
    timeout = Duration.ofMillis(500);
    assertThat(refusal().code()).isEqualTo("timeout");
  }

  @Test
  void aServerThatIsNotThereIsTold() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    RealtimeRestException refusal = refusal(URI.create("http://127.0.0.1:" + free));
    assertThat(refusal.code()).isEqualTo("no_connection");
    assertThat(refusal.getMessage())
        .startsWith(
            "POST http://127.0.0.1:" + free + "/realtime/client_secrets: no connection: Connect");
  }

  @Test
  void anInterruptEndsTheWaitAndIsKept() {
    server.neverAnswer();
    Thread.currentThread().interrupt();
    assertThat(refusal().code()).isEqualTo("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }
}
