package dev.parlando.testkit.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.testkit.Certificate;
import dev.parlando.testkit.LocalRealtime;
import dev.parlando.testkit.RealtimeServers;
import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.brain.Script;
import dev.parlando.testkit.observe.ObservedSession;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The official JavaScript clients, as they are, against the local server. */
class JavaScriptClientsTest {

  static final String KEY = "sk-local";

  @TempDir static Path folder;
  private static Certificate certificate;

  @RegisterExtension final RealtimeServers servers = new RealtimeServers();

  private final Script script =
      new Script()
          .answersText("Toronto", Reply.calling("get_temperature", "{\"city\":\"Toronto\"}"))
          .answersOutput("22", Reply.saying("It's 22 degrees."))
          .answersText("story", Reply.saying("Once upon a time, there was a long, long tale."));

  @BeforeAll
  static void makeCertificate() throws Exception {
    NodeProgram.assumeInstalled();
    certificate = Certificate.makeIn(folder);
  }

  /** Slow enough that there is something to interrupt. */
  private LocalRealtime start() {
    return servers.startForSessions(
        LocalRealtime.builder()
            .tls(certificate.keyStore(), Certificate.PASSWORD)
            .apiKey(KEY)
            .brain(script)
            .speechRate(4));
  }

  @Test
  void theOpenAiClientCallsAToolHearsTheReplyInterruptsAndTruncates() throws Exception {
    LocalRealtime server = start();
    List<JsonNode> seen =
        NodeProgram.run(
            "openai.mjs", "https://127.0.0.1:" + server.port() + "/v1", certificate.pem());
    assertThat(seen)
        .extracting(JsonNode::toString)
        .containsExactly(
            "{\"connected\":\"gpt-realtime-2.1\"}",
            "{\"tools\":[\"get_temperature\"]}",
            "{\"call\":\"get_temperature\",\"arguments\":{\"city\":\"Toronto\"}}",
            "{\"reply\":\"It's 22 degrees.\"}",
            "{\"status\":\"cancelled\",\"reason\":\"client_cancelled\"}",
            "{\"truncated\":true,\"audioEndMs\":60}",
            "{\"closed\":1000}");
    ObservedSession session = server.awaitSession(1);
    assertThat(session.awaitEnd().code()).isEqualTo(1000);
    assertServerSaw(session, 60);
  }

  @Test
  void theAgentsClientCallsAToolHearsTheReplyInterruptsAndTruncates() throws Exception {
    LocalRealtime server = start();
    List<JsonNode> seen = NodeProgram.run("agents.mjs", server.url().toString(), certificate.pem());
    assertThat(seen)
        .extracting(JsonNode::toString)
        .startsWith(
            "{\"connected\":\"connected\"}",
            "{\"tools\":[\"get_temperature\"]}",
            "{\"call\":\"get_temperature\",\"arguments\":{\"city\":\"Toronto\"}}",
            "{\"reply\":\"It's 22 degrees.\"}",
            "{\"status\":\"cancelled\",\"reason\":\"client_cancelled\"}")
        .endsWith("{\"closed\":\"disconnected\"}")
        .hasSize(7);
    assertThat(seen.get(5).path("truncated").asBoolean()).isTrue();
    assertServerSaw(server.awaitSession(1), seen.get(5).path("audioEndMs").asInt());
  }

  private void assertServerSaw(ObservedSession session, int audioEndMillis) {
    script.verify();
    assertThat(session.handshake().header("authorization")).contains("Bearer " + KEY);
    assertThat(session.serverEvents("error")).isEmpty();
    assertThat(session.clientEvents("conversation.item.create"))
        .anySatisfy(
            event -> {
              assertThat(event.at("/item/type").asString()).isEqualTo("function_call_output");
              assertThat(event.at("/item/output").asString()).isEqualTo("{\"temperature\":22}");
            });
    assertThat(session.clientEvents("response.cancel")).hasSize(1);
    assertThat(session.clientEvents("conversation.item.truncate"))
        .singleElement()
        .satisfies(
            event -> assertThat(event.path("audio_end_ms").asInt()).isEqualTo(audioEndMillis));
    assertThat(session.serverEvents("response.done"))
        .extracting(event -> event.at("/response/status").asString())
        .containsExactly("completed", "completed", "cancelled");
  }
}
