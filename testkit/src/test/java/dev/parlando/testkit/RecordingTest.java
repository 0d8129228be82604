package dev.parlando.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parlando.realtime.Dialect;
import dev.parlando.testkit.brain.Heuristic;
import dev.parlando.testkit.observe.ObservedSession;
import dev.parlando.testkit.recording.RecordedEvent;
import dev.parlando.testkit.recording.Recording;
import dev.parlando.testkit.speech.ToneSpeech;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

class RecordingTest {

  private static final String OUTPUT = "{\"city\":\"Toronto\",\"temperature\":23}";

  @RegisterExtension final RealtimeServers servers = new RealtimeServers();

  @ParameterizedTest
  @EnumSource
  void theRecordedConversationsKeepToThePublishedSchemas(Dialect dialect) throws IOException {
    Recording recording = toronto(dialect);
    assertThat(recording.isBeta()).isEqualTo(dialect == Dialect.BETA);
    var ofServer = ProtocolSchemas.ofServer(dialect);
    var ofClient = ProtocolSchemas.ofClient(dialect);
    assumeTrue(ofServer.isPresent(), "the published schemas are not at hand");
    for (RecordedEvent recorded : recording.events()) {
      var schemas = recorded.side() == RecordedEvent.Side.SERVER ? ofServer : ofClient;
      assertThat(schemas.orElseThrow().problems(recorded.event())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRecordingIsPlayedToAClientThatGoesAlong(Dialect dialect) throws IOException {
    Recording recording = toronto(dialect);
    LocalRealtime server = servers.start(LocalRealtime.builder().recording(recording));
    TestClient client = servers.connect(server);
    List<JsonNode> events = converse(client, dialect, "{'my':'own'}");
    assertThat(TestClient.types(events))
        .containsExactlyElementsOf(
            recording.events().stream()
                .filter(event -> event.side() == RecordedEvent.Side.SERVER)
                .map(RecordedEvent::type)
                .toList());
  }

  @Test
  void theServerWaitsForWhatTheClientDid() throws IOException {
    LocalRealtime server = servers.start(LocalRealtime.builder().recording(toronto(Dialect.GA)));
    TestClient client = servers.connect(server);
    client.await("session.created");
    client.send("{'type':'input_audio_buffer.clear'}");
    client.send("{'type':'session.update','session':{'type':'realtime'}}");
    client.await("session.updated");
    client.send("{'type':'response.create'}");
    ObservedSession session = server.awaitSession(1);
    session.awaitClientEvent("response.create", TestClient.PATIENCE);
    assertThat(session.serverEvents()).hasSize(2);
    client.append(ToneSpeech.silence(20));
    client.await("response.done");
  }

  @Test
  void whatTheClientSentComesBackInTheRecordedEvents() throws IOException {
    LocalRealtime server = servers.start(LocalRealtime.builder().recording(toronto(Dialect.GA)));
    TestClient client = servers.connect(server);
    List<JsonNode> events = converse(client, Dialect.GA, "{'my':'own'}");
    JsonNode updated = events.get(1);
    assertThat(updated.at("/session/tools/0/name").asString()).isEqualTo("mine");
    assertThat(updated.at("/session/audio/output/voice").asString()).isEqualTo("ash");
    JsonNode output =
        events.stream()
            .filter(event -> event.path("type").asString("").equals("conversation.item.added"))
            .filter(event -> event.at("/item/type").asString("").equals("function_call_output"))
            .findFirst()
            .orElseThrow();
    assertThat(output.at("/item/output").asString()).isEqualTo(OUTPUT);
    assertThat(output.at("/item/id").asString()).isEqualTo("item_mine");
    JsonNode next =
        events.stream()
            .filter(event -> event.path("previous_item_id").asString("").equals("item_mine"))
            .findFirst()
            .orElseThrow();
    assertThat(next.at("/item/role").asString()).isEqualTo("assistant");
    List<JsonNode> done =
        events.stream()
            .filter(event -> event.path("type").asString("").equals("response.done"))
            .toList();
    assertThat(done.get(0).at("/response/metadata").isNull()).isTrue();
    assertThat(done.get(1).at("/response/metadata/my").asString()).isEqualTo("own");
  }

  @Test
  void aLiveSessionCanBeRecordedAndPlayedAgain() {
    LocalRealtime live = servers.start(LocalRealtime.builder().brain(new Heuristic()));
    TestClient client = servers.connect(live);
    client.say("Hello");
    List<JsonNode> original = client.awaitThrough("rate_limits.updated");
    String file = live.sessions().get(0).recording().toJsonLines();

    LocalRealtime replay = servers.start(LocalRealtime.builder().recording(Recording.parse(file)));
    TestClient again = servers.connect(replay);
    again.say("Hello");
    assertThat(again.awaitThrough("rate_limits.updated")).isEqualTo(original);
  }

  @Test
  void thePrintedSessionOfTheFirstDemonstrationIsPlayed() throws IOException {
    Path seeds = Path.of(System.getProperty("parlando.protocol", "absent"), "..", "seeds");
    assumeTrue(Files.isDirectory(seeds), "the printed session is not at hand");
    Path log;
    try (var files = Files.list(seeds)) {
      log =
          files
              .filter(f -> f.getFileName().toString().startsWith("000_"))
              .findFirst()
              .orElseThrow();
    }
    Recording recording = Recording.read(log);
    assertThat(recording.isBeta()).isTrue();
    LocalRealtime server = servers.start(LocalRealtime.builder().recording(recording));
    TestClient client = servers.connect(server);
    client.await("session.created");
    client.send("{'type':'session.update','session':{}}");
    client.await("session.updated");
    client.append(ToneSpeech.silence(100));
    List<JsonNode> first = client.awaitThrough("response.done");
    JsonNode response = first.get(first.size() - 1).path("response");
    assertThat(response.at("/output/0/content/0/transcript").asString())
        .isEqualTo("One, two, three. Checking Toronto's temperature.");
    assertThat(response.at("/output/1/arguments").asString()).isEqualTo("{\"city\":\"Toronto\"}");
    assertThat(ToneSpeech.understand(ResponsesTest.audioOf(first)))
        .contains("One, two, three. Checking Toronto's temperature.");
    client.await("rate_limits.updated");
    client.answer(response.at("/output/1/call_id").asString(), OUTPUT);
    List<JsonNode> second = client.awaitThrough("rate_limits.updated");
    assertThat(second.get(0).at("/item/output").asString()).isEqualTo(OUTPUT);
    assertThat(ToneSpeech.understand(ResponsesTest.audioOf(second)))
        .contains("It's 22 degrees Celsius in Toronto.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"dir\":\"server\",\"event\":{\"type\":\"x\"}}\n{\"dir\":\"up\",\"event\":{}}",
        "{\"dir\":\"server\",\"event\":{\"type\":\"x\"}}\n{\"dir\":\"server\",\"event\":{}}",
        "{\"dir\":\"server\",\"event\":{\"type\":\"x\"}}\n{oops",
        "hello\n{ type: 'x',\n",
      })
  void aFileThatIsNoRecordingIsRefusedWithTheLine(String text) {
    assertThatThrownBy(() -> Recording.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void aFileWithoutEventsIsRefused() {
    assertThatThrownBy(() -> Recording.parse("nothing here"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no event");
  }

  private static List<JsonNode> converse(TestClient client, Dialect dialect, String metadata) {
    String type = dialect == Dialect.GA ? "'type':'realtime'," : "";
    client.send(
        "{'type':'session.update','session':{"
            + type
            + "'tools':[{'type':'function','name':'mine'}]}}");
    client.append(ToneSpeech.silence(300));
    List<JsonNode> events = new ArrayList<>(client.awaitThrough("response.done"));
    String callId = events.get(events.size() - 1).at("/response/output/1/call_id").asString();
    client.send(
        "{'type':'conversation.item.create','item':{'id':'item_mine',"
            + "'type':'function_call_output','call_id':'"
            + callId
            + "','output':"
            + StringNode.valueOf(OUTPUT)
            + "}}");
    client.send("{'type':'response.create','response':{'metadata':" + metadata + "}}");
    events.addAll(client.awaitThrough("response.done"));
    events.addAll(client.awaitThrough("rate_limits.updated"));
    return events;
  }

  private static Recording toronto(Dialect dialect) throws IOException {
    String name = dialect == Dialect.GA ? "toronto-ga" : "toronto-beta";
    return Recording.read(Path.of("src/test/resources/recordings", name + ".jsonl"));
  }
}
