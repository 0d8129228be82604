package dev.parlando.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.fault.Fault;
import dev.parlando.testkit.fault.FaultReader;
import dev.parlando.testkit.speech.ToneSpeech;
import dev.parlando.testkit.time.VirtualTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What can go wrong with the responses that the server begins by itself. */
class OwnResponsesTest {

  private static final String NOTHING_CHANGES =
      "{'type':'session.update','session':{'type':'realtime'}}";

  @RegisterExtension final RealtimeServers servers = new RealtimeServers();

  private final VirtualTime time = new VirtualTime();

  private TestClient speak(Fault fault) {
    LocalRealtime server =
        servers.start(
            LocalRealtime.builder().time(time).brain(turn -> Reply.saying("Yes?")).fault(fault));
    TestClient client = servers.connect(server);
    speak(client);
    return client;
  }

  private static void speak(TestClient client) {
    client.append(ToneSpeech.pcm16("Hello"));
    client.append(ToneSpeech.silence(300));
    client.await("input_audio_buffer.committed");
  }

  @Test
  void aResponseOfTheServersOwnMayNeverBegin() {
    TestClient client = speak(Fault.onServerResponse().drop());
    client.send(NOTHING_CHANGES);
    assertThat(TestClient.types(client.awaitThrough("session.updated")))
        .doesNotContain("response.created", "error");
    client.send("{'type':'response.create'}");
    assertThat(client.await("response.done").at("/response/status").asString())
        .isEqualTo("completed");
    // Once in a session, as every fault.
    speak(client);
    client.await("response.done");
  }

  @Test
  void aResponseOfTheServersOwnMayBeginLate() {
    TestClient client = speak(Fault.onServerResponse().delay(Duration.ofSeconds(3)));
    client.send(NOTHING_CHANGES); // The time runs once this is answered.
    client.await("session.updated");
    time.advance(Duration.ofMillis(2_999));
    client.send(NOTHING_CHANGES);
    assertThat(TestClient.types(client.awaitThrough("session.updated")))
        .doesNotContain("response.created");
    time.advance(Duration.ofMillis(1));
    assertThat(client.await("response.done").at("/response/status").asString())
        .isEqualTo("completed");
  }

  @Test
  void aResponseOfTheServersOwnMayFail() {
    TestClient client = speak(Fault.onServerResponse().fail("server_error", "Overloaded."));
    client.await("response.created");
    JsonNode response = client.await("response.done").path("response");
    assertThat(response.path("status").asString()).isEqualTo("failed");
    assertThat(response.at("/status_details/error/code").asString()).isEqualTo("server_error");
    assertThat(response.path("output")).isEmpty();
    client.send("{'type':'response.create'}");
    assertThat(client.await("response.done").at("/response/status").asString())
        .isEqualTo("completed");
  }

  @Test
  void itsBeginningMayGetLostSoThatTheFailureComesAlone() {
    LocalRealtime server =
        servers.start(
            LocalRealtime.builder()
                .brain(turn -> Reply.saying("Yes?"))
                .fault(FaultReader.parse("response fail code=server_error message=\"No.\""))
                .fault(Fault.onServerEvent("response.created").drop()));
    TestClient client = servers.connect(server);
    speak(client);
    List<JsonNode> events = client.awaitThrough("response.done");
    assertThat(TestClient.types(events)).doesNotContain("response.created");
    assertThat(events.get(events.size() - 1).at("/response/status").asString()).isEqualTo("failed");
  }

  @Test
  void aFaultCanBeOfTheTurnThatIsAnswered() {
    TestClient client = speak(Fault.onServerResponse(item -> false).drop());
    client.await("response.done");
  }

  @Test
  void whileAResponseRunsThatSpeechDoesNotInterruptNoneBeginsAndNothingTellsOfIt() {
    LocalRealtime server =
        servers.start(LocalRealtime.builder().brain(turn -> Reply.saying("On and on.").hold()));
    TestClient client = servers.connect(server);
    client.send(
        "{'type':'session.update','session':{'type':'realtime','audio':{'input':{"
            + "'turn_detection':{'type':'server_vad','interrupt_response':false}}}}}");
    client.send("{'type':'response.create'}");
    client.await("response.output_audio.delta");
    speak(client);
    client.send(NOTHING_CHANGES);
    assertThat(TestClient.types(client.awaitThrough("session.updated")))
        .doesNotContain("response.created", "error");
  }
}
