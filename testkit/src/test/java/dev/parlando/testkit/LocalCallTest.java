package dev.parlando.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlando.rest.RealtimeRest;
import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.observe.SessionEnd;
import dev.parlando.testkit.speech.ToneSpeech;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Calls, which outlive their sidebands. */
class LocalCallTest {

  @RegisterExtension final RealtimeServers servers = new RealtimeServers();

  private final LocalRealtime server =
      servers.start(
          LocalRealtime.builder()
              .brain(turn -> Reply.saying("You said " + turn.userText().orElse("nothing"))));

  private TestClient join(LocalCall call) {
    return servers.connect(server, call.url().toString());
  }

  @Test
  void aSidebandThatComesBackFindsTheConversationAsItLeftIt() {
    LocalCall call = server.call("rtc_1");
    TestClient first = join(call);
    first.send(
        "{'type':'session.update','session':{'type':'realtime','instructions':'Be brief.'}}");
    JsonNode session = first.await("session.updated").path("session");
    first.say("hello");
    String item = first.await("conversation.item.done").at("/item/id").asString();
    first.await("response.done");
    first.close();
    server.awaitSession(1).awaitEnd();

    assertThat(call.isOpen()).isTrue();
    TestClient second = join(call);
    second.send("{'type':'conversation.item.retrieve','item_id':'" + item + "'}");
    assertThat(second.await("conversation.item.retrieved").at("/item/content/0/text").asString())
        .isEqualTo("hello");
    second.send("{'type':'session.update','session':{'type':'realtime'}}");
    JsonNode again = second.await("session.updated").path("session");
    assertThat(again.path("id")).isEqualTo(session.path("id"));
    assertThat(again.path("instructions").asString()).isEqualTo("Be brief.");
  }

  @Test
  void theCallerSpeaksAndHearsWithoutTheSideband() {
    LocalCall call = server.call("rtc_2");
    TestClient sideband = join(call);
    sideband.send(
        "{'type':'session.update','session':{'type':'realtime','audio':{'input':"
            + "{'turn_detection':{'type':'server_vad'}}}}}");
    sideband.await("session.updated");
    call.appendAudio(ToneSpeech.pcm16("good day"));
    call.appendAudio(ToneSpeech.silence(300));
    List<JsonNode> events = sideband.awaitThrough("output_audio_buffer.stopped");
    assertThat(TestClient.types(events))
        .contains("input_audio_buffer.committed")
        .doesNotContain("response.output_audio.delta", "session.created")
        .containsSubsequence(
            "response.created",
            "output_audio_buffer.started",
            "response.output_audio.done",
            "response.done",
            "rate_limits.updated",
            "output_audio_buffer.stopped");
  }

  @Test
  void whatTheCallerHearsCanBeCleared() {
    LocalRealtime holding =
        servers.start(LocalRealtime.builder().brain(turn -> Reply.saying("On and on.").hold()));
    TestClient sideband = servers.connect(holding, holding.call("rtc_3").url().toString());
    sideband.send("{'type':'response.create'}");
    String response = sideband.await("output_audio_buffer.started").path("response_id").asString();
    sideband.await("response.output_audio.done");
    sideband.send("{'type':'output_audio_buffer.clear'}");
    assertThat(sideband.await("output_audio_buffer.cleared").path("response_id").asString())
        .isEqualTo(response);
    sideband.send("{'type':'response.cancel'}");
    sideband.await("response.done");
  }

  @Test
  void severalSidebandsHearTheSame() {
    LocalCall call = server.call("rtc_4");
    TestClient one = join(call);
    TestClient other = join(call);
    // Both have joined once both have been answered.
    one.send("{'type':'session.update','session':{'type':'realtime'}}");
    one.await("session.updated");
    other.send("{'type':'input_audio_buffer.clear'}");
    other.await("input_audio_buffer.cleared");
    one.say("hello");
    assertThat(other.await("response.done").path("response"))
        .isEqualTo(one.await("response.done").path("response"));
  }

  @Test
  void anEndedCallIsGone() {
    LocalCall call = server.call("rtc_5");
    TestClient sideband = join(call);
    sideband.send("{'type':'session.update','session':{'type':'realtime'}}");
    sideband.await("session.updated");
    call.hangUp();
    assertThat(sideband.awaitClose()).isEqualTo(new SessionEnd(1000, "The call ended"));
    assertThat(call.isOpen()).isFalse();
    assertThat(statusOf(call.url().toString())).isEqualTo(404);
    call.hangUp();
  }

  @Test
  void aCallThatNeverCameInIsNotThereAndCannotBeEnded() {
    LocalCall known = server.call("rtc_6");
    assertThat(statusOf(known.url().toString().replace("rtc_6", "rtc_unknown"))).isEqualTo(404);
    RealtimeRest rest = RealtimeRest.at(server.restUrl()).bearer(() -> "key").build();
    assertThatThrownBy(() -> rest.hangup("rtc_unknown")).hasMessageContaining("404");
  }

  private int statusOf(String url) {
    try {
      servers.connect(server, url);
      return 101;
    } catch (CompletionException e) {
      return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
    }
  }
}
