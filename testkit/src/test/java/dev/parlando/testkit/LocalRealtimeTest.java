package dev.parlando.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.brain.Script;
import dev.parlando.testkit.observe.ObservedSession;
import dev.parlando.testkit.observe.RealtimeObserver;
import dev.parlando.testkit.observe.SessionEnd;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class LocalRealtimeTest {

  private static final Duration SHORT = Duration.ofMillis(20);

  @RegisterExtension final RealtimeServers servers = new RealtimeServers();

  @Test
  void allThatPassesIsRecordedInOrder() {
    LocalRealtime server = servers.start(LocalRealtime.builder());
    TestClient client = servers.connect(server);
    client.say("Hello");
    List<JsonNode> seen = client.awaitThrough("response.done");
    ObservedSession session = server.awaitSession(1);
    assertThat(TestClient.types(session.clientEvents()))
        .containsExactly("conversation.item.create", "response.create");
    assertThat(ids(session.serverEvents()))
        .startsWith(ids(seen).toArray(new String[0]))
        .doesNotHaveDuplicates();
  }

  private static List<String> ids(List<JsonNode> events) {
    return events.stream().map(event -> event.path("event_id").asString()).toList();
  }

  @Test
  void waitingTellsWhatThereWasInstead() {
    LocalRealtime server = servers.start(LocalRealtime.builder());
    TestClient client = servers.connect(server);
    client.send("{'type':'input_audio_buffer.clear'}");
    ObservedSession session = server.awaitSession(1);
    session.awaitServerEvent("input_audio_buffer.cleared", TestClient.PATIENCE);
    assertThatThrownBy(() -> session.awaitClientEvent("response.create", SHORT))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("1 matching client event(s) of session 1")
        .hasMessageContaining("[input_audio_buffer.clear]");
    assertThatThrownBy(() -> session.awaitEnd(SHORT)).hasMessageContaining("still open");
    assertThatThrownBy(() -> server.awaitSession(2, SHORT)).hasMessageContaining("there were 1");
  }

  @Test
  void aTestCanSayAnythingInTheServersName() {
    LocalRealtime server = servers.start(LocalRealtime.builder());
    TestClient client = servers.connect(server);
    client.await("session.created");
    server.sessions().get(0).inject("{\"type\":\"session.exploded\",\"x\":[1]}");
    assertThat(client.await("session.exploded").path("x")).hasToString("[1]");
  }

  @Test
  void aTestCanEndTheConnection() {
    LocalRealtime server = servers.start(LocalRealtime.builder());
    TestClient first = servers.connect(server);
    first.await("session.created");
    server.sessions().get(0).close(4001, "enough");
    assertThat(first.awaitClose()).isEqualTo(new SessionEnd(4001, "enough"));
    servers.connect(server).await("session.created");
    server.sessions().get(1).abort();
    assertThat(server.sessions().get(1).awaitEnd().code()).isEqualTo(1006);
  }

  @Test
  void theEndOfTheClientIsSeen() {
    LocalRealtime server = servers.start(LocalRealtime.builder());
    TestClient client = servers.connect(server);
    client.await("session.created");
    client.leave(1000, "bye");
    assertThat(server.sessions().get(0).awaitEnd()).isEqualTo(new SessionEnd(1000, "bye"));
  }

  @Test
  void closingTheServerClosesItsConnectionsAndMayBeRepeated() {
    LocalRealtime server = servers.start(LocalRealtime.builder());
    TestClient client = servers.connect(server);
    client.await("session.created");
    server.close();
    server.close();
    assertThat(client.awaitClose().code()).isEqualTo(1001);
    assertThat(server.sessions().get(0).end()).isPresent();
  }

  @Test
  void aServerThatKeepsNoEventsTellsThemToItsObserversAllTheSame() {
    List<String> told = new CopyOnWriteArrayList<>();
    LocalRealtime server =
        servers.start(
            LocalRealtime.builder()
                .keepEvents(false)
                .observer(
                    new RealtimeObserver() {
                      @Override
                      public void sent(ObservedSession session, JsonNode event) {
                        told.add(session.number() + " " + event.path("type").asString());
                      }
                    }));
    TestClient first = servers.connect(server);
    first.await("session.created");
    first.leave(1000, "");
    server.sessions().get(0).awaitEnd();
    servers.connect(server).await("session.created");
    assertThat(told).containsExactly("1 session.created", "2 session.created");
    assertThat(server.sessions()).hasSize(1);
    assertThat(server.sessions().get(0).serverEvents()).isEmpty();
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    LocalRealtime server = servers.start(LocalRealtime.builder());
    assertThatThrownBy(() -> LocalRealtime.builder().port(server.port()).start())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("127.0.0.1:" + server.port());
  }

  @Test
  void framesOfManyMegabytesGoBothWays() {
    LocalRealtime server = servers.start(LocalRealtime.builder().brain(new Script()));
    TestClient client = servers.connect(server);
    String text = "x".repeat(20_000_000);
    client.send(
        "{'type':'conversation.item.create','item':{'id':'big','type':'message','role':'user',"
            + "'content':[{'type':'input_text','text':'"
            + text
            + "'}]}}");
    assertThat(client.await("conversation.item.added").at("/item/content/0/text").asString())
        .hasSize(text.length());
  }

  @Test
  void twoHundredSessionsTalkAtOnceEachWithItsOwnConversation() {
    LocalRealtime server =
        servers.start(
            LocalRealtime.builder()
                .brain(turn -> Reply.saying("Hello " + turn.userText().orElse("?") + ".")));
    List<TestClient> clients = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      clients.add(servers.connect(server));
    }
    for (int i = 0; i < 200; i++) {
      clients.get(i).say("number " + i);
    }
    for (int i = 0; i < 200; i++) {
      assertThat(
              clients
                  .get(i)
                  .await("response.done")
                  .at("/response/output/0/content/0/transcript")
                  .asString())
          .isEqualTo("Hello number " + i + ".");
    }
  }

  @Test
  void aBrainThatBlocksHoldsUpNoOneElse() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    LocalRealtime server =
        servers.start(
            LocalRealtime.builder()
                .brain(
                    turn -> {
                      if (turn.userText().orElse("").equals("block")) {
                        try {
                          gate.await();
                        } catch (InterruptedException e) {
                          Thread.currentThread().interrupt();
                        }
                      }
                      return Reply.saying("Done.");
                    }));
    List<TestClient> blocked = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      TestClient client = servers.connect(server);
      client.say("block");
      client.await("response.created");
      blocked.add(client);
    }
    TestClient free = servers.connect(server);
    free.say("go");
    free.await("response.done");
    blocked.get(0).send("{'type':'input_audio_buffer.clear'}");
    blocked.get(0).await("input_audio_buffer.cleared");
    gate.countDown();
    for (TestClient client : blocked) {
      client.await("response.done");
    }
  }
}
