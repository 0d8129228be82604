package dev.parlando.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.Transcription;
import dev.parlando.session.ConnectFailedException;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.fault.Fault;
import dev.parlando.testkit.speech.ToneSpeech;
import dev.parlando.transport.Endpoint;
import dev.parlando.transport.javawebsocket.JavaWebSocketTransport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Section H over a real socket: errors, the loss of a connection, and the end. */
class ConnectionOverSocketTest {

  @RegisterExtension final Rig rig = new Rig();

  private static String error(String code) {
    return "{\"type\":\"error\",\"event_id\":\"e\",\"error\":{\"type\":\"invalid_request_error\",\"code\":\""
        + code
        + "\",\"message\":\"Told by the server.\"}}";
  }

  private void awaitEnd(VoiceSession session) throws Exception {
    session.ended().get(20, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @CsvSource({
    "insufficient_quota, FATAL",
    "session_expired, EXPIRED",
    "server_error, TRANSIENT",
    "invalid_value, REQUEST"
  })
  void r98_anErrorIsToldByWhatFollowsFromIt(String code, Failure.Kind kind) throws Exception {
    rig.model(Reply.saying("Hello."));
    VoiceSession session = rig.connect();
    rig.seen().inject(error(code));
    rig.awaitHeard(Failure.class);
    assertThat(rig.heard.all(Failure.class))
        .containsExactly(new Failure(kind, code, "Told by the server."));
    if (kind == Failure.Kind.FATAL) {
      awaitEnd(session);
    } else {
      rig.ask(session, "Still there?");
      assertThat(rig.heard.all(ReplyEvent.Transcript.class)).hasSize(1);
    }
  }

  @Test
  void r98_whatTwoSidesCauseByActingAtOnceIsNoFailure() throws Exception {
    rig.model(Reply.saying("Hello."));
    VoiceSession session = rig.connect();
    rig.seen().inject(error("response_cancel_not_active"));
    rig.seen().inject(error("input_audio_buffer_commit_empty"));
    rig.ask(session, "Hello");
    assertThat(rig.heard.all(Failure.class)).isEmpty();
  }

  @Test
  void r99_theConversationGoesOnOverANewConnection() throws Exception {
    rig.options.reconnect(policy -> policy.backoff(Duration.ofMillis(1)));
    rig.settings.fault(Fault.onClientEvent("response.create").nth(2).inSession(1).abort());
    rig.model(Reply.calling("get_time", "{}")).model(Reply.saying("Noon."));
    VoiceSession session = rig.connect();
    rig.ask(session, "Time?");

    assertThat(rig.seen(2).clientEvents("conversation.item.create"))
        .extracting(event -> event.at("/item/type").asString())
        .containsExactly("message", "function_call", "function_call_output");
    assertThat(rig.desk.runs).hasSize(1);
    assertThat(rig.heard.all(VoiceEvent.Reconnected.class)).hasSize(1);
    assertThat(rig.heard.all(ReplyEvent.Transcript.class)).hasSize(1);
    assertThat(rig.heard.all(ToolEvent.Answered.class)).hasSize(1);
  }

  @Test
  void r99_everyDialHasFreshCredentials() throws Exception {
    rig.settings.fault(Fault.onClientEvent("response.create").inSession(1).abort());
    rig.model(Reply.saying("Hello."));
    AtomicInteger keys = new AtomicInteger();
    rig.options.reconnect(policy -> policy.backoff(Duration.ofMillis(1)));
    try (VoiceSession session =
        VoiceSession.to(
                Endpoint.at(rig.server().url())
                    .bearer(() -> "key-" + keys.incrementAndGet())
                    .build())
            .options(rig.options.build())
            .listener(rig.heard)
            .connect()) {
      rig.ask(session, "Hello");
    }
    assertThat(rig.seen(2).handshake().headers().toString()).contains("key-2");
  }

  @Test
  void r99_aServerThatIsGoneForGoodEndsTheSessionAfterSoManyAttempts() throws Exception {
    rig.options
        .reconnect(policy -> policy.backoff(Duration.ofMillis(1)))
        .reconnect(policy -> policy.attempts(2));
    rig.settings
        .fault(Fault.onClientEvent("response.create").abort())
        .fault(Fault.onHandshake().inSession(2).refuse(503, "gone"))
        .fault(Fault.onHandshake().inSession(3).refuse(503, "gone"));
    rig.model(Reply.saying("Hello."));
    VoiceSession session = rig.connect();
    session.sendText("Hello");
    awaitEnd(session);
    assertThat(rig.heard.all(VoiceEvent.Reconnecting.class)).hasSize(2);
    assertThat(rig.heard.all(VoiceEvent.Closed.class)).hasSize(1);
  }

  @Test
  void r102_aToolThatRunsOverTheLossIsAnsweredOnTheNewConnection() throws Exception {
    rig.options.reconnect(policy -> policy.backoff(Duration.ofMillis(1)));
    rig.settings.fault(Fault.onClientEvent("input_audio_buffer.clear").inSession(1).abort());
    rig.model(Reply.calling("pass", "{\"gate\":\"a\"}")).model(Reply.saying("Through."));
    VoiceSession session = rig.connect();
    session.sendText("Pass.");
    rig.awaitHeard(ToolEvent.Validated.class).awaitHeard(ReplyEvent.Finished.class);
    session.clearAudio();
    rig.awaitHeard(VoiceEvent.Reconnected.class);
    rig.desk.gate("a").complete("open");
    rig.settle(session);

    List<JsonNode> items = rig.seen(2).clientEvents("conversation.item.create");
    assertThat(items)
        .extracting(event -> event.at("/item/type").asString())
        .containsExactly("message", "function_call", "function_call_output");
    assertThat(items.get(2).at("/item/output").asString()).isEqualTo("open");
    assertThat(rig.heard.all(ReplyEvent.Transcript.class)).hasSize(1);
    assertThat(rig.seen(2).serverEvents("error")).isEmpty();
  }

  @Test
  void r104_afterAReconnectEachEventIsToldOnce() throws Exception {
    rig.options.reconnect(policy -> policy.backoff(Duration.ofMillis(1)));
    rig.settings.fault(Fault.onClientEvent("response.create").inSession(1).abort());
    rig.model(Reply.saying("Hello.")).model(Reply.saying("Hello again."));
    VoiceSession session = rig.connect();
    rig.ask(session, "Hello").ask(session, "Again");
    List<String> sent =
        rig.seen(2).serverEvents().stream()
            .filter(event -> event.path("type").asString("").startsWith("response."))
            .map(event -> event.path("event_id").asString())
            .toList();
    assertThat(
            rig.heard.all(VoiceEvent.Received.class).stream()
                .map(received -> String.valueOf(received.event().eventId()))
                .filter(sent::contains)
                .toList())
        .isEqualTo(sent);
  }

  @Test
  void r105_aServerThatClosesDuringTheHandshakeIsOneOutcome() {
    rig.settings.fault(Fault.onClientEvent("session.update").close(1011, "broken"));
    assertThatThrownBy(rig::connect)
        .isInstanceOf(ConnectFailedException.class)
        .hasMessageContaining("1011")
        .hasMessageContaining("broken");
  }

  @Test
  void r105_closingTwiceIsOneEndAndNothingIsToldAfterIt() throws Exception {
    rig.model(Reply.saying("Hello."));
    VoiceSession session = rig.connect();
    rig.ask(session, "Hello");
    session.close();
    session.close();
    int told = rig.heard.all(VoiceEvent.class).size();
    session.sendText("Anybody?");
    assertThat(session.awaitIdle(Rig.PATIENCE)).isTrue();
    assertThat(rig.heard.all(VoiceEvent.class)).hasSize(told);
    assertThat(rig.heard.all(VoiceEvent.Closed.class)).hasSize(1);
    assertThat(rig.seen().awaitEnd(Rig.PATIENCE).code()).isEqualTo(1000);
  }

  @Test
  void r105_aServerThatDoesNotAnswerTheCloseHoldsNobodyUp() throws Exception {
    rig.options.timeouts(times -> times.close(Duration.ofMillis(100)));
    rig.settings.fault(Fault.onClientEvent("input_audio_buffer.clear").freeze());
    VoiceSession session = rig.connect();
    session.clearAudio();
    rig.seen().awaitClientEvent("input_audio_buffer.clear", Rig.PATIENCE);
    session.close();
    awaitEnd(session);
    assertThat(rig.heard.all(VoiceEvent.Closed.class)).hasSize(1);
  }

  @Test
  void r106_aServerThatEndsTheSessionEndsItHere() throws Exception {
    rig.settings.fault(Fault.onServerEvent("response.created").close(1000, "enough"));
    rig.model(Reply.saying("Hello."));
    VoiceSession session = rig.connect();
    session.sendText("Hello");
    awaitEnd(session);
    assertThat(rig.heard.all(VoiceEvent.Closed.class))
        .containsExactly(new VoiceEvent.Closed(VoiceEvent.Closed.Cause.SERVER, 1000, "enough"));
    assertThat(session.awaitIdle(Rig.PATIENCE)).isTrue();
  }

  @Test
  void r107_aConnectionThatIsOnlyHalfThereIsNoticedAndReplaced() throws Exception {
    rig.options.reconnect(policy -> policy.backoff(Duration.ofMillis(1)));
    rig.transport(JavaWebSocketTransport.builder().pingInterval(Duration.ofSeconds(1)).build());
    rig.settings.fault(Fault.onClientEvent("response.create").inSession(1).freeze());
    rig.model(Reply.saying("Hello."));
    VoiceSession session = rig.connect();
    rig.ask(session, "Hello");
    assertThat(rig.heard.all(VoiceEvent.Reconnected.class)).hasSize(1);
    assertThat(rig.heard.all(ReplyEvent.Transcript.class)).hasSize(1);
  }

  @Test
  void r109_aTranscriptionThatFailsEndsNothing() throws Exception {
    rig.config(
        SessionConfig.builder().transcription(Transcription.model("gpt-transcribe")).build());
    rig.settings.fault(
        Fault.onServerEvent("conversation.item.input_audio_transcription.completed")
            .corrupt(
                "{\"type\":\"conversation.item.input_audio_transcription.failed\",\"event_id\":\"e\",\"item_id\":\"i\",\"content_index\":0,\"error\":{\"code\":\"DeploymentNotFound\",\"message\":\"No such deployment.\"}}"));
    rig.script.transcribes("Hello.");
    rig.model(Reply.saying("Hello."));
    VoiceSession session = rig.connect();
    session.appendAudio(ToneSpeech.pcm16("Hello."));
    session.appendAudio(ToneSpeech.silence(600));
    rig.awaitHeard(ReplyEvent.Finished.class);
    rig.settle(session);
    assertThat(rig.heard.all(ReplyEvent.Transcript.class)).hasSize(1);
    rig.awaitHeard(Failure.class);
    assertThat(rig.heard.all(Failure.class).get(0).message())
        .contains("No such deployment.", "deployment");
  }
}
