package dev.parlando.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.observe.SessionEnd;
import dev.parlando.testkit.speech.ToneSpeech;
import dev.parlando.testkit.time.VirtualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What happens on the server's side when time passes, in virtual time. */
class ServerTimeTest {

  @RegisterExtension final RealtimeServers servers = new RealtimeServers();

  @Test
  void aSessionEndsAfterAnHour() {
    VirtualTime time = new VirtualTime();
    LocalRealtime server = servers.start(LocalRealtime.builder().time(time));
    TestClient client = servers.connect(server);
    assertThat(client.await("session.created").at("/session/expires_at").asLong())
        .isEqualTo(time.clock().instant().plus(Duration.ofHours(1)).getEpochSecond());
    time.advance(Duration.ofMinutes(59));
    client.send("{'type':'input_audio_buffer.clear'}");
    client.await("input_audio_buffer.cleared");
    time.advance(Duration.ofMinutes(1));
    assertThat(client.awaitClose())
        .isEqualTo(new SessionEnd(1001, "Your session hit the maximum duration of 60 minutes."));
  }

  @Test
  void aUserWhoStaysSilentIsPrompted() {
    VirtualTime time = new VirtualTime();
    LocalRealtime server =
        servers.start(LocalRealtime.builder().time(time).brain(turn -> Reply.saying("1234567890")));
    TestClient client = servers.connect(server);
    client.send(
        "{'type':'session.update','session':{'type':'realtime','audio':{'input':{'turn_detection':"
            + "{'type':'server_vad','idle_timeout_ms':5000}}}}}");
    client.say("Hello");
    client.await("response.done");
    client.append(ToneSpeech.silence(5600));
    client.send("{'type':'session.update','session':{'type':'realtime'}}");
    client.await("session.updated");
    // The reply takes 600 ms to be heard.
    time.advance(Duration.ofMillis(5599));
    client.send(
        "{'type':'conversation.item.create','item':{'type':'message','role':'system',"
            + "'content':[{'type':'input_text','text':'Nothing happened so far.'}]}}");
    time.advance(Duration.ofMillis(1));
    assertThat(TestClient.types(client.awaitThrough("input_audio_buffer.timeout_triggered")))
        .doesNotContain("response.created");
    JsonNode committed = client.await("input_audio_buffer.committed");
    assertThat(client.await("response.created").at("/response/status").asString())
        .isEqualTo("in_progress");
    client.await("response.done");
    JsonNode triggered =
        server
            .awaitSession(1)
            .awaitServerEvent("input_audio_buffer.timeout_triggered", TestClient.PATIENCE);
    assertThat(triggered.path("item_id")).isEqualTo(committed.path("item_id"));
    assertThat(triggered.path("audio_end_ms").asInt()).isEqualTo(5600);
    assertThat(triggered.path("audio_start_ms").asInt()).isEqualTo(600);
  }

  @Test
  void aUserWhoSpeaksIsNotPrompted() {
    VirtualTime time = new VirtualTime();
    LocalRealtime server =
        servers.start(LocalRealtime.builder().time(time).brain(turn -> Reply.saying("Yes?")));
    TestClient client = servers.connect(server);
    client.send(
        "{'type':'session.update','session':{'type':'realtime','audio':{'input':{'turn_detection':"
            + "{'type':'server_vad','idle_timeout_ms':5000}}}}}");
    client.say("Hello");
    client.await("response.done");
    client.append(ToneSpeech.pcm16("I speak"));
    client.await("input_audio_buffer.speech_started");
    time.advance(Duration.ofSeconds(20));
    client.append(ToneSpeech.silence(300));
    client.await("response.done");
    assertThat(server.awaitSession(1).serverEvents("input_audio_buffer.timeout_triggered"))
        .isEmpty();
  }
}
