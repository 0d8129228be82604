package dev.parlando.tests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.realtime.Dialect;
import dev.parlando.realtime.Modality;
import dev.parlando.realtime.ResponseConfig;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.SpeechEvent;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.fault.Fault;
import dev.parlando.testkit.recording.RecordedEvent;
import dev.parlando.testkit.speech.ToneSpeech;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Section C over a real socket: when a reply is asked for. */
class RepliesOverSocketTest {

  @RegisterExtension final SessionFixture fixture = new SessionFixture();

  /** Lets virtual time pass, a second after the other, until so many replies were heard. */
  private void advanceUntilReplied(VoiceSession session, int replies) throws InterruptedException {
    for (int s = 0;
        s < 200 && fixture.events.all(ReplyEvent.Transcript.class).size() < replies;
        s++) {
      fixture.time.advance(Duration.ofSeconds(1));
      session.awaitIdle(Duration.ofMillis(50));
    }
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(replies);
  }

  @Test
  void r39_twoWishesAreTwoRepliesOneAfterTheOther() throws Exception {
    fixture.model(Reply.saying("One.")).model(Reply.saying("Two."));
    VoiceSession session = fixture.connect();
    session.sendText("First");
    fixture.awaitEvent(ReplyEvent.Started.class);
    session.sendText("Second");
    fixture.settle(session);
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(2);
    assertThat(fixture.seen().serverEvents("error")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void r40_allCallsOfAResponseGetOneReplyTogether(Dialect dialect) throws Exception {
    fixture.settings.dialect(dialect);
    fixture
        .model(
            Reply.calling("get_time", "{}")
                .call("pass", "{\"gate\":\"a\"}")
                .call("add", "{\"a\":1,\"b\":2}"))
        .model(Reply.saying("All three."));
    VoiceSession session = fixture.connect();
    session.sendText("Do three things.");
    fixture.awaitOutput(2);
    assertThat(fixture.creates()).isEqualTo(1);
    fixture.agent.gate("a").complete("open");
    fixture.settle(session);

    assertThat(fixture.outputs()).hasSize(3);
    assertThat(fixture.creates()).isEqualTo(2);
    fixture.script.verify();
  }

  @Test
  void r41_aSlowCallIsAnsweredAsStillRunningAndItsResultFollows() throws Exception {
    fixture
        .options
        .time(fixture.time)
        .timeouts(times -> times.parallelCallWait(Duration.ofSeconds(3)));
    fixture
        .model(Reply.calling("get_time", "{}").call("pass", "{\"gate\":\"a\"}"))
        .model(Reply.saying("Noon; the gate takes a while."))
        .model(Reply.saying("The gate is open."));
    VoiceSession session = fixture.connect();
    session.sendText("Time and gate?");
    fixture.awaitOutput(1);
    fixture.awaitEvent(ReplyEvent.Finished.class).awaitEvent(ToolEvent.Answered.class);
    fixture.sync(); // The timer starts after what is heard.
    fixture.time.advance(Duration.ofSeconds(3));
    fixture.awaitOutput(2);
    fixture
        .seen()
        .awaitServerEvents(SessionFixture.type("response.done"), 2, SessionFixture.PATIENCE);

    fixture.agent.gate("a").complete("open");
    fixture.settle(session);
    assertThat(fixture.outputs()).hasSize(2).last().asString().startsWith("Still running.");
    assertThat(fixture.seen().clientEvents("conversation.item.create"))
        .last()
        .satisfies(
            event -> {
              assertThat(event.at("/item/role").asString()).isEqualTo("system");
              assertThat(event.at("/item/content/0/text").asString())
                  .startsWith("The result of pass, call ")
                  .endsWith(":\nopen");
            });
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(2);
    assertThat(fixture.seen().serverEvents("error")).isEmpty();
  }

  @Test
  void r42_outputsGoOutAtOnceWhileTheReplyIsStillSpoken() throws Exception {
    fixture
        .model(Reply.calling("get_time", "{}").awaitClient("conversation.item.create").say("Mm."))
        .model(Reply.saying("Noon."));
    fixture.ask(fixture.connect(), "Time?");
    assertThat(fixture.creates()).isEqualTo(2);
    fixture.script.verify();
  }

  @Test
  void r43_aTextOutsideTheConversationRunsBesideIt() throws Exception {
    fixture.model(Reply.saying("Beside.").hold()).model(Reply.saying("Within."));
    VoiceSession session = fixture.connect();
    session.requestResponse(
        ResponseConfig.builder()
            .conversation("none")
            .modalities(List.of(Modality.TEXT))
            .instructions("Write: beside.")
            .build());
    fixture.seen().awaitServerEvent("response.output_item.done");
    session.sendText("Hello");
    List<JsonNode> ends =
        fixture
            .seen()
            .awaitServerEvents(SessionFixture.type("response.done"), 1, SessionFixture.PATIENCE);
    assertThat(ends.get(0).at("/response/status").asString()).isEqualTo("completed");
    assertThat(fixture.creates()).isEqualTo(2);
    fixture.awaitEvent(ReplyEvent.Finished.class);
    assertThat(session.history()).hasSize(2);
  }

  @Test
  void r43_whileSomethingOutsideTheConversationIsHeardNothingElseIs() throws Exception {
    fixture
        .model(Reply.saying("Beside.").awaitClient("input_audio_buffer.clear"))
        .model(Reply.saying("Within."));
    VoiceSession session = fixture.connect();
    session.requestResponse(
        ResponseConfig.builder().conversation("none").instructions("Say: beside.").build());
    fixture.awaitEvent(ReplyEvent.Audio.class);
    session.sendText("Hello");
    session.clearAudio();
    fixture.settle(session);
    assertThat(fixture.seen().recording().events())
        .filteredOn(event -> List.of("response.create", "response.done").contains(event.type()))
        .extracting(RecordedEvent::type)
        .containsExactly("response.create", "response.done", "response.create", "response.done");
    fixture.script.verify();
  }

  @Test
  void r44_aReplyThatIsRefusedAsTooEarlyIsAskedForAgain() throws Exception {
    fixture.options.time(fixture.time);
    fixture.settings.fault(
        Fault.onClientEvent("response.create")
            .reject("invalid_request_error", "conversation_already_has_active_response", "Busy."));
    fixture.model(Reply.saying("Hello."));
    VoiceSession session = fixture.connect();
    session.sendText("Hello");
    fixture.seen().awaitServerEvent("error");
    advanceUntilReplied(session, 1);
    assertThat(fixture.creates()).isEqualTo(2);
  }

  @Test
  void r45_everyCreateIsRecognisedByItsMetadata() throws Exception {
    fixture.model(Reply.saying("Hello."));
    fixture.ask(fixture.connect(), "Hello");
    JsonNode create = fixture.seen().clientEvents("response.create").get(0);
    String id = create.path("event_id").asString();
    assertThat(create.at("/response/metadata/parlando_reply").asString()).isEqualTo(id);
    assertThat(
            fixture
                .seen()
                .serverEvents("response.created")
                .get(0)
                .at("/response/metadata/parlando_reply")
                .asString())
        .isEqualTo(id);
  }

  @Test
  void r46_aReplyThatNeverBeganIsAskedForAgain() throws Exception {
    fixture.options.time(fixture.time);
    fixture.settings.fault(Fault.onClientEvent("response.create").drop());
    fixture.model(Reply.saying("Hello."));
    VoiceSession session = fixture.connect();
    session.sendText("Hello");
    fixture.seen().awaitClientEvent("response.create", SessionFixture.PATIENCE);
    advanceUntilReplied(session, 1);
  }

  @Test
  void r46_aReplyWhoseEndGotLostDoesNotSilenceTheSession() throws Exception {
    fixture.options.time(fixture.time);
    fixture.settings.fault(Fault.onServerEvent("response.done").drop());
    fixture.model(Reply.calling("get_time", "{}")).model(Reply.saying("Noon."));
    VoiceSession session = fixture.connect();
    session.sendText("Time?");
    fixture.awaitOutput(1);
    advanceUntilReplied(session, 1);
    assertThat(fixture.outputs()).hasSize(1);
  }

  @Test
  void r47_anErrorAboutSomethingElseDoesNotFreeTheSlot() throws Exception {
    fixture
        .model(Reply.NOTHING.awaitClient("input_audio_buffer.clear").say("Hello."))
        .model(Reply.saying("Again."));
    VoiceSession session = fixture.connect();
    session.sendText("Hello");
    fixture.awaitEvent(ReplyEvent.Started.class);
    session.sendText("And again");
    fixture
        .seen()
        .inject(
            "{\"type\":\"error\",\"event_id\":\"e\",\"error\":{\"type\":\"invalid_request_error\",\"code\":\"odd\",\"message\":\"Odd.\",\"event_id\":\"foreign\"}}");
    fixture.awaitEvent(Failure.class);
    assertThat(fixture.creates()).isEqualTo(1);
    session.clearAudio();
    fixture.settle(session);
    assertThat(fixture.creates()).isEqualTo(2);
  }

  @Test
  void r48_anEndWithoutAnIdFreesTheSlot() throws Exception {
    fixture.settings.fault(
        Fault.onServerEvent("response.done").corrupt("{\"type\":\"response.done\"}"));
    fixture.model(Reply.saying("One.")).model(Reply.saying("Two."));
    VoiceSession session = fixture.connect();
    fixture.ask(session, "First").ask(session, "Second");
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(2);
  }

  @Test
  void r49_aLateEndOfAnOlderReplyDoesNotEndTheNewer() throws Exception {
    fixture
        .model(Reply.saying("One."))
        .model(Reply.NOTHING.awaitClient("input_audio_buffer.clear").say("Two."))
        .model(Reply.saying("Three."));
    VoiceSession session = fixture.connect();
    fixture.ask(session, "First");
    String end = fixture.seen().awaitServerEvent("response.done").toString();
    session.sendText("Second");
    fixture
        .seen()
        .awaitServerEvents(SessionFixture.type("response.created"), 2, SessionFixture.PATIENCE);
    fixture.seen().inject(end);
    session.sendText("Third");
    session.clearAudio();
    fixture.settle(session);
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(3);
    assertThat(fixture.seen().serverEvents("error"))
        .extracting(error -> error.at("/error/code").asString())
        .doesNotContain("conversation_already_has_active_response");
  }

  @Test
  void r50_aCancelIsSentOnceAndAppliedToTheReplyThatBegins() throws Exception {
    // Not a script: the cancel may come before the model was asked at all.
    fixture.settings.brain(
        turn ->
            turn.userText().filter("Hello"::equals).isPresent()
                ? Reply.saying("Hello.").hold()
                : Reply.saying("Yes."));
    VoiceSession session = fixture.connect();
    session.sendText("Hello");
    session.interrupt();
    session.interrupt();
    fixture.settle(session);
    assertThat(fixture.seen().clientEvents("response.cancel")).hasSize(1);
    assertThat(fixture.seen().awaitServerEvent("response.done").at("/response/status").asString())
        .isEqualTo("cancelled");
    session.interrupt();
    fixture.ask(session, "Still there?");
    assertThat(fixture.seen().clientEvents("response.cancel")).hasSize(1);
    assertThat(fixture.seen().serverEvents("error")).isEmpty();
  }

  @Test
  void r50_whatIsAskedForRightAfterAnInterruptionIsNotInterrupted() throws Exception {
    fixture.model(Reply.saying("One.").hold()).model(Reply.saying("Two."));
    VoiceSession session = fixture.connect();
    session.sendText("First");
    fixture.awaitEvent(ReplyEvent.Transcript.class);
    session.interrupt();
    session.sendText("Second");
    fixture.settle(session);
    assertThat(fixture.events.all(ReplyEvent.Finished.class))
        .extracting(ReplyEvent.Finished::status)
        .containsExactly(ReplyEvent.Status.CANCELLED, ReplyEvent.Status.COMPLETED);
  }

  @Test
  void r51_aReplyToOutputsIsNotSentOverTheUserWhoSpeaks() throws Exception {
    fixture.script.transcribes("Never mind.");
    fixture.model(Reply.calling("pass", "{\"gate\":\"a\"}")).model(Reply.saying("As you like."));
    VoiceSession session = fixture.connect();
    session.sendText("Pass the gate.");
    fixture.seen().awaitServerEvent("response.done");
    session.appendAudio(ToneSpeech.pcm16("Never mind."));
    fixture.awaitEvent(SpeechEvent.Started.class);
    fixture.agent.gate("a").complete("open");
    fixture.awaitOutput(1);
    session.appendAudio(ToneSpeech.silence(600));
    fixture.awaitEvent(ReplyEvent.Finished.class, 2);
    fixture.settle(session);

    assertThat(fixture.creates()).isEqualTo(1);
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(1);
  }

  @Test
  void r52_aToolWithoutReplyAsksForNone() throws Exception {
    fixture.model(Reply.calling("show", "{\"page\":\"home\"}"));
    VoiceSession session = fixture.connect();
    fixture.ask(session, "Show it.");
    assertThat(fixture.awaitOutput(1).at("/item/output").asString()).isEqualTo("Done.");
    assertThat(fixture.creates()).isEqualTo(1);
  }

  @Test
  void r53_afterTooManyRoundsTheModelMustSpeak() throws Exception {
    fixture.options.toolLimits(tools -> tools.rounds(3));
    for (int i = 0; i < 3; i++) {
      fixture.model(Reply.calling("get_time", "{}"));
    }
    fixture.model(Reply.saying("It is noon."));
    fixture.ask(fixture.connect(), "Time?");
    assertThat(fixture.seen().clientEvents("response.create"))
        .extracting(create -> create.at("/response/tool_choice").asString(""))
        .containsExactly("", "", "", "none");
  }

  @Test
  void r54_settingsOfOneReplyEndWithIt() throws Exception {
    fixture.model(Reply.saying("Bonjour.")).model(Reply.saying("Hello."));
    VoiceSession session = fixture.connect();
    session.requestResponse(ResponseConfig.builder().instructions("In French.").build());
    fixture.settle(session).ask(session, "Hello");
    assertThat(fixture.seen().clientEvents("response.create"))
        .extracting(create -> create.at("/response/instructions").asString(""))
        .containsExactly("In French.", "");
  }

  @Test
  void r55_aReplyThatFailedForTheMomentIsAskedForOnceMore() throws Exception {
    fixture.model(Reply.NOTHING.fail("server_error", "Overloaded.")).model(Reply.saying("Hello."));
    fixture.ask(fixture.connect(), "Hello");
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(1);
    assertThat(fixture.events.all(Failure.class))
        .containsExactly(
            new Failure(Failure.Kind.REPLY, "server_error", "The response failed: Overloaded."));
  }

  @Test
  void r55_anEmptyReplyIsToldAndAskedForAgain() throws Exception {
    fixture.model(Reply.NOTHING).model(Reply.saying("Hello."));
    fixture.ask(fixture.connect(), "Hello");
    assertThat(fixture.events.all(Failure.class))
        .containsExactly(new Failure(Failure.Kind.REPLY, "", "The response was empty"));
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(1);
  }

  @Test
  void r56_theListenerLearnsWhichReplyAnswersWhichCalls() throws Exception {
    fixture
        .model(Reply.calling("get_time", "{}").call("add", "{\"a\":1,\"b\":1}"))
        .model(Reply.saying("Noon, and two."));
    fixture.ask(fixture.connect(), "Time and sum?");
    List<String> calls =
        fixture.events.all(ToolEvent.Requested.class).stream()
            .map(event -> event.call().callId())
            .toList();
    assertThat(fixture.events.all(ReplyEvent.Started.class).get(1).answers())
        .containsExactlyInAnyOrderElementsOf(calls);
  }
}
