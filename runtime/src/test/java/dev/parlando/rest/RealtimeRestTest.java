package dev.parlando.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlando.realtime.FunctionTool;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.Voice;
import dev.parlando.transport.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RealtimeRestTest {

  private static final SessionConfig SESSION =
      SessionConfig.builder()
          .model("gpt-realtime-2.1")
          .instructions("Be brief.")
          .voice(Voice.named("marin"))
          .build();

  private static final String GA_SESSION =
      "{\"type\":\"realtime\",\"model\":\"gpt-realtime-2.1\",\"instructions\":\"Be brief.\","
          + "\"audio\":{\"output\":{\"voice\":\"marin\"}}}";

  private static final String GA_ANSWER =
      "{\"value\":\"ek_68af296e8e408191a1120ab6383263c2\",\"expires_at\":1756310470,\"session\":"
          + "{\"id\":\"sess_1\",\"object\":\"realtime.session\",\"type\":\"realtime\","
          + "\"client_secret\":null,\"model\":\"gpt-realtime-2.1\"}}";

  private RestServer server;

  @BeforeEach
  void start() throws IOException {
    server = new RestServer();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private RealtimeRest rest() {
    return RealtimeRest.at(server.base()).bearer(() -> "sk-server-key").build();
  }

  @Test
  void theServerOfAnEndpointHasTheSameAddressAndHeaders() {
    URI base = server.base();
    Endpoint endpoint =
        Endpoint.at(URI.create("ws://" + base.getRawAuthority() + "/voice/v2?x=1"))
            .bearer(() -> "sk-server-key")
            .build();
    server.answer(200, "");
    RealtimeRest.of(endpoint.call("rtc_1")).build().hangup("rtc_1");
    assertThat(server.request().target()).isEqualTo("/voice/v2/calls/rtc_1/hangup");
    assertThat(server.request().headers()).containsEntry("authorization", "Bearer sk-server-key");
  }

  @Test
  void aKeyThatTheServerQuotesWithoutItsBearerIsMasked() {
    URI base = server.base();
    Endpoint endpoint =
        Endpoint.at(URI.create("ws://" + base.getRawAuthority() + "/v1/realtime"))
            .bearer(() -> "my-own-secret")
            .build();
    server.answer(401, "no such key: my-own-secret");
    assertThatThrownBy(() -> RealtimeRest.of(endpoint).build().hangup("rtc_1"))
        .hasMessageContaining("no such key: ***")
        .hasMessageNotContaining("my-own");
  }

  private void assertSent(String path, String json) {
    assertThat(server.request().method()).isEqualTo("POST");
    assertThat(server.request().target()).isEqualTo(path);
    assertThat(server.request().headers()).containsEntry("content-type", "application/json");
    assertThat(JsonMapper.shared().readTree(server.request().body()))
        .isEqualTo(JsonMapper.shared().readTree(json));
  }

  @Test
  void aClientSecretIsMadeForTheSession() {
    server.answer(200, GA_ANSWER);
    ClientSecret secret = rest().createClientSecret(SESSION, Duration.ofMinutes(2));
    assertSent(
        "/v1/realtime/client_secrets",
        "{\"expires_after\":{\"anchor\":\"created_at\",\"seconds\":120},\"session\":"
            + GA_SESSION
            + "}");
    assertThat(server.request().headers()).containsEntry("authorization", "Bearer sk-server-key");
    assertThat(secret.value()).isEqualTo("ek_68af296e8e408191a1120ab6383263c2");
    assertThat(secret.expiresAt()).isEqualTo(Instant.parse("2025-08-27T16:01:10Z"));
    assertThat(secret.session().id()).isEqualTo("sess_1");
    assertThat(secret.session().config().model()).isEqualTo("gpt-realtime-2.1");
  }

  @Test
  void withoutATimeTheServersOwnIsTaken() {
    server.answer(200, GA_ANSWER);
    rest().createClientSecret(SESSION);
    assertSent("/v1/realtime/client_secrets", "{\"session\":" + GA_SESSION + "}");
  }

  @Test
  void toolsAreSentAsASessionSendsThem() {
    server.answer(200, GA_ANSWER);
    String parameters = "{\"type\":\"object\",\"properties\":{}}";
    FunctionTool tool = FunctionTool.of("now", "Tells the time.", parameters);
    rest().createClientSecret(SessionConfig.builder().tools(List.of(tool)).build());
    assertSent(
        "/v1/realtime/client_secrets",
        "{\"session\":{\"type\":\"realtime\",\"tools\":[{\"type\":\"function\",\"name\":\"now\","
            + "\"description\":\"Tells the time.\",\"parameters\":"
            + parameters
            + "}]}}");
  }

  @Test
  void aTranscriptionSessionIsOneInBothDialects() {
    SessionConfig transcription = SessionConfig.builder().type("transcription").build();
    server.answer(200, GA_ANSWER);
    rest().createClientSecret(transcription);
    assertSent("/v1/realtime/client_secrets", "{\"session\":{\"type\":\"transcription\"}}");
    server.answer(200, "{\"client_secret\":{\"value\":\"ek_2\",\"expires_at\":1}}");
    rest().createBetaSession(transcription);
    assertSent("/v1/realtime/transcription_sessions", "{}");
  }

  @Test
  void aTimeThatNoServerAcceptsIsRefusedAtOnce() {
    for (Duration time : List.of(Duration.ofMillis(9_999), Duration.ofSeconds(7_201))) {
      assertThatThrownBy(() -> rest().createClientSecret(SESSION, time))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("A client secret lasts 10 to 7200 seconds, not " + time + ".");
    }
    assertThat(server.requests).isEmpty();
  }

  @Test
  void aBetaSessionHasItsSecretInside() {
    server.answer(
        200,
        "{\"id\":\"sess_2\",\"modalities\":[\"audio\",\"text\"],\"client_secret\":"
            + "{\"value\":\"ek_abc123\",\"expires_at\":1756310470}}");
    ClientSecret secret = rest().createBetaSession(SESSION);
    assertSent(
        "/v1/realtime/sessions",
        "{\"model\":\"gpt-realtime-2.1\",\"instructions\":\"Be brief.\",\"voice\":\"marin\"}");
    assertThat(secret.value()).isEqualTo("ek_abc123");
    assertThat(secret.session().id()).isEqualTo("sess_2");
    assertThat(secret.session().extras().names()).isEmpty();
  }

  @Test
  void callsAreTakenDeclinedHandedOverAndEnded() {
    server.answer(200, "");
    rest().accept("rtc_a-1", SESSION);
    assertSent("/v1/realtime/calls/rtc_a-1/accept", GA_SESSION);
    rest().reject("rtc_a-1", 486);
    assertSent("/v1/realtime/calls/rtc_a-1/reject", "{\"status_code\":486}");
    rest().refer("rtc_a-1", "tel:+14155550123");
    assertSent("/v1/realtime/calls/rtc_a-1/refer", "{\"target_uri\":\"tel:+14155550123\"}");
    rest().hangup("rtc_a-1");
    assertThat(server.request().target()).isEqualTo("/v1/realtime/calls/rtc_a-1/hangup");
    assertThat(server.request().body()).isEmpty();
  }

  @Test
  void whatIsNoCallIdOrSipStatusIsNotSent() {
    for (String id : List.of("", "../sessions", "rtc_1?x=y", "rtc/1")) {
      assertThatThrownBy(() -> rest().hangup(id))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("\"" + id + "\"");
    }
    assertThatThrownBy(() -> rest().reject("rtc_1", 200))
        .hasMessage("A call is rejected with a SIP status of 300 to 699, not 200.");
    assertThat(server.requests).isEmpty();
  }

  @Test
  void credentialsAreAskedForAtEachRequest() {
    server.answer(200, GA_ANSWER);
    AtomicInteger asked = new AtomicInteger();
    RealtimeRest rest =
        RealtimeRest.at(server.base())
            .header("api-key", () -> "key-" + asked.incrementAndGet())
            .build();
    rest.createClientSecret(SESSION);
    rest.createClientSecret(SESSION);
    assertThat(server.requests)
        .extracting(request -> request.headers().get("api-key"))
        .containsExactly("key-1", "key-2");
  }

  @Test
  void aCredentialThatCannotBeSentIsToldWithoutShowingIt() {
    for (String key : new String[] {"sk-secret\n", "", "sk-sécret", null}) {
      RealtimeRest rest = RealtimeRest.at(server.base()).bearer(() -> key).build();
      assertThatThrownBy(() -> rest.createClientSecret(SESSION))
          .isInstanceOf(IllegalStateException.class)
          .hasNoCause()
          .hasMessage(
              "The value of the header Authorization is missing or holds a character that no"
                  + " header can, such as a line break at its end.");
    }
  }

  @Test
  void credentialsTravelInPlainTextToThisMachineAlone() {
    for (String base : List.of("http://voice.example/v1", "HTTP://127.evil.example/v1")) {
      assertThatThrownBy(() -> RealtimeRest.at(URI.create(base)).bearer(() -> "k").build())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageMatching("Credentials would travel to \\S+ unencrypted. Use https://.");
    }
    for (String host : List.of("localhost", "LOCALHOST", "127.0.0.1", "[::1]")) {
      RealtimeRest.at(URI.create("http://" + host + ":1/v1")).bearer(() -> "k").build();
    }
    RealtimeRest.at(URI.create("http://voice.example/v1")).build();
  }

  @Test
  void anAddressIsCheckedAndItsQueryIsKept() {
    for (String base : List.of("wss://host/v1", "host/v1", "https:///v1")) {
      assertThatThrownBy(() -> RealtimeRest.at(URI.create(base)))
          .hasMessage("The address must be one like https://host/v1, not " + base);
    }
    server.answer(200, GA_ANSWER);
    RealtimeRest.at(URI.create(server.base() + "/?api-version=1"))
        .build()
        .createClientSecret(SESSION);
    assertThat(server.request().target()).isEqualTo("/v1/realtime/client_secrets?api-version=1");
  }

  @Test
  void servicesHaveTheirAddressesAndShowNoKey() {
    assertThat(RealtimeRest.openAi("sk-secret"))
        .hasToString("RealtimeRest[https://api.openai.com/v1/realtime, headers=[Authorization]]");
    assertThat(
            RealtimeRest.azureOpenAi(URI.create("https://acme.openai.azure.com/"), () -> "secret")
                .build())
        .hasToString(
            "RealtimeRest[https://acme.openai.azure.com/openai/v1/realtime, headers=[api-key]]");
    assertThat(new ClientSecret("ek_secret", Instant.EPOCH, null))
        .hasToString("ClientSecret[value=***, expiresAt=1970-01-01T00:00:00Z]");
  }
}
