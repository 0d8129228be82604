package dev.parlando.tests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.realtime.SessionConfig;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.session.event.TurnEvent;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.testkit.LocalCall;
import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.fault.Fault;
import dev.parlando.testkit.fault.IdNumbering;
import dev.parlando.testkit.observe.ObservedSession;
import dev.parlando.testkit.speech.ToneSpeech;
import dev.parlando.transport.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** R122, R123, R125, R128: the border between two connections, over a real socket. */
class TwoConnectionsOverSocketTest {

  @RegisterExtension final SessionFixture fixture = new SessionFixture();

  private List<ObservedSession> open() {
    return fixture.server().sessions().stream().filter(each -> each.end().isEmpty()).toList();
  }

  private static Fault lossOfTheFirst() {
    return Fault.onClientEvent("input_audio_buffer.clear").inSession(1).abort();
  }

  private void lose(VoiceSession session) throws InterruptedException {
    session.clearAudio();
    fixture.awaitEvent(VoiceEvent.Reconnected.class);
  }

  // One dial for each loss.

  @Test
  void aReconnectThatTheServerRefusesInItsHandshakeIsDialledOnceForEachFailure() throws Exception {
    fixture.reconnectAtOnce();
    fixture
        .settings
        .fault(lossOfTheFirst())
        .fault(
            Fault.onClientEvent("session.update")
                .inSession(2)
                .reject("server_error", "server_error", "Not now."));
    fixture.model(Reply.saying("Hello."));
    VoiceSession session = fixture.connect();
    lose(session);
    fixture.ask(session, "Hello");
    assertThat(fixture.server().sessions()).hasSize(3);
    assertThat(open()).containsExactly(fixture.seen(3));
    assertThat(fixture.events.all(VoiceEvent.Reconnecting.class))
        .extracting(VoiceEvent.Reconnecting::attempt)
        .containsExactly(1, 2);
  }

  @Test
  void aReconnectWhoseGreetingNeverComesIsDialledAnewAndTheOldLineIsLetGo() throws Exception {
    fixture.reconnectAtOnce();
    fixture.options.timeouts(times -> times.connect(Duration.ofMillis(500)));
    fixture
        .settings
        .fault(lossOfTheFirst())
        .fault(Fault.onServerEvent("session.created").inSession(2).drop());
    fixture.model(Reply.saying("Hello."));
    VoiceSession session = fixture.connect();
    lose(session);
    fixture.ask(session, "Hello");
    fixture.seen(2).awaitEnd();
    assertThat(fixture.server().sessions()).hasSize(3);
    assertThat(open()).containsExactly(fixture.seen(3));
  }

  @Test
  void aCloseDuringThePauseBeforeARedialLeavesNothingToDial() throws Exception {
    fixture.options.reconnect(policy -> policy.backoff(Duration.ofMillis(400)));
    fixture.settings.fault(lossOfTheFirst());
    VoiceSession session = fixture.connect();
    session.clearAudio();
    fixture.awaitEvent(VoiceEvent.Reconnecting.class);
    session.close();
    session.ended().get(20, TimeUnit.SECONDS);
    // Longer than the pause: only time can show that nothing comes.
    Thread.sleep(600);
    assertThat(fixture.server().sessions()).hasSize(1);
  }

  @Test
  void pausesGrowWhereAServerIsReadyAndDropsAgain() throws Exception {
    fixture.options.reconnect(policy -> policy.backoff(Duration.ofMillis(8)));
    fixture.settings.fault(Fault.onServerEvent("conversation.item.added").abort());
    VoiceSession session = fixture.connect();
    session.sendText("Hello");
    fixture.awaitEvent(VoiceEvent.Reconnecting.class, 6);
    List<Long> pauses =
        fixture.events.all(VoiceEvent.Reconnecting.class).stream()
            .map(VoiceEvent.Reconnecting::delayMs)
            .toList();
    // Of each pause half is chance.
    for (int i = 0; i < 6; i++) {
      assertThat(pauses.get(i)).isBetween(4L << i, 8L << i);
    }
    session.close();
  }

  // What belongs to the old one.

  @Test
  void anItemOfTheOldConnectionIsNotCutOnTheNew() throws Exception {
    fixture.reconnectAtOnce();
    fixture.settings.fault(lossOfTheFirst());
    fixture.model(Reply.saying("A long story.")).model(Reply.saying("Yes?"));
    StoppedSpeaker speaker = new StoppedSpeaker();
    speaker.stopAt(100);
    VoiceSession session = fixture.connect(speaker);
    fixture.ask(session, "Talk.");
    lose(session);
    session.interrupt();
    fixture.ask(session, "Hello");
    assertThat(fixture.seen(2).clientEvents("conversation.item.truncate")).isEmpty();
    assertThat(fixture.seen(2).serverEvents("error")).isEmpty();
    assertThat(fixture.events.all(Failure.class)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1008})
  void anExpiredSessionGoesOnWhateverTheCloseCode(int code) throws Exception {
    fixture.reconnectAtOnce();
    fixture.model(Reply.saying("Hello."));
    VoiceSession session = fixture.connect();
    fixture
        .seen()
        .inject(
            "{\"type\":\"error\",\"event_id\":\"e\",\"error\":{\"type\":\"invalid_request_error\","
                + "\"code\":\"session_expired\",\"message\":\"Your session is over.\"}}");
    fixture.awaitEvent(Failure.class);
    fixture.seen().close(code, "");
    fixture.awaitEvent(VoiceEvent.Reconnected.class).ask(session, "Hello");
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(1);
  }

  @Test
  void idsThatANewConnectionUsesAgainAreOtherItemsAndCalls() throws Exception {
    fixture.reconnectAtOnce();
    fixture.settings.ids(IdNumbering.PER_CONNECTION).fault(lossOfTheFirst());
    fixture
        .model(Reply.calling("get_time", "{}"))
        .model(Reply.saying("Noon."))
        .model(Reply.calling("add", "{\"a\":1,\"b\":2}"))
        .model(Reply.saying("Three."));
    VoiceSession session = fixture.connect();
    fixture.ask(session, "Time?");
    lose(session);
    fixture.ask(session, "Sum?");
    assertThat(fixture.agent.runs).containsExactly("get_time", "add");
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(2);
    assertThat(fixture.seen(2).serverEvents("error")).isEmpty();
    fixture.script.verify();
  }

  @Test
  void callsThatAreNumberedAnewInEachResponseAreAllRun() throws Exception {
    fixture.reconnectAtOnce();
    fixture.settings.ids(IdNumbering.CALLS_PER_RESPONSE).fault(lossOfTheFirst());
    fixture
        .model(Reply.calling("get_time", "{}"))
        .model(Reply.calling("add", "{\"a\":1,\"b\":2}"))
        .model(Reply.saying("Noon, and three."))
        .model(Reply.saying("Yes."));
    VoiceSession session = fixture.connect();
    fixture.ask(session, "Time, then the sum?");
    assertThat(fixture.agent.runs).containsExactly("get_time", "add");
    lose(session);
    fixture.ask(session, "Still there?");
    // Restored under ids of their own.
    assertThat(fixture.seen(2).clientEvents("conversation.item.create"))
        .filteredOn(event -> event.at("/item/type").asString("").equals("function_call"))
        .extracting(event -> event.at("/item/call_id").asString())
        .hasSize(2)
        .doesNotHaveDuplicates();
    assertThat(fixture.seen(2).serverEvents("error")).isEmpty();
    fixture.script.verify();
  }

  // What the server refused.

  @Test
  void aRefusedChangeIsTakenBackAndNotSentAgain() throws Exception {
    fixture.reconnectAtOnce();
    fixture
        .settings
        .fault(lossOfTheFirst())
        .fault(
            Fault.onClientEvent("session.update")
                .nth(2)
                .inSession(1)
                .reject("invalid_request_error", "invalid_value", "Forbidden."));
    fixture.model(Reply.saying("Hello."));
    VoiceSession session = fixture.connect();
    session.update(SessionConfig.builder().instructions("Do what is forbidden.").build());
    fixture.awaitEvent(Failure.class);
    lose(session);
    fixture.ask(session, "Hello");
    assertThat(fixture.seen(2).clientEvents("session.update"))
        .singleElement()
        .asString()
        .contains("You sit at a desk")
        .doesNotContain("forbidden");
    assertThat(fixture.events.all(Failure.class)).hasSize(1);
  }

  @Test
  void refusedToolsLeaveThoseThatTheServerOffers() throws Exception {
    fixture.reconnectAtOnce();
    fixture
        .settings
        .fault(lossOfTheFirst())
        .fault(
            Fault.onClientEvent("session.update")
                .nth(2)
                .inSession(1)
                .reject("invalid_request_error", "invalid_value", "Too many."));
    fixture.model(Reply.calling("get_time", "{}")).model(Reply.saying("Noon."));
    VoiceSession session = fixture.connect();
    session.updateTools();
    fixture.awaitEvent(Failure.class).ask(session, "Time?");
    assertThat(fixture.outputs()).containsExactly("noon");
    lose(session);
    JsonNode update = fixture.seen(2).awaitClientEvent("session.update", SessionFixture.PATIENCE);
    assertThat(update.at("/session/tools")).isNotEmpty();
  }

  // Calls, which live at the server.

  private VoiceSession join(LocalCall call) {
    return fixture.connectTo(Endpoint.at(call.url()).build());
  }

  @Test
  void aLostSidebandComesBackToTheSameCallWithoutAReplay() throws Exception {
    fixture.reconnectAtOnce();
    fixture.settings.fault(lossOfTheFirst());
    fixture
        .model(Reply.saying("Good day."))
        .model(Reply.calling("get_time", "{}"))
        .model(Reply.saying("Noon."));
    LocalCall call = fixture.server().call("rtc_1");
    VoiceSession session = join(call);
    fixture.ask(session, "Greet.");
    String id = session.id();
    lose(session);
    assertThat(session.id()).isEqualTo(id);
    assertThat(fixture.seen(2).clientEvents("conversation.item.create")).isEmpty();
    fixture.ask(session, "Time?");
    assertThat(fixture.agent.runs).containsExactly("get_time");
    assertThat(fixture.seen(2).serverEvents("error")).isEmpty();
    fixture.script.verify();
  }

  @Test
  void aToolThatRunsWhileTheSidebandIsLostIsAnsweredInTheSameCall() throws Exception {
    fixture.reconnectAtOnce();
    fixture.settings.fault(lossOfTheFirst());
    fixture.model(Reply.calling("pass", "{\"gate\":\"a\"}")).model(Reply.saying("Open."));
    VoiceSession session = join(fixture.server().call("rtc_2"));
    session.sendText("Pass.");
    fixture.awaitEvent(ToolEvent.Started.class).awaitEvent(ReplyEvent.Finished.class);
    lose(session);
    fixture.agent.gate("a").complete("open");
    fixture.awaitEvent(TurnEvent.Answered.class).settle(session);
    assertThat(fixture.seen(2).serverEvents("error")).isEmpty();
    assertThat(fixture.agent.runs).containsExactly("a");
    fixture.script.verify();
  }

  @Test
  void aSidebandWhoseCallEndedMeanwhileSaysThatTheCallIsOver() throws Exception {
    fixture.options.reconnect(policy -> policy.backoff(Duration.ofMillis(50)));
    LocalCall call = fixture.server().call("rtc_3");
    fixture.server().inject(lossOfTheFirst());
    VoiceSession session = join(call);
    session.clearAudio();
    fixture.awaitEvent(VoiceEvent.Reconnecting.class);
    call.hangUp();
    session.ended().get(20, TimeUnit.SECONDS);
    assertThat(fixture.events.all(VoiceEvent.Closed.class))
        .singleElement()
        .satisfies(
            closed -> {
              assertThat(closed.cause()).isEqualTo(VoiceEvent.Closed.Cause.SERVER);
              assertThat(closed.reason()).isEqualTo("The call is over");
            });
    assertThat(fixture.events.all(Failure.class)).isEmpty();
  }

  @Test
  void whatTheCallerHearsIsHeardThoughTheSidebandHasNoAudio() throws Exception {
    fixture.model(Reply.saying("Good day."));
    LocalCall call = fixture.server().call("rtc_4");
    VoiceSession session = join(call);
    call.appendAudio(ToneSpeech.pcm16("hello"));
    call.appendAudio(ToneSpeech.silence(600));
    fixture.awaitEvent(TurnEvent.Answered.class).settle(session);
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(1);
    assertThat(fixture.events.all(ReplyEvent.Audio.class)).isEmpty();
    assertThat(fixture.creates()).isZero();
  }
}
