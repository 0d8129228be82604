package dev.parlando.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.fault.Fault;
import dev.parlando.testkit.fault.FaultAction;
import dev.parlando.testkit.observe.ObservedSession;
import dev.parlando.testkit.observe.SessionEnd;
import dev.parlando.testkit.speech.ToneSpeech;
import dev.parlando.testkit.time.VirtualTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class FaultsTest {

  private static final String UPDATE = "{'type':'session.update','session':{'type':'realtime'}}";

  @RegisterExtension final RealtimeServers servers = new RealtimeServers();

  @Test
  void anEventIsDroppedOnceAndNotSeenByTheObserver() {
    LocalRealtime server = start(Fault.onServerEvent("session.updated").drop());
    TestClient client = servers.connect(server);
    client.send(UPDATE);
    client.send(UPDATE);
    client.send("{'type':'input_audio_buffer.clear'}");
    assertThat(TestClient.types(client.awaitThrough("input_audio_buffer.cleared")))
        .containsExactly("session.created", "session.updated", "input_audio_buffer.cleared");
    assertThat(server.awaitSession(1).serverEvents("session.updated")).hasSize(1);
  }

  @Test
  void anEventIsSentTwice() {
    TestClient client = connect(Fault.onServerEvent("session.updated").duplicate());
    client.send(UPDATE);
    JsonNode first = client.await("session.updated");
    assertThat(client.await("session.updated")).isEqualTo(first);
  }

  @Test
  void anEventIsOvertaken() {
    TestClient client = connect(Fault.onServerEvent("response.created").holdBack(2));
    client.await("session.created");
    client.send("{'type':'response.create'}");
    assertThat(TestClient.types(client.awaitThrough("response.created")))
        .containsExactly(
            "response.output_item.added", "conversation.item.added", "response.created");
  }

  @Test
  void anEventAndAllAfterItComeLaterButInOrder() {
    TestClient client =
        connect(Fault.onServerEvent("response.created").delay(Duration.ofMillis(50)));
    client.await("session.created");
    client.send("{'type':'response.create'}");
    assertThat(TestClient.types(client.awaitThrough("response.output_item.added")))
        .containsExactly("response.created", "response.output_item.added");
  }

  @Test
  void aTranscriptComesLateAndHoldsNothingUp() {
    VirtualTime time = new VirtualTime();
    LocalRealtime server =
        servers.start(
            LocalRealtime.builder()
                .time(time)
                .brain(turn -> Reply.saying("Yes?"))
                .fault(
                    Fault.onServerEvent("conversation.item.input_audio_transcription.completed")
                        .postpone(Duration.ofSeconds(20))));
    TestClient client = servers.connect(server);
    client.send(
        "{'type':'session.update','session':{'type':'realtime','audio':{'input':{"
            + "'transcription':{'model':'gpt-transcribe'}}}}}");
    client.append(ToneSpeech.pcm16("Hello"));
    client.append(ToneSpeech.silence(300));
    assertThat(TestClient.types(client.awaitThrough("response.done")))
        .contains("conversation.item.input_audio_transcription.delta")
        .doesNotContain("conversation.item.input_audio_transcription.completed");
    client.say("And?");
    client.await("response.done");
    time.advance(Duration.ofSeconds(20));
    assertThat(
            client
                .await("conversation.item.input_audio_transcription.completed")
                .path("transcript")
                .asString())
        .isEqualTo("Hello");
  }

  @Test
  void theServerNeverGreets() {
    TestClient client = connect(Fault.onServerEvent("session.created").drop());
    client.send(UPDATE);
    assertThat(TestClient.types(client.awaitThrough("session.updated")))
        .containsExactly("session.updated");
  }

  @Test
  void aChangeOfTheSessionIsRefusedAfterTheFirst() {
    TestClient client =
        connect(
            Fault.onClientEvent("session.update")
                .nth(2)
                .reject("invalid_request_error", "invalid_value", "No such voice."));
    client.send(UPDATE);
    client.await("session.updated");
    client.send(
        "{'type':'session.update','event_id':'e2','session':{'type':'realtime',"
            + "'instructions':'Other.'}}");
    assertThat(client.await("error").at("/error/event_id").asString()).isEqualTo("e2");
    client.send(UPDATE);
    assertThat(client.await("session.updated").at("/session/instructions").asString())
        .isNotEqualTo("Other.");
  }

  @Test
  void anEventIsCutInHalf() {
    TestClient client = connect(Fault.onServerEvent("session.updated").corrupt());
    client.send(UPDATE);
    assertThat(client.awaitOddity()).startsWith("{\"type\":\"session.updated\"");
  }

  @Test
  void anotherTextComesInPlaceOfAnEvent() {
    TestClient client = connect(Fault.atServerEvent(2).corrupt("[]"));
    client.send(UPDATE);
    client.send(UPDATE);
    client.await("session.created");
    assertThat(client.awaitThrough("session.updated")).first().hasToString("[]");
  }

  @Test
  void anEventComesInABinaryFrame() {
    TestClient client = connect(Fault.onServerEvent("session.updated").asBinary());
    client.send(UPDATE);
    assertThat(client.awaitOddity()).startsWith("binary:");
  }

  @Test
  void anEventBecomesHuge() {
    TestClient client =
        connect(Fault.onServerEvent("input_audio_buffer.cleared").inflate(3_000_000));
    client.send("{'type':'input_audio_buffer.clear'}");
    assertThat(client.await("input_audio_buffer.cleared").path("padding").asString())
        .hasSize(3_000_000);
  }

  @Test
  void anEventHasTheNameOfTheOtherDialect() {
    Fault fault = Fault.onServerEvent("response.output_audio.delta").rename();
    // Without the comparison with the published schema, which has no such event.
    try (LocalRealtime server =
            LocalRealtime.builder().brain(turn -> Reply.saying("Hello")).fault(fault).start();
        TestClient client = TestClient.connect(server.url())) {
      client.send("{'type':'response.create'}");
      assertThat(client.await("response.audio.delta").path("delta").asString()).isNotEmpty();
      client.await("response.done");
    }
  }

  @Test
  void theConnectionIsClosedInPlaceOfAnEvent() {
    LocalRealtime server = start(Fault.onServerEvent("session.updated").close(1013, "try later"));
    TestClient client = servers.connect(server);
    client.send(UPDATE);
    assertThat(client.awaitClose()).isEqualTo(new SessionEnd(1013, "try later"));
    assertThat(server.awaitSession(1).awaitEnd().code()).isEqualTo(1013);
  }

  @Test
  void theConnectionBreaksInPlaceOfAnEvent() throws Exception {
    LocalRealtime server = start(Fault.onServerEvent("session.created").abort());
    String all = RawUpgrade.answer(server, "/v1/realtime?model=m", 20_000);
    assertThat(all).startsWith("HTTP/1.1 101 ").endsWith("\r\n\r\n");
    assertThat(server.awaitSession(1).awaitEnd().code()).isEqualTo(1006);
  }

  @Test
  void theServerGoesSilentAndStillListens() {
    LocalRealtime server = start(Fault.onServerEvent("session.updated").goSilent());
    TestClient client = servers.connect(server);
    client.send(UPDATE);
    client.send("{'type':'response.create','event_id':'unheard'}");
    ObservedSession session = server.awaitSession(1);
    session.awaitClientEvent("response.create", TestClient.PATIENCE);
    assertThat(session.serverEvents()).hasSize(1);
    assertThat(session.end()).isEmpty();
  }

  @Test
  void aFrozenConnectionStaysOpenAndDoesNotAnswerPings() throws Exception {
    LocalRealtime server = start(Fault.onClientEvent("response.create").freeze());
    TestClient client = servers.connect(server);
    client.await("session.created");
    client.ping();
    client.awaitPong();
    client.send("{'type':'response.create'}");
    ObservedSession session = server.awaitSession(1);
    session.awaitClientEvent("response.create", TestClient.PATIENCE);
    client.send("{'type':'input_audio_buffer.clear'}");
    client.ping();
    TestClient other = servers.connect(server);
    other.send("{'type':'input_audio_buffer.clear'}");
    other.await("input_audio_buffer.cleared");
    assertThat(client.pongs()).isEqualTo(1);
    assertThat(session.clientEvents()).hasSize(1);
    assertThat(session.end()).isEmpty();
  }

  @Test
  void aResponseIsRejected() {
    TestClient client =
        connect(
            Fault.onClientEvent("response.create")
                .reject(
                    "invalid_request_error", "conversation_already_has_active_response", "Busy"));
    client.send("{'type':'response.create','event_id':'r1'}");
    JsonNode error = client.await("error").path("error");
    assertThat(error.path("code").asString()).isEqualTo("conversation_already_has_active_response");
    assertThat(error.path("event_id").asString()).isEqualTo("r1");
    client.send("{'type':'response.create'}");
    client.await("response.done");
  }

  @Test
  void aResponseIsRejectedWithoutSayingWhichOne() {
    TestClient client =
        connect(
            Fault.onClientEvent("response.create").rejectAnonymously("server_error", null, "Oops"));
    client.send("{'type':'response.create','event_id':'r1'}");
    assertThat(client.await("error").at("/error/event_id").isNull()).isTrue();
  }

  @Test
  void anEventOfTheClientIsIgnored() {
    LocalRealtime server = start(Fault.onClientEvent("response.create").drop());
    TestClient client = servers.connect(server);
    client.send("{'type':'response.create'}");
    client.send("{'type':'input_audio_buffer.clear'}");
    assertThat(TestClient.types(client.awaitThrough("input_audio_buffer.cleared")))
        .containsExactly("session.created", "input_audio_buffer.cleared");
    assertThat(server.awaitSession(1).clientEvents("response.create")).hasSize(1);
  }

  @Test
  void aFaultHitsItsSessionAndItsEventOnly() {
    LocalRealtime server =
        start(Fault.onServerEvent("session.updated").inSession(2).nth(2).times(2).drop());
    for (int session = 1; session <= 3; session++) {
      TestClient client = servers.connect(server);
      for (int i = 0; i < 4; i++) {
        client.send(UPDATE);
      }
      client.send("{'type':'input_audio_buffer.clear'}");
      List<String> types = TestClient.types(client.awaitThrough("input_audio_buffer.cleared"));
      assertThat(types).hasSize(session == 2 ? 4 : 6);
    }
  }

  @Test
  void aFaultCanBeInjectedLater() {
    LocalRealtime server = start();
    TestClient client = servers.connect(server);
    client.send(UPDATE);
    client.await("session.updated");
    server.inject(Fault.onServerEvent("session.updated").close(1011, "now"));
    client.send(UPDATE);
    assertThat(client.awaitClose().reason()).isEqualTo("now");
  }

  @Test
  void impossibleFaultsAreRefused() {
    assertThatThrownBy(() -> Fault.onClientEvent("x").act(new FaultAction.Duplicate()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Duplicate can't happen at CLIENT");
    assertThatThrownBy(() -> Fault.onHandshake().drop())
        .isInstanceOf(IllegalArgumentException.class);
  }

  private LocalRealtime start(Fault... faults) {
    LocalRealtimeBuilder settings = LocalRealtime.builder().brain(turn -> Reply.saying("Hello."));
    for (Fault fault : faults) {
      settings.fault(fault);
    }
    return servers.start(settings);
  }

  private TestClient connect(Fault fault) {
    return servers.connect(start(fault));
  }
}
