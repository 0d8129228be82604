package dev.parlando.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlando.testkit.fault.Fault;
import dev.parlando.testkit.observe.ClientHandshake;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeTest {

  @RegisterExtension final RealtimeServers servers = new RealtimeServers();

  @ParameterizedTest
  @CsvSource({
    "Authorization,Bearer sk-right",
    "authorization,bearer sk-right",
    "api-key,sk-right",
  })
  void theRightKeyIsTakenFromEveryHeader(String header, String value) {
    LocalRealtime server = servers.start(LocalRealtime.builder().apiKey("sk-right"));
    servers.connect(server, "/v1/realtime?model=m", header, value).await("session.created");
  }

  @Test
  void aBrowserShowsTheKeyAsSubprotocol() {
    LocalRealtime server = servers.start(LocalRealtime.builder().apiKey("sk-right"));
    TestClient client =
        servers.connectAsBrowser(server, "realtime", "openai-insecure-api-key.sk-right");
    client.await("session.created");
    assertThat(client.subprotocol()).isEqualTo("realtime");
    assertThat(server.awaitSession(1).handshake().subprotocols())
        .containsExactly("realtime", "openai-insecure-api-key.sk-right");
  }

  @Test
  void theKeyMayStandInTheQuery() {
    LocalRealtime server = servers.start(LocalRealtime.builder().apiKey("sk-right"));
    servers
        .connect(server, "/openai/v1/realtime?model=m&api-key=sk-right")
        .await("session.created");
  }

  @Test
  void aWrongKeyGetsStatus401AndIsNotRepeated() throws Exception {
    LocalRealtime server = servers.start(LocalRealtime.builder().apiKey("sk-right"));
    assertRefused(
        () -> servers.connect(server, "/v1/realtime?model=m", "Authorization", "Bearer sk-wrong"),
        401);
    String answer = RawUpgrade.answer(server, "/v1/realtime?model=m&api-key=sk-wrong", 20_000);
    assertThat(answer)
        .startsWith("HTTP/1.1 401 ")
        .contains("application/json", "\"code\":\"invalid_api_key\"")
        .doesNotContain("sk-");
    assertThat(server.sessions()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/realtime?model=gpt-realtime",
        "/openai/v1/realtime?model=gpt-realtime",
        "/openai/realtime?api-version=2025-04-01-preview&deployment=gpt-realtime",
        "/voice-live/realtime?api-version=2026-04-10&model=gpt-realtime",
      })
  void everyServicesUrlWorksAndNamesTheModel(String path) {
    TestClient client = servers.connect(servers.start(LocalRealtime.builder()), path);
    assertThat(client.await("session.created").at("/session/model").asString())
        .isEqualTo("gpt-realtime");
  }

  @Test
  void azuresPathWithoutVersionRefusesAVersion() {
    LocalRealtime server = servers.start(LocalRealtime.builder());
    assertRefused(
        () -> servers.connect(server, "/openai/v1/realtime?model=m&api-version=2025-04-01-preview"),
        401);
  }

  @Test
  void aConnectionWithoutAModelIsRefused() {
    LocalRealtime server = servers.start(LocalRealtime.builder());
    assertRefused(() -> servers.connect(server, "/v1/realtime"), 400);
  }

  @Test
  void anUnknownPathIsNotFound() {
    LocalRealtime server = servers.start(LocalRealtime.builder());
    assertRefused(() -> servers.connect(server, "/v1/chat"), 404);
  }

  @Test
  void plainHttpIsToldToUpgrade() throws Exception {
    LocalRealtime server = servers.start(LocalRealtime.builder());
    URI url = URI.create("http://127.0.0.1:" + server.port() + "/v1/realtime?model=m");
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(426);
    assertThat(answer.body()).contains("WebSocket");
  }

  @Test
  void aSidebandConnectionHearsNothingUntilItSpeaks() {
    LocalRealtime server = servers.start(LocalRealtime.builder());
    TestClient client = servers.connect(server, server.call("rtc_1").url().toString());
    client.send("{'type':'session.update','session':{'type':'realtime'}}");
    assertThat(TestClient.types(client.awaitThrough("session.updated")))
        .containsExactly("session.updated");
  }

  @Test
  void theBetaIsRefusedByAServerOfGeneralAvailability() {
    LocalRealtime server = servers.start(LocalRealtime.builder());
    TestClient client =
        servers.connect(server, "/v1/realtime?model=m", "OpenAI-Beta", "realtime=v1");
    assertThat(client.await("error").at("/error/code").asString())
        .isEqualTo("beta_api_shape_disabled");
    assertThat(client.awaitClose().code()).isEqualTo(4000);
  }

  @Test
  void aFaultRefusesOneAttempt() {
    LocalRealtime server =
        servers.start(
            LocalRealtime.builder()
                .fault(Fault.onHandshake().inSession(1).refuse(429, "{\"error\":\"slow\"}")));
    assertRefused(() -> servers.connect(server), 429);
    servers.connect(server).await("session.created");
  }

  @Test
  void aFaultLeavesAnAttemptWithoutAnswer() {
    LocalRealtime server =
        servers.start(LocalRealtime.builder().fault(Fault.onHandshake().stall()));
    assertThatThrownBy(() -> RawUpgrade.answer(server, "/v1/realtime?model=m", 500))
        .isInstanceOf(SocketTimeoutException.class);
    servers.connect(server).await("session.created");
  }

  @Test
  void theHandshakeIsObservedAndItsTextHidesTheSecrets() {
    LocalRealtime server = servers.start(LocalRealtime.builder());
    servers.connect(
        server, "/v1/realtime?model=m&x=%C3%BC", "Authorization", "Bearer sk-1", "X-Trace", "7");
    ClientHandshake handshake = server.awaitSession(1).handshake();
    assertThat(handshake.header("authorization")).contains("Bearer sk-1");
    assertThat(handshake.header("X-TRACE")).contains("7");
    assertThat(handshake.queryValue("x")).contains("ü");
    assertThat(handshake.path()).isEqualTo("/v1/realtime");
    assertThat(handshake.toString()).contains("authorization").doesNotContain("sk-1");
  }

  private static void assertRefused(ThrowingCallable connecting, int status) {
    assertThatThrownBy(connecting)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            e -> assertThat(e.getResponse().statusCode()).isEqualTo(status));
  }
}
