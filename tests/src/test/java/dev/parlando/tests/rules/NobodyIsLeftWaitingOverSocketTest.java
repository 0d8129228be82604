package dev.parlando.tests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.realtime.ResponseConfig;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.SpeechEvent;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.session.event.TurnEvent;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.testkit.brain.McpServer;
import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.brain.Step;
import dev.parlando.testkit.brain.Turn;
import dev.parlando.testkit.fault.Fault;
import dev.parlando.testkit.speech.ToneSpeech;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * R121, R127, R135: whatever gets lost on the way over a real socket, who waits is answered, once,
 * or told why not.
 */
class NobodyIsLeftWaitingOverSocketTest {

  @RegisterExtension final SessionFixture fixture = new SessionFixture();

  private static Reply polite(Turn turn) {
    return Reply.saying("Yes?");
  }

  private void speak(VoiceSession session) {
    session.appendAudio(ToneSpeech.pcm16("Hello"));
    session.appendAudio(ToneSpeech.silence(600));
  }

  private void expectOneAnswer() {
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(1);
    assertThat(fixture.events.all(TurnEvent.Answered.class)).hasSize(1);
    assertThat(fixture.events.all(TurnEvent.GivenUp.class)).isEmpty();
  }

  private Fault lineBreaks(Fault.Place place, int code) {
    return code == 1006 ? place.abort() : place.close(code, "The server is gone");
  }

  // The connection.

  @ParameterizedTest
  @ValueSource(ints = {1006, 1011})
  void aResponseThatIsLostWithTheLineBeforeItIsHeardIsAskedForOnce(int code) throws Exception {
    fixture.reconnectAtOnce();
    fixture
        .settings
        .brain(NobodyIsLeftWaitingOverSocketTest::polite)
        .fault(lineBreaks(Fault.onServerEvent("response.output_item.added").inSession(1), code));
    fixture.ask(fixture.connect(), "Hello");
    expectOneAnswer();
    assertThat(fixture.seen(2).clientEvents("response.create")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1006, 1011})
  void theResponseToAToolThatRanIsAskedForAgainAndTheToolIsNotRunAgain(int code) throws Exception {
    fixture.reconnectAtOnce();
    fixture
        .settings
        .brain(
            turn ->
                turn.newOutputs().isEmpty()
                    ? Reply.calling("add", "{\"a\":1,\"b\":2}")
                    : Reply.saying("Three."))
        .fault(lineBreaks(Fault.onServerEvent("response.created").nth(2).inSession(1), code));
    fixture.ask(fixture.connect(), "Add.");
    expectOneAnswer();
    assertThat(fixture.agent.runs).containsExactly("add");
    assertThat(fixture.seen(2).clientEvents("response.create")).hasSize(1);
  }

  @Test
  void aResponseThatWasHeardInPartIsAskedToGoOnOnce() throws Exception {
    fixture.reconnectAtOnce();
    fixture
        .settings
        .brain(NobodyIsLeftWaitingOverSocketTest::polite)
        .fault(Fault.onServerEvent("response.output_audio.done").inSession(1).abort());
    fixture.ask(fixture.connect(), "Hello");
    assertThat(fixture.seen(2).clientEvents("response.create")).hasSize(1);
    assertThat(fixture.events.all(TurnEvent.Answered.class)).hasSize(1);
  }

  @Test
  void whatWaitsForACallerWhoSpokeWhenTheLineBrokeIsAskedForAtOnce() throws Exception {
    fixture.reconnectAtOnce();
    fixture
        .settings
        .brain(
            turn ->
                !turn.items().toString().contains("function_call_output")
                    ? Reply.calling("pass", "{\"gate\":\"a\"}")
                    : Reply.saying("Open."))
        .fault(Fault.onClientEvent(SessionFixture::isOutput).inSession(1).abort());
    VoiceSession session = fixture.connect();
    session.sendText("Pass.");
    fixture.seen().awaitServerEvent("response.done");
    session.appendAudio(ToneSpeech.pcm16("Never mind"));
    fixture.awaitEvent(SpeechEvent.Started.class);
    fixture.agent.gate("a").complete("open");
    fixture.awaitEvent(VoiceEvent.Reconnected.class);
    fixture.seen(2).awaitClientEvent("response.create", Duration.ofSeconds(2));
    session.appendAudio(ToneSpeech.silence(600));
    fixture.settle(session);
    assertThat(fixture.agent.runs).containsExactly("a");
    assertThat(fixture.events.all(TurnEvent.GivenUp.class)).isEmpty();
  }

  // The server's own responses.

  @Test
  void aResponseOfTheServersOwnThatFailsIsAskedForOnce() throws Exception {
    fixture
        .settings
        .brain(NobodyIsLeftWaitingOverSocketTest::polite)
        .fault(Fault.onServerResponse().fail("server_error", "Overloaded."));
    VoiceSession session = fixture.connect();
    speak(session);
    fixture.awaitEvent(TurnEvent.Answered.class).settle(session);
    expectOneAnswer();
    assertThat(fixture.creates()).isEqualTo(1);
  }

  @Test
  void aFailureOfTheServersOwnResponseThatComesAloneIsAskedFor() throws Exception {
    fixture
        .settings
        .brain(NobodyIsLeftWaitingOverSocketTest::polite)
        .fault(Fault.onServerResponse().fail("server_error", "Overloaded."))
        .fault(Fault.onServerEvent("response.created").drop());
    VoiceSession session = fixture.connect();
    speak(session);
    fixture.awaitEvent(TurnEvent.Answered.class).settle(session);
    expectOneAnswer();
    assertThat(fixture.creates()).isEqualTo(1);
  }

  @Test
  void aResponseOfTheServersOwnThatNeverBeginsIsAskedForInTime() throws Exception {
    fixture.options.time(fixture.time);
    fixture
        .settings
        .brain(NobodyIsLeftWaitingOverSocketTest::polite)
        .fault(Fault.onServerResponse().drop());
    VoiceSession session = fixture.connect();
    speak(session);
    fixture.awaitEvent(TurnEvent.Waiting.class).sync();
    assertThat(fixture.creates()).isZero();
    fixture.passUntilAnswered(session, 1);
    expectOneAnswer();
    assertThat(fixture.creates()).isEqualTo(1);
  }

  @Test
  void aResponseOfTheServersOwnThatBeginsAfterAllIsHeardOnce() throws Exception {
    fixture.options.time(fixture.time);
    fixture
        .settings
        .time(fixture.time)
        .brain(NobodyIsLeftWaitingOverSocketTest::polite)
        .fault(Fault.onServerResponse().delay(Duration.ofSeconds(5)));
    VoiceSession session = fixture.connect();
    speak(session);
    fixture.awaitEvent(TurnEvent.Waiting.class).sync();
    fixture.passUntilAnswered(session, 1);
    fixture.settle(session);
    expectOneAnswer();
    assertThat(fixture.creates()).isZero();
  }

  @Test
  void whereTheServerSkippedItsResponseBecauseAnotherRanTheCallerIsAnsweredAfterIt()
      throws Exception {
    fixture.options.time(fixture.time);
    fixture.letNothingInterrupt();
    fixture.settings.brain(
        turn ->
            turn.items().size() == 1
                ? Reply.saying("On and on.").awaitClient("input_audio_buffer.clear")
                : Reply.saying("Yes?"));
    VoiceSession session = fixture.connect();
    session.sendText("Talk.");
    fixture.awaitEvent(ReplyEvent.Audio.class);
    speak(session);
    fixture.awaitEvent(SpeechEvent.Stopped.class).awaitEvent(TurnEvent.Waiting.class, 2).sync();
    session.clearAudio();
    fixture.passUntilAnswered(session, 2);
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(2);
    assertThat(fixture.creates()).isEqualTo(2);
  }

  @Test
  void silenceThatWasCommittedByAnIdleTimeOutIsNobodysTurn() throws Exception {
    fixture.options.time(fixture.time);
    fixture.idleTimeout(5_000);
    fixture
        .settings
        .time(fixture.time)
        .brain(NobodyIsLeftWaitingOverSocketTest::polite)
        .fault(Fault.onServerResponse().drop());
    VoiceSession session = fixture.connect();
    fixture.ask(session, "Hello");
    session.appendAudio(ToneSpeech.silence(200));
    fixture.seen().awaitClientEvent("input_audio_buffer.append", SessionFixture.PATIENCE);
    fixture.sync();
    int waiting = fixture.events.all(TurnEvent.Waiting.class).size();
    while (fixture.seen().serverEvents("input_audio_buffer.timeout_triggered").isEmpty()) {
      fixture.time.advance(Duration.ofSeconds(1));
      session.awaitIdle(Duration.ofMillis(20));
    }
    fixture.seen().awaitServerEvent("input_audio_buffer.committed");
    for (int i = 0; i < 30; i++) {
      fixture.time.advance(Duration.ofSeconds(2));
    }
    fixture.settle(session);
    assertThat(fixture.events.all(TurnEvent.Waiting.class)).hasSize(waiting);
    assertThat(fixture.creates()).isEqualTo(1);
  }

  // Our own responses.

  @Test
  void aResponseThatStalledIsAskedForAgain() throws Exception {
    fixture.options.time(fixture.time);
    // Not a script: the stalled response is held for ever.
    fixture.settings.brain(
        turn -> fixture.creates() == 1 ? Reply.NOTHING.hold() : Reply.saying("Here I am."));
    VoiceSession session = fixture.connect();
    session.sendText("Hello");
    fixture.awaitEvent(ReplyEvent.Started.class).sync();
    fixture.passUntilAnswered(session, 1);
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(1);
  }

  @Test
  void noTurnIsAskedForMoreThanThreeTimesAndThenItIsTold() throws Exception {
    fixture.settings.brain(turn -> Reply.NOTHING.fail("server_error", "Overloaded."));
    fixture.ask(fixture.connect(), "Hello");
    assertThat(fixture.creates()).isEqualTo(3);
    assertThat(fixture.events.all(TurnEvent.GivenUp.class)).hasSize(1);
    assertThat(fixture.events.all(Failure.class))
        .last()
        .extracting(Failure::message)
        .asString()
        .startsWith("No answer to turn 1");
  }

  @Test
  void aServerThatBeginsLateAnswersOnce() throws Exception {
    fixture.options.time(fixture.time);
    fixture
        .settings
        .time(fixture.time)
        .brain(NobodyIsLeftWaitingOverSocketTest::polite)
        .fault(Fault.onServerEvent("response.created").delay(Duration.ofSeconds(12)));
    VoiceSession session = fixture.connect();
    session.sendText("Hello");
    fixture.seen().awaitClientEvent("response.create", SessionFixture.PATIENCE);
    fixture.awaitEvent(TurnEvent.Waiting.class).sync();
    fixture.passUntilAnswered(session, 1);
    fixture.settle(session);
    expectOneAnswer();
  }

  // What outlives its purpose.

  @Test
  void anInterruptionOfARequestThatIsRefusedDoesNotReachTheNext() throws Exception {
    fixture
        .settings
        .brain(NobodyIsLeftWaitingOverSocketTest::polite)
        .fault(
            Fault.onClientEvent("response.create")
                .reject("invalid_request_error", "invalid_value", "No."));
    VoiceSession session = fixture.connect();
    session.sendText("One");
    session.interrupt();
    fixture.seen().awaitServerEvent("error");
    fixture.settle(session).ask(session, "Two");
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(1);
    assertThat(fixture.seen().clientEvents("response.cancel")).isEmpty();
  }

  @Test
  void anInterruptionOfARequestThatGetsLostDoesNotReachTheNext() throws Exception {
    fixture.options.time(fixture.time);
    fixture
        .settings
        .brain(NobodyIsLeftWaitingOverSocketTest::polite)
        .fault(Fault.onClientEvent("response.create").drop());
    VoiceSession session = fixture.connect();
    session.sendText("One");
    session.interrupt();
    session.sendText("Two");
    fixture.sync();
    fixture.passUntilAnswered(session, 1);
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(1);
    assertThat(fixture.seen().clientEvents("response.cancel")).isEmpty();
  }

  @Test
  void anInterruptionStopsWhatIsHeardOutOfBandAndReachesNothingElse() throws Exception {
    fixture.settings.brain(
        turn -> turn.ownInstructions() ? Reply.saying("Beside.").hold() : Reply.saying("Within."));
    VoiceSession session = fixture.connect();
    session.requestResponse(
        ResponseConfig.builder().conversation("none").instructions("Say: beside.").build());
    fixture.awaitEvent(ReplyEvent.Audio.class);
    session.interrupt();
    fixture.ask(session, "Hello");
    assertThat(fixture.seen().serverEvents("response.done"))
        .extracting(done -> done.at("/response/status").asString())
        .containsExactlyInAnyOrder("cancelled", "completed");
    assertThat(fixture.events.all(Failure.class)).isEmpty();
  }

  @Test
  void anInterruptionTakesTheAnswerOfRunningToolsToo() throws Exception {
    fixture.model(Reply.calling("pass", "{\"gate\":\"a\"}"));
    VoiceSession session = fixture.connect();
    session.sendText("Pass.");
    fixture.awaitEvent(ToolEvent.Started.class).awaitEvent(ReplyEvent.Finished.class);
    session.interrupt();
    fixture.agent.gate("a").complete("open");
    fixture.awaitOutput(1);
    fixture.settle(session);
    assertThat(fixture.creates()).isEqualTo(1);
  }

  // Tools that the server runs.

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void afterCallsThatTheServerRunsTheModelIsAskedToGoOn(boolean callEndsFirst) throws Exception {
    CompletableFuture<String> forecast = new CompletableFuture<>();
    if (callEndsFirst) {
      forecast.complete("Rain.");
    }
    fixture
        .settings
        .mcpServer(McpServer.labelled("weather").tool("forecast", arguments -> forecast.join()))
        .brain(
            turn ->
                turn.items().toString().contains("mcp_call")
                    ? Reply.saying("It will rain.")
                    : Reply.NOTHING.then(
                        new Step.McpCall("weather", "forecast", "{}", callEndsFirst)));
    fixture.offerMcp("weather", "never");
    VoiceSession session = fixture.connect();
    session.sendText("What will it be like?");
    fixture.seen().awaitServerEvent("response.done");
    forecast.complete("Rain.");
    fixture.awaitEvent(ReplyEvent.Transcript.class).settle(session);
    assertThat(fixture.creates()).isEqualTo(2);
    expectOneAnswer();
  }

  @Test
  void whatNobodyApprovesOfIsDeniedAndTheModelGoesOnWithoutIt() throws Exception {
    fixture
        .settings
        .mcpServer(McpServer.labelled("weather").tool("forecast", arguments -> "Rain."))
        .brain(
            turn ->
                turn.items().toString().contains("mcp_approval_response")
                    ? Reply.saying("I may not look.")
                    : Reply.NOTHING.callMcp("weather", "forecast", "{}"));
    fixture.offerMcp("weather", "always");
    fixture.ask(fixture.connect(), "What will it be like?");
    assertThat(fixture.seen().serverEvents("response.mcp_call.in_progress")).isEmpty();
    assertThat(fixture.events.all(ReplyEvent.Transcript.class))
        .extracting(ReplyEvent.Transcript::text)
        .isEqualTo(List.of("I may not look."));
  }
}
