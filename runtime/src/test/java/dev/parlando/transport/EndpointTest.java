package dev.parlando.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.Dialect;
import dev.parlando.realtime.EventCodec;
import dev.parlando.realtime.ResponseConfig;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.Voice;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EndpointTest {

  private static final URI RESOURCE = URI.create("https://acme.openai.azure.com");

  private static Endpoint environment(String... pairs) {
    Map<String, String> variables = new java.util.HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      variables.put(pairs[i], pairs[i + 1]);
    }
    return new EndpointEnvironment(variables).endpoint();
  }

  @Test
  void openAiAsksForTheAgentsModelAndElseForTheDefault() {
    Endpoint endpoint = Endpoint.openAi("sk-1");
    assertThat(endpoint.request("").uri())
        .hasToString("wss://api.openai.com/v1/realtime?model=gpt-realtime-2.1");
    assertThat(endpoint.request("my model").uri())
        .hasToString("wss://api.openai.com/v1/realtime?model=my+model");
    assertThat(endpoint.request("").headers()).containsEntry("Authorization", "Bearer sk-1");
    assertThat(endpoint.dialect()).contains(Dialect.GA);
  }

  @Test
  void openAiAndAzureTakeSoManyTools() {
    assertThat(Endpoint.openAi("sk-1").maxTools()).isEqualTo(128);
    assertThat(Endpoint.azureOpenAi(RESOURCE, "voice-1", () -> "k").build().maxTools())
        .isEqualTo(128);
    assertThat(Endpoint.at(URI.create("ws://localhost/")).build().maxTools())
        .isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void anAzureDeploymentComesBeforeTheAgentsModel() {
    Endpoint endpoint = Endpoint.azureOpenAi(RESOURCE, "voice-1", () -> "k").build();
    assertThat(endpoint.request("gpt-realtime").uri())
        .hasToString("wss://acme.openai.azure.com/openai/v1/realtime?model=voice-1");
    assertThat(endpoint.request("").headers()).containsEntry("api-key", "k");
  }

  @Test
  void azurePreviewAndVoiceLiveSpeakBeta() {
    Endpoint preview = Endpoint.azureOpenAiPreview(RESOURCE, "voice-1", () -> "k").build();
    assertThat(preview.request("").uri())
        .hasToString(
            "wss://acme.openai.azure.com/openai/realtime"
                + "?api-version=2025-04-01-preview&deployment=voice-1");
    assertThat(preview.dialect()).contains(Dialect.BETA);

    URI live = URI.create("https://acme.services.ai.azure.com");
    assertThat(Endpoint.azureVoiceLive(live, "gpt-realtime", () -> "k").build().request("").uri())
        .hasToString(
            "wss://acme.services.ai.azure.com/voice-live/realtime"
                + "?api-version=2026-04-10&model=gpt-realtime");
  }

  @Test
  void voiceLiveGetsVoicesByType() {
    Endpoint live =
        Endpoint.azureVoiceLive(
                URI.create("https://acme.services.ai.azure.com"), "gpt-realtime", () -> "k")
            .build();
    SessionConfig named = SessionConfig.builder().voice(Voice.named("marin")).build();
    assertThat(wire(live.adapted(named)))
        .contains("\"voice\":{\"name\":\"marin\",\"type\":\"openai\"}");
    SessionConfig typed =
        SessionConfig.builder().voice(Voice.ofType("azure-standard", "en-US-AvaNeural")).build();
    assertThat(live.adapted(typed)).isEqualTo(typed);
    assertThat(Endpoint.openAi("k").adapted(named)).isEqualTo(named);
    ResponseConfig reply = ResponseConfig.builder().voice(Voice.named("cedar")).build();
    assertThat(live.adapted(reply).voice()).isEqualTo(Voice.ofType("openai", "cedar"));
  }

  private static String wire(SessionConfig config) {
    return new String(
        EventCodec.client().write(new ClientEvent.SessionUpdate(config), Dialect.BETA), UTF_8);
  }

  @Test
  void credentialsAreAskedForAtEachDial() {
    AtomicInteger dials = new AtomicInteger();
    Endpoint endpoint = Endpoint.openAi(() -> "key-" + dials.incrementAndGet()).build();
    endpoint.request("");
    assertThat(endpoint.request("").headers()).containsEntry("Authorization", "Bearer key-2");
  }

  @Test
  void credentialsDoNotTravelInPlainTextButToThisHost() {
    Endpoint.Builder far = Endpoint.at(URI.create("ws://voice.example/v1")).bearer(() -> "secret");
    assertThatThrownBy(far::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Credentials would travel to voice.example unencrypted. Use wss://, or"
                + " Endpoint.Builder.allowPlainTextCredentials() where the network is trusted.");
    assertThat(far.allowPlainTextCredentials().build().request("").headers()).hasSize(1);

    assertThatThrownBy(
            Endpoint.at(URI.create("WS://voice.example/v1")).bearer(() -> "secret")::build)
        .isInstanceOf(IllegalArgumentException.class);
    for (String host : new String[] {"localhost", "LOCALHOST", "127.0.0.1", "127.9.9.9", "[::1]"}) {
      Endpoint.at(URI.create("ws://" + host + ":1/v1")).bearer(() -> "secret").build();
    }
  }

  @Test
  void noTextShowsACredential() {
    Endpoint endpoint =
        Endpoint.at(URI.create("wss://user:pw@h.example/v1?api-key=abc&x=1&access_token=def"))
            .bearer(() -> "secret")
            .build();
    String shown = endpoint + " " + endpoint.request("");
    assertThat(shown).doesNotContain("abc", "def", "pw", "secret").contains("x=1", "api-key=***");
  }

  @Test
  void r133_whatCannotBeAHeaderIsRefusedAndNotShown() {
    Endpoint endpoint = Endpoint.openAi(() -> "sk-secret\r\nX-Evil: 1").build();
    assertThatThrownBy(() -> endpoint.request(""))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Authorization")
        .hasMessageNotContaining("secret");
    Endpoint.Builder builder = Endpoint.at(URI.create("wss://voice.example/v1"));
    for (String name : List.of("X Evil", "X-Evil\r\nY", "", "Héader", "Host", "upgrade", "TE")) {
      assertThatThrownBy(() -> builder.header(name, () -> "x"))
          .as(name)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> builder.header("Sec-WebSocket-Key", () -> "x"))
        .hasMessage("The header Sec-WebSocket-Key is set by the transport.");
    assertThatThrownBy(() -> builder.subprotocol("openai-insecure-api-key.sk-1\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("sk-1");
  }

  @Test
  void r128_aCallHasASideChannelAtTheSameServer() {
    Endpoint call = Endpoint.openAi("sk-key").call("rtc_a-1");
    assertThat(call.sideband()).isTrue();
    assertThat(call.callId()).contains("rtc_a-1");
    assertThat(call.request("gpt-realtime").uri())
        .hasToString("wss://api.openai.com/v1/realtime?call_id=rtc_a-1");
    assertThat(call.request("").headers()).containsEntry("Authorization", "Bearer sk-key");
    assertThat(call.maxTools()).isEqualTo(128);
    assertThatThrownBy(() -> call.call("rtc_1&model=x"))
        .hasMessageContaining("A call's id is made of");
  }

  @Test
  void howLongAServerMayTakeToRespondByItselfDependsOnWhoseItIs() {
    assertThat(Endpoint.openAi("sk-key").serverResponse()).isEqualTo(Duration.ofSeconds(2));
    assertThat(Endpoint.at(URI.create("ws://localhost/")).build().serverResponse())
        .isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void theEnvironmentNamesOneInOrder() {
    assertThat(environment("PARLANDO_URL", "ws://127.0.0.1:9/x", "OPENAI_API_KEY", "k"))
        .satisfies(e -> assertThat(e.request("m").uri()).hasToString("ws://127.0.0.1:9/x"))
        .satisfies(e -> assertThat(e.dialect()).isEmpty());
    assertThat(environment("OPENAI_API_KEY", "k", "OPENAI_REALTIME_MODEL", "mini").request("agent"))
        .satisfies(dial -> assertThat(dial.uri().getQuery()).isEqualTo("model=mini"));
    assertThat(
            environment(
                    "AZURE_OPENAI_ENDPOINT", "https://acme.openai.azure.com/",
                    "AZURE_OPENAI_API_KEY", "k",
                    "AZURE_OPENAI_DEPLOYMENT", "voice-1")
                .request("")
                .uri())
        .hasToString("wss://acme.openai.azure.com/openai/v1/realtime?model=voice-1");
    assertThat(environment("PARLANDO_URL", "ws://localhost:1/", "PARLANDO_DIALECT", "Beta"))
        .satisfies(e -> assertThat(e.dialect()).contains(Dialect.BETA));
  }

  @Test
  void anIncompleteEnvironmentSaysWhatIsMissing() {
    assertThatThrownBy(() -> environment())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("PARLANDO_URL, or OPENAI_API_KEY, or AZURE_OPENAI_ENDPOINT");
    assertThatThrownBy(() -> environment("AZURE_OPENAI_ENDPOINT", "https://a.b"))
        .hasMessage("AZURE_OPENAI_API_KEY is not set.");
    assertThatThrownBy(() -> environment("OPENAI_API_KEY", "k", "PARLANDO_DIALECT", "gamma"))
        .hasMessage("PARLANDO_DIALECT must be auto, ga or beta, not gamma.");
    assertThatThrownBy(() -> environment("PARLANDO_URL", "http://localhost"))
        .hasMessage("An endpoint is an address like wss://host/path, not http://localhost");
  }
}
