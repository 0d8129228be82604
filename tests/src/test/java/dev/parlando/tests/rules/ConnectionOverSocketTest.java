package dev.parlando.tests.rules;

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

  @RegisterExtension final SessionFixture fixture = new SessionFixture();

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
    fixture.model(Reply.saying("Hello."));
    VoiceSession session = fixture.connect();
    fixture.seen().inject(error(code));
    fixture.awaitEvent(Failure.class);
    assertThat(fixture.events.all(Failure.class))
        .containsExactly(new Failure(kind, code, "Told by the server."));
    if (kind == Failure.Kind.FATAL) {
      awaitEnd(session);
    } else {
      fixture.ask(session, "Still there?");
      assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(1);
    }
  }

  @Test
  void r98_whatTwoSidesCauseByActingAtOnceIsNoFailure() throws Exception {
    fixture.model(Reply.saying("Hello."));
    VoiceSession session = fixture.connect();
    fixture.seen().inject(error("response_cancel_not_active"));
    fixture.seen().inject(error("input_audio_buffer_commit_empty"));
    fixture.ask(session, "Hello");
    assertThat(fixture.events.all(Failure.class)).isEmpty();
  }

  @Test
  void r99_theConversationGoesOnOverANewConnection() throws Exception {
    fixture.options.reconnect(policy -> policy.backoff(Duration.ofMillis(1)));
    fixture.settings.fault(Fault.onClientEvent("response.create").nth(2).inSession(1).abort());
    fixture.model(Reply.calling("get_time", "{}")).model(Reply.saying("Noon."));
    VoiceSession session = fixture.connect();
    fixture.ask(session, "Time?");

    assertThat(fixture.seen(2).clientEvents("conversation.item.create"))
        .extracting(event -> event.at("/item/type").asString())
        .containsExactly("message", "function_call", "function_call_output");
    assertThat(fixture.agent.runs).hasSize(1);
    assertThat(fixture.events.all(VoiceEvent.Reconnected.class)).hasSize(1);
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(1);
    assertThat(fixture.events.all(ToolEvent.Answered.class)).hasSize(1);
  }

  @Test
  void r99_everyDialHasFreshCredentials() throws Exception {
    fixture.settings.fault(Fault.onClientEvent("response.create").inSession(1).abort());
    fixture.model(Reply.saying("Hello."));
    AtomicInteger keys = new AtomicInteger();
    fixture.options.reconnect(policy -> policy.backoff(Duration.ofMillis(1)));
    try (VoiceSession session =
        VoiceSession.to(
                Endpoint.at(fixture.server().url())
                    .bearer(() -> "key-" + keys.incrementAndGet())
                    .build())
            .options(fixture.options.build())
            .listener(fixture.events)
            .connect()) {
      fixture.ask(session, "Hello");
    }
    assertThat(fixture.seen(2).handshake().headers().toString()).contains("key-2");
  }

  @Test
  void r99_aServerThatIsGoneForGoodEndsTheSessionAfterSoManyAttempts() throws Exception {
    fixture
        .options
        .reconnect(policy -> policy.backoff(Duration.ofMillis(1)))
        .reconnect(policy -> policy.attempts(2));
    fixture
        .settings
        .fault(Fault.onClientEvent("response.create").abort())
        .fault(Fault.onHandshake().inSession(2).refuse(503, "gone"))
        .fault(Fault.onHandshake().inSession(3).refuse(503, "gone"));
    fixture.model(Reply.saying("Hello."));
    VoiceSession session = fixture.connect();
    session.sendText("Hello");
    awaitEnd(session);
    assertThat(fixture.events.all(VoiceEvent.Reconnecting.class)).hasSize(2);
    assertThat(fixture.events.all(VoiceEvent.Closed.class)).hasSize(1);
  }

  @Test
  void r102_aToolThatRunsOverTheLossIsAnsweredOnTheNewConnection() throws Exception {
    fixture.options.reconnect(policy -> policy.backoff(Duration.ofMillis(1)));
    fixture.settings.fault(Fault.onClientEvent("input_audio_buffer.clear").inSession(1).abort());
    fixture.model(Reply.calling("pass", "{\"gate\":\"a\"}")).model(Reply.saying("Through."));
    VoiceSession session = fixture.connect();
    session.sendText("Pass.");
    fixture.awaitEvent(ToolEvent.Validated.class).awaitEvent(ReplyEvent.Finished.class);
    session.clearAudio();
    fixture.awaitEvent(VoiceEvent.Reconnected.class);
    fixture.agent.gate("a").complete("open");
    fixture.settle(session);

    List<JsonNode> items = fixture.seen(2).clientEvents("conversation.item.create");
    assertThat(items)
        .extracting(event -> event.at("/item/type").asString())
        .containsExactly("message", "function_call", "function_call_output", "message");
    // The new server has no call without an output; what became of it follows.
    assertThat(items.get(2).at("/item/output").asString()).contains("running");
    assertThat(items.get(3).at("/item/content/0/text").asString()).endsWith("open");
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(1);
    assertThat(fixture.seen(2).serverEvents("error")).isEmpty();
  }

  @Test
  void r104_afterAReconnectEachEventIsToldOnce() throws Exception {
    fixture.options.reconnect(policy -> policy.backoff(Duration.ofMillis(1)));
    fixture.settings.fault(Fault.onClientEvent("response.create").inSession(1).abort());
    fixture.model(Reply.saying("Hello.")).model(Reply.saying("Hello again."));
    VoiceSession session = fixture.connect();
    fixture.ask(session, "Hello").ask(session, "Again");
    List<String> sent =
        fixture.seen(2).serverEvents().stream()
            .filter(event -> event.path("type").asString("").startsWith("response."))
            .map(event -> event.path("event_id").asString())
            .toList();
    assertThat(
            fixture.events.all(VoiceEvent.Received.class).stream()
                .map(received -> String.valueOf(received.event().eventId()))
                .filter(sent::contains)
                .toList())
        .isEqualTo(sent);
  }

  @Test
  void r105_aServerThatClosesDuringTheHandshakeIsOneOutcome() {
    fixture.settings.fault(Fault.onClientEvent("session.update").close(1011, "broken"));
    assertThatThrownBy(fixture::connect)
        .isInstanceOf(ConnectFailedException.class)
        .hasMessageContaining("1011")
        .hasMessageContaining("broken");
  }

  @Test
  void r105_closingTwiceIsOneEndAndNothingIsToldAfterIt() throws Exception {
    fixture.model(Reply.saying("Hello."));
    VoiceSession session = fixture.connect();
    fixture.ask(session, "Hello");
    session.close();
    session.close();
    int told = fixture.events.all(VoiceEvent.class).size();
    session.sendText("Anybody?");
    assertThat(session.awaitIdle(SessionFixture.PATIENCE)).isTrue();
    assertThat(fixture.events.all(VoiceEvent.class)).hasSize(told);
    assertThat(fixture.events.all(VoiceEvent.Closed.class)).hasSize(1);
    assertThat(fixture.seen().awaitEnd(SessionFixture.PATIENCE).code()).isEqualTo(1000);
  }

  @Test
  void r105_aServerThatDoesNotAnswerTheCloseHoldsNobodyUp() throws Exception {
    fixture.options.timeouts(times -> times.close(Duration.ofMillis(100)));
    fixture.settings.fault(Fault.onClientEvent("input_audio_buffer.clear").freeze());
    VoiceSession session = fixture.connect();
    session.clearAudio();
    fixture.seen().awaitClientEvent("input_audio_buffer.clear", SessionFixture.PATIENCE);
    session.close();
    awaitEnd(session);
    assertThat(fixture.events.all(VoiceEvent.Closed.class)).hasSize(1);
  }

  @Test
  void r106_aServerThatEndsTheSessionEndsItHere() throws Exception {
    fixture.settings.fault(Fault.onServerEvent("response.created").close(1000, "enough"));
    fixture.model(Reply.saying("Hello."));
    VoiceSession session = fixture.connect();
    session.sendText("Hello");
    awaitEnd(session);
    assertThat(fixture.events.all(VoiceEvent.Closed.class))
        .containsExactly(new VoiceEvent.Closed(VoiceEvent.Closed.Cause.SERVER, 1000, "enough"));
    assertThat(session.awaitIdle(SessionFixture.PATIENCE)).isTrue();
  }

  @Test
  void r107_aConnectionThatIsOnlyHalfThereIsNoticedAndReplaced() throws Exception {
    fixture.options.reconnect(policy -> policy.backoff(Duration.ofMillis(1)));
    fixture.transport(JavaWebSocketTransport.builder().pingInterval(Duration.ofSeconds(1)).build());
    fixture.settings.fault(Fault.onClientEvent("response.create").inSession(1).freeze());
    fixture.model(Reply.saying("Hello."));
    VoiceSession session = fixture.connect();
    fixture.ask(session, "Hello");
    assertThat(fixture.events.all(VoiceEvent.Reconnected.class)).hasSize(1);
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(1);
  }

  @Test
  void r109_aTranscriptionThatFailsEndsNothing() throws Exception {
    fixture.config(
        SessionConfig.builder().transcription(Transcription.model("gpt-transcribe")).build());
    fixture.settings.fault(
        Fault.onServerEvent("conversation.item.input_audio_transcription.completed")
            .corrupt(
                "{\"type\":\"conversation.item.input_audio_transcription.failed\",\"event_id\":\"e\",\"item_id\":\"i\",\"content_index\":0,\"error\":{\"code\":\"DeploymentNotFound\",\"message\":\"No"
                    + " such deployment.\"}}"));
    fixture.script.transcribes("Hello.");
    fixture.model(Reply.saying("Hello."));
    VoiceSession session = fixture.connect();
    session.appendAudio(ToneSpeech.pcm16("Hello."));
    session.appendAudio(ToneSpeech.silence(600));
    fixture.awaitEvent(ReplyEvent.Finished.class);
    fixture.settle(session);
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(1);
    fixture.awaitEvent(Failure.class);
    assertThat(fixture.events.all(Failure.class).get(0).message())
        .contains("No such deployment.", "deployment");
  }
}
