package dev.parlando.testkit.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.json.ArgumentMask;
import dev.parlando.session.VoiceSession;
import dev.parlando.testkit.LocalRealtime;
import dev.parlando.testkit.RealtimeServers;
import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.brain.Script;
import dev.parlando.testkit.fault.Fault;
import dev.parlando.tool.ArgumentOptions;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolDefinition;
import dev.parlando.tool.ToolInvocation;
import dev.parlando.tool.ToolPolicy;
import dev.parlando.tool.ToolResult;
import dev.parlando.tool.ToolSet;
import dev.parlando.transport.Endpoint;
import dev.parlando.transport.javawebsocket.JavaWebSocketTransport;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RecordingTransportTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Takes a PIN, which nobody may see, and answers what nobody may see either. */
  private static final ToolSet BANK =
      new ToolSet() {
        @Override
        public List<ToolDefinition> definitions() {
          return List.of(
              ToolDefinition.of(
                      "get_balance", "Gets the balance of an account.", "{\"type\":\"object\"}")
                  .withPolicy(ToolPolicy.builder().sensitive(true).build()));
        }

        @Override
        public String masked(ToolCall call) {
          return ArgumentMask.mask(call.arguments(), Set.of("account"));
        }

        @Override
        public ToolInvocation prepare(ToolCall call, ArgumentOptions options) {
          return context -> ToolResult.text("balance 4711");
        }
      };

  @RegisterExtension final RealtimeServers servers = new RealtimeServers();

  private final RecordingTransport recorder =
      RecordingTransport.over(JavaWebSocketTransport.ofDefaults()).tools(BANK);

  private VoiceSession connect(LocalRealtime server) {
    return VoiceSession.to(Endpoint.at(server.url()).build())
        .tools(BANK)
        .transport(recorder)
        .options(options -> options.reconnect(policy -> policy.backoff(Duration.ofMillis(1))))
        .connect();
  }

  private LocalRealtime start() {
    return servers.startForSessions(
        LocalRealtime.builder()
            .brain(
                new Script()
                    .answers(
                        Reply.calling("get_balance", "{\"account\":\"A7\",\"pin\":\"1234-5678\"}"))
                    .answers(Reply.saying("You are rich."))));
  }

  @Test
  void aSessionIsRecordedAsTheServerSawItAndCanBePlayedAgain() throws Exception {
    LocalRealtime server = start();
    StringBuilder lines = new StringBuilder();
    recorder.keepAudio().lines(lines::append);
    try (VoiceSession session = connect(server)) {
      session.sendText("How much have I got?");
      assertThat(session.awaitIdle(PATIENCE)).isTrue();
    }
    Recording recording = recorder.recordings().get(0);
    assertThat(lines).hasToString(recording.toJsonLines());
    assertThat(recording.events())
        .extracting(RecordedEvent::type)
        .containsAll(
            server.awaitSession(1).recording().events().stream().map(RecordedEvent::type).toList());
    assertThat(Recording.parse(recording.toJsonLines()).events()).isEqualTo(recording.events());
    assertThat(recording.events())
        .filteredOn(event -> event.type().equals("response.output_audio.delta"))
        .isNotEmpty()
        .allSatisfy(event -> assertThat(event.event().path("delta").asString()).isNotEmpty());
  }

  @Test
  void whatIsSensitiveIsNotRecorded() throws Exception {
    LocalRealtime server = start();
    try (VoiceSession session = connect(server)) {
      session.sendText("My key is sk-abcdefghijklmnop1234, how much have I got?");
      assertThat(session.awaitIdle(PATIENCE)).isTrue();
    }
    String text = recorder.recordings().get(0).toJsonLines();
    assertThat(text)
        .contains("get_balance", "A7", "You are rich.", "My key is ***, how")
        .doesNotContain("1234", "5678", "4711", "sk-");
    assertThat(server.awaitSession(1).recording().toJsonLines())
        .as("the server gets all of it")
        .contains("4711", "sk-abc");
  }

  @Test
  void soundIsLeftOutUnlessItIsToBeKept() throws Exception {
    LocalRealtime server = start();
    try (VoiceSession session = connect(server)) {
      session.appendAudio(new byte[4800]);
      session.sendText("How much have I got?");
      assertThat(session.awaitIdle(PATIENCE)).isTrue();
    }
    List<RecordedEvent> events = recorder.recordings().get(0).events();
    assertThat(events)
        .filteredOn(event -> event.type().equals("input_audio_buffer.append"))
        .singleElement()
        .satisfies(event -> assertThat(event.event().path("audio").asString()).isEmpty());
    assertThat(events)
        .filteredOn(event -> event.type().equals("response.output_audio.delta"))
        .isNotEmpty()
        .allSatisfy(event -> assertThat(event.event().path("delta").asString()).isEmpty());
  }

  @Test
  void eachConnectionIsARecordingOfItsOwn() throws Exception {
    LocalRealtime server = start();
    server.inject(Fault.onServerEvent("response.done").inSession(1).abort());
    try (VoiceSession session = connect(server)) {
      session.sendText("How much have I got?");
      server.awaitSession(2, PATIENCE).awaitServerEvent("session.updated", PATIENCE);
      assertThat(session.awaitIdle(PATIENCE)).isTrue();
    }
    assertThat(recorder.recordings())
        .hasSize(2)
        .allSatisfy(
            recording -> assertThat(recording.events().get(0).type()).isEqualTo("session.created"));
  }
}
