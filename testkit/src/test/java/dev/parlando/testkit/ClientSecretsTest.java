package dev.parlando.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlando.realtime.Dialect;
import dev.parlando.realtime.Session;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.Voice;
import dev.parlando.rest.ClientSecret;
import dev.parlando.rest.RealtimeRest;
import dev.parlando.rest.RealtimeRestException;
import dev.parlando.session.ConnectFailedException;
import dev.parlando.session.VoiceSession;
import dev.parlando.testkit.observe.ObservedSession;
import dev.parlando.testkit.time.VirtualTime;
import dev.parlando.transport.Endpoint;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keys for a while, asked for with the runtime's own client. */
class ClientSecretsTest {

  private static final String KEY = "sk-server";
  private static final SessionConfig CONFIG =
      SessionConfig.builder().instructions("Be brief.").voice(Voice.named("marin")).build();

  @RegisterExtension final RealtimeServers servers = new RealtimeServers();

  private final VirtualTime time = new VirtualTime();

  private LocalRealtime start(Dialect dialect) {
    return servers.startForSessions(
        LocalRealtime.builder().dialect(dialect).apiKey(KEY).time(time));
  }

  private static RealtimeRest rest(LocalRealtime server) {
    return RealtimeRest.at(server.restUrl()).bearer(() -> KEY).build();
  }

  @Test
  void aSecretOpensASessionThatIsConfiguredAlready() throws Exception {
    LocalRealtime server = start(Dialect.GA);
    ClientSecret secret = rest(server).createClientSecret(CONFIG, Duration.ofSeconds(30));
    assertThat(secret.value()).startsWith("ek_");
    assertThat(secret.expiresAt()).isEqualTo(time.clock().instant().plusSeconds(30));
    Session promised = secret.session();
    assertThat(promised).isNotNull();
    assertThat(promised.config().instructions()).isEqualTo("Be brief.");

    try (VoiceSession session =
        VoiceSession.to(Endpoint.at(server.url()).bearer(secret::value).build()).connect()) {
      session.sendText("Hello");
      assertThat(session.awaitIdle(Duration.ofSeconds(20))).isTrue();
    }
    JsonNode created = server.awaitSession(1).serverEvents("session.created").get(0);
    assertThat(created.at("/session/instructions").asString()).isEqualTo("Be brief.");
    assertThat(created.at("/session/audio/output/voice").asString()).isEqualTo("marin");
    assertThat(server.awaitSession(1).serverEvents("response.done")).hasSize(1);
  }

  @Test
  void aSecretEndsAndTheSessionThatItOpenedGoesOn() {
    LocalRealtime server = start(Dialect.GA);
    ClientSecret secret = rest(server).createClientSecret(CONFIG, Duration.ofSeconds(10));
    String header = "Bearer " + secret.value();
    TestClient early = servers.connect(server, "/v1/realtime", "Authorization", header);
    early.await("session.created");
    time.advance(Duration.ofSeconds(10));
    assertThatThrownBy(
            () ->
                VoiceSession.to(Endpoint.at(server.url()).bearer(secret::value).build()).connect())
        .isInstanceOfSatisfying(
            ConnectFailedException.class,
            refused -> assertThat(refused.httpStatus()).isEqualTo(401))
        .hasMessageNotContaining(secret.value());
    early.say("Still there?");
    early.await("response.done");
  }

  @Test
  void aBrowserShowsTheSecretAsSubprotocol() {
    LocalRealtime server = start(Dialect.GA);
    ClientSecret secret = rest(server).createClientSecret(CONFIG);
    assertThat(secret.expiresAt()).isEqualTo(time.clock().instant().plusSeconds(600));
    TestClient client =
        servers.connectAsBrowser(server, "realtime", "openai-insecure-api-key." + secret.value());
    assertThat(client.await("session.created").at("/session/instructions").asString())
        .isEqualTo("Be brief.");
  }

  @Test
  void theBetaGivesItsSecretWithTheSession() {
    LocalRealtime server = start(Dialect.BETA);
    ClientSecret secret = rest(server).createBetaSession(CONFIG);
    assertThat(secret.expiresAt()).isEqualTo(time.clock().instant().plusSeconds(60));
    TestClient client =
        servers.connect(
            server, "/v1/realtime?model=m", "Authorization", "Bearer " + secret.value());
    JsonNode session = client.await("session.created").path("session");
    assertThat(session.path("instructions").asString()).isEqualTo("Be brief.");
    assertThat(session.path("voice").asString()).isEqualTo("marin");

    ClientSecret writing =
        rest(server).createBetaSession(SessionConfig.builder().type("transcription").build());
    servers
        .connect(server, "/v1/realtime", "Authorization", "Bearer " + writing.value())
        .await("transcription_session.created");
  }

  @Test
  void onlyTheServersKeyGetsASecret() {
    LocalRealtime server = start(Dialect.GA);
    ClientSecret secret = rest(server).createClientSecret(CONFIG);
    RealtimeRest stranger = RealtimeRest.at(server.restUrl()).bearer(secret::value).build();
    assertThatThrownBy(() -> stranger.createClientSecret(CONFIG))
        .isInstanceOfSatisfying(
            RealtimeRestException.class,
            refused -> assertThat(refused.httpStatus()).isEqualTo(401));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{'session':{'type':'realtime','voice':'marin'}};unknown_parameter;session.voice",
        "{'session':{}};missing_required_parameter;session.type",
        "{'expires_after':{'seconds':5}};invalid_value;expires_after.seconds",
        "[];invalid_json;",
        "{;invalid_json;",
      })
  void aWrongRequestIsRefusedWithItsPlace(String body, String code, String param) throws Exception {
    LocalRealtime server = servers.start(LocalRealtime.builder());
    var answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(server.restUrl() + "/realtime/client_secrets"))
                    .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode error = JsonMapper.shared().readTree(answer.body());
    assertThat(error.at("/error/code").asString()).isEqualTo(code);
    assertThat(error.at("/error/param").asString(null)).isEqualTo(param);
  }

  @Test
  void aCallIsTakenSteeredBesideAndEnded() throws Exception {
    LocalRealtime server = start(Dialect.GA);
    rest(server).accept("rtc_1", CONFIG);
    Endpoint beside =
        Endpoint.at(URI.create(server.url().toString().replaceFirst("model=.*", "call_id=rtc_1")))
            .bearer(() -> KEY)
            .build();
    try (VoiceSession session = VoiceSession.to(beside).connect()) {
      assertThat(session.id()).isNotEmpty();
      ObservedSession seen = server.awaitSession(1);
      assertThat(seen.serverEvents("session.created")).isEmpty();
      assertThat(seen.awaitServerEvent("session.updated").at("/session/instructions").asString())
          .isEqualTo("Be brief.");
      rest(server).hangup("rtc_1");
      assertThat(seen.awaitEnd().code()).isEqualTo(1000);
    }
  }
}
