package dev.parlando.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.realtime.Dialect;
import dev.parlando.realtime.ResponseConfig;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.SpeechEvent;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.fault.Fault;
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

  @RegisterExtension final Rig rig = new Rig();

  /** Lets virtual time pass, a second after the other, until so many replies were heard. */
  private void advanceUntilReplied(VoiceSession session, int replies) throws InterruptedException {
    for (int s = 0; s < 200 && rig.heard.all(ReplyEvent.Transcript.class).size() < replies; s++) {
      rig.time.advance(Duration.ofSeconds(1));
      session.awaitIdle(Duration.ofMillis(50));
    }
    assertThat(rig.heard.all(ReplyEvent.Transcript.class)).hasSize(replies);
  }

  @Test
  void r39_twoWishesAreTwoRepliesOneAfterTheOther() throws Exception {
    rig.model(Reply.saying("One.")).model(Reply.saying("Two."));
    VoiceSession session = rig.connect();
    session.sendText("First");
    rig.awaitHeard(ReplyEvent.Started.class);
    session.sendText("Second");
    rig.settle(session);
    assertThat(rig.heard.all(ReplyEvent.Transcript.class)).hasSize(2);
    assertThat(rig.seen().serverEvents("error")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void r40_allCallsOfAResponseGetOneReplyTogether(Dialect dialect) throws Exception {
    rig.settings.dialect(dialect);
    rig.model(
            Reply.calling("get_time", "{}")
                .call("pass", "{\"gate\":\"a\"}")
                .call("add", "{\"a\":1,\"b\":2}"))
        .model(Reply.saying("All three."));
    VoiceSession session = rig.connect();
    session.sendText("Do three things.");
    rig.awaitOutput(2);
    assertThat(rig.creates()).isEqualTo(1);
    rig.desk.gate("a").complete("open");
    rig.settle(session);

    assertThat(rig.outputs()).hasSize(3);
    assertThat(rig.creates()).isEqualTo(2);
    rig.script.verify();
  }

  @Test
  void r41_aSlowCallIsAnsweredAsStillRunningAndItsResultFollows() throws Exception {
    rig.options.time(rig.time).timeouts(times -> times.parallelCallWait(Duration.ofSeconds(3)));
    rig.model(Reply.calling("get_time", "{}").call("pass", "{\"gate\":\"a\"}"))
        .model(Reply.saying("Noon; the gate takes a while."))
        .model(Reply.saying("The gate is open."));
    VoiceSession session = rig.connect();
    session.sendText("Time and gate?");
    rig.awaitOutput(1);
    rig.awaitHeard(ReplyEvent.Finished.class).awaitHeard(ToolEvent.Answered.class);
    rig.sync(); // The timer starts after what is heard.
    rig.time.advance(Duration.ofSeconds(3));
    rig.awaitOutput(2);
    rig.seen().awaitServerEvents(Rig.type("response.done"), 2, Rig.PATIENCE);

    rig.desk.gate("a").complete("open");
    rig.settle(session);
    assertThat(rig.outputs()).hasSize(2).last().asString().startsWith("Still running.");
    assertThat(rig.seen().clientEvents("conversation.item.create"))
        .last()
        .satisfies(
            event -> {
              assertThat(event.at("/item/role").asString()).isEqualTo("system");
              assertThat(event.at("/item/content/0/text").asString())
                  .startsWith("The result of pass, call ")
                  .endsWith(":\nopen");
            });
    assertThat(rig.heard.all(ReplyEvent.Transcript.class)).hasSize(2);
    assertThat(rig.seen().serverEvents("error")).isEmpty();
  }

  @Test
  void r42_outputsGoOutAtOnceWhileTheReplyIsStillSpoken() throws Exception {
    rig.model(Reply.calling("get_time", "{}").awaitClient("conversation.item.create").say("Mm."))
        .model(Reply.saying("Noon."));
    rig.ask(rig.connect(), "Time?");
    assertThat(rig.creates()).isEqualTo(2);
    rig.script.verify();
  }

  @Test
  void r43_aReplyOutsideTheConversationRunsBesideIt() throws Exception {
    rig.model(Reply.saying("Beside.").hold()).model(Reply.saying("Within."));
    VoiceSession session = rig.connect();
    session.requestResponse(
        ResponseConfig.builder().conversation("none").instructions("Say: beside.").build());
    rig.seen().awaitServerEvent("response.output_item.done");
    session.sendText("Hello");
    List<JsonNode> ends = rig.seen().awaitServerEvents(Rig.type("response.done"), 1, Rig.PATIENCE);
    assertThat(ends.get(0).at("/response/status").asString()).isEqualTo("completed");
    assertThat(rig.creates()).isEqualTo(2);
    rig.awaitHeard(ReplyEvent.Finished.class);
    assertThat(session.history()).hasSize(2);
  }

  @Test
  void r44_aReplyThatIsRefusedAsTooEarlyIsAskedForAgain() throws Exception {
    rig.options.time(rig.time);
    rig.settings.fault(
        Fault.onClientEvent("response.create")
            .reject("invalid_request_error", "conversation_already_has_active_response", "Busy."));
    rig.model(Reply.saying("Hello."));
    VoiceSession session = rig.connect();
    session.sendText("Hello");
    rig.seen().awaitServerEvent("error");
    advanceUntilReplied(session, 1);
    assertThat(rig.creates()).isEqualTo(2);
  }

  @Test
  void r45_everyCreateIsRecognisedByItsMetadata() throws Exception {
    rig.model(Reply.saying("Hello."));
    rig.ask(rig.connect(), "Hello");
    JsonNode create = rig.seen().clientEvents("response.create").get(0);
    String id = create.path("event_id").asString();
    assertThat(create.at("/response/metadata/parlando_reply").asString()).isEqualTo(id);
    assertThat(
            rig.seen()
                .serverEvents("response.created")
                .get(0)
                .at("/response/metadata/parlando_reply")
                .asString())
        .isEqualTo(id);
  }

  @Test
  void r46_aReplyThatNeverBeganIsAskedForAgain() throws Exception {
    rig.options.time(rig.time);
    rig.settings.fault(Fault.onClientEvent("response.create").drop());
    rig.model(Reply.saying("Hello."));
    VoiceSession session = rig.connect();
    session.sendText("Hello");
    rig.seen().awaitClientEvent("response.create", Rig.PATIENCE);
    advanceUntilReplied(session, 1);
  }

  @Test
  void r46_aReplyWhoseEndGotLostDoesNotSilenceTheSession() throws Exception {
    rig.options.time(rig.time);
    rig.settings.fault(Fault.onServerEvent("response.done").drop());
    rig.model(Reply.calling("get_time", "{}")).model(Reply.saying("Noon."));
    VoiceSession session = rig.connect();
    session.sendText("Time?");
    rig.awaitOutput(1);
    advanceUntilReplied(session, 1);
    assertThat(rig.outputs()).hasSize(1);
  }

  @Test
  void r47_anErrorAboutSomethingElseDoesNotFreeTheSlot() throws Exception {
    rig.model(Reply.NOTHING.awaitClient("input_audio_buffer.clear").say("Hello."))
        .model(Reply.saying("Again."));
    VoiceSession session = rig.connect();
    session.sendText("Hello");
    rig.awaitHeard(ReplyEvent.Started.class);
    session.sendText("And again");
    rig.seen()
        .inject(
            "{\"type\":\"error\",\"event_id\":\"e\",\"error\":{\"type\":\"invalid_request_error\",\"code\":\"odd\",\"message\":\"Odd.\",\"event_id\":\"foreign\"}}");
    rig.awaitHeard(Failure.class);
    assertThat(rig.creates()).isEqualTo(1);
    session.clearAudio();
    rig.settle(session);
    assertThat(rig.creates()).isEqualTo(2);
  }

  @Test
  void r48_anEndWithoutAnIdFreesTheSlot() throws Exception {
    rig.settings.fault(
        Fault.onServerEvent("response.done").corrupt("{\"type\":\"response.done\"}"));
    rig.model(Reply.saying("One.")).model(Reply.saying("Two."));
    VoiceSession session = rig.connect();
    rig.ask(session, "First").ask(session, "Second");
    assertThat(rig.heard.all(ReplyEvent.Transcript.class)).hasSize(2);
  }

  @Test
  void r49_aLateEndOfAnOlderReplyDoesNotEndTheNewer() throws Exception {
    rig.model(Reply.saying("One."))
        .model(Reply.NOTHING.awaitClient("input_audio_buffer.clear").say("Two."))
        .model(Reply.saying("Three."));
    VoiceSession session = rig.connect();
    rig.ask(session, "First");
    String end = rig.seen().awaitServerEvent("response.done").toString();
    session.sendText("Second");
    rig.seen().awaitServerEvents(Rig.type("response.created"), 2, Rig.PATIENCE);
    rig.seen().inject(end);
    session.sendText("Third");
    session.clearAudio();
    rig.settle(session);
    assertThat(rig.heard.all(ReplyEvent.Transcript.class)).hasSize(3);
    assertThat(rig.seen().serverEvents("error"))
        .extracting(error -> error.at("/error/code").asString())
        .doesNotContain("conversation_already_has_active_response");
  }

  @Test
  void r50_aCancelIsSentOnceAndAppliedToTheReplyThatBegins() throws Exception {
    // Not a script: the cancel may come before the model was asked at all.
    rig.settings.brain(
        turn ->
            turn.userText().filter("Hello"::equals).isPresent()
                ? Reply.saying("Hello.").hold()
                : Reply.saying("Yes."));
    VoiceSession session = rig.connect();
    session.sendText("Hello");
    session.interrupt();
    session.interrupt();
    rig.settle(session);
    assertThat(rig.seen().clientEvents("response.cancel")).hasSize(1);
    assertThat(rig.seen().awaitServerEvent("response.done").at("/response/status").asString())
        .isEqualTo("cancelled");
    session.interrupt();
    rig.ask(session, "Still there?");
    assertThat(rig.seen().clientEvents("response.cancel")).hasSize(1);
    assertThat(rig.seen().serverEvents("error")).isEmpty();
  }

  @Test
  void r50_whatIsAskedForRightAfterAnInterruptionIsNotInterrupted() throws Exception {
    rig.model(Reply.saying("One.").hold()).model(Reply.saying("Two."));
    VoiceSession session = rig.connect();
    session.sendText("First");
    rig.awaitHeard(ReplyEvent.Transcript.class);
    session.interrupt();
    session.sendText("Second");
    rig.settle(session);
    assertThat(rig.heard.all(ReplyEvent.Finished.class))
        .extracting(ReplyEvent.Finished::status)
        .containsExactly(ReplyEvent.Status.CANCELLED, ReplyEvent.Status.COMPLETED);
  }

  @Test
  void r51_aReplyToOutputsIsNotSentOverTheUserWhoSpeaks() throws Exception {
    rig.script.transcribes("Never mind.");
    rig.model(Reply.calling("pass", "{\"gate\":\"a\"}")).model(Reply.saying("As you like."));
    VoiceSession session = rig.connect();
    session.sendText("Pass the gate.");
    rig.seen().awaitServerEvent("response.done");
    session.appendAudio(ToneSpeech.pcm16("Never mind."));
    rig.awaitHeard(SpeechEvent.Started.class);
    rig.desk.gate("a").complete("open");
    rig.awaitOutput(1);
    session.appendAudio(ToneSpeech.silence(600));
    rig.awaitHeard(ReplyEvent.Finished.class, 2);
    rig.settle(session);

    assertThat(rig.creates()).isEqualTo(1);
    assertThat(rig.heard.all(ReplyEvent.Transcript.class)).hasSize(1);
  }

  @Test
  void r52_aToolWithoutReplyAsksForNone() throws Exception {
    rig.model(Reply.calling("show", "{\"page\":\"home\"}"));
    VoiceSession session = rig.connect();
    rig.ask(session, "Show it.");
    assertThat(rig.awaitOutput(1).at("/item/output").asString()).isEqualTo("Done.");
    assertThat(rig.creates()).isEqualTo(1);
  }

  @Test
  void r53_afterTooManyRoundsTheModelMustSpeak() throws Exception {
    rig.options.toolLimits(tools -> tools.rounds(3));
    for (int i = 0; i < 3; i++) {
      rig.model(Reply.calling("get_time", "{}"));
    }
    rig.model(Reply.saying("It is noon."));
    rig.ask(rig.connect(), "Time?");
    assertThat(rig.seen().clientEvents("response.create"))
        .extracting(create -> create.at("/response/tool_choice").asString(""))
        .containsExactly("", "", "", "none");
  }

  @Test
  void r54_settingsOfOneReplyEndWithIt() throws Exception {
    rig.model(Reply.saying("Bonjour.")).model(Reply.saying("Hello."));
    VoiceSession session = rig.connect();
    session.requestResponse(ResponseConfig.builder().instructions("In French.").build());
    rig.settle(session).ask(session, "Hello");
    assertThat(rig.seen().clientEvents("response.create"))
        .extracting(create -> create.at("/response/instructions").asString(""))
        .containsExactly("In French.", "");
  }

  @Test
  void r55_aReplyThatFailedForTheMomentIsAskedForOnceMore() throws Exception {
    rig.model(Reply.NOTHING.fail("server_error", "Overloaded.")).model(Reply.saying("Hello."));
    rig.ask(rig.connect(), "Hello");
    assertThat(rig.heard.all(ReplyEvent.Transcript.class)).hasSize(1);
    assertThat(rig.heard.all(Failure.class))
        .containsExactly(
            new Failure(Failure.Kind.REPLY, "server_error", "The reply failed: Overloaded."));
  }

  @Test
  void r55_anEmptyReplyIsTold() throws Exception {
    rig.model(Reply.NOTHING);
    rig.ask(rig.connect(), "Hello");
    assertThat(rig.heard.all(Failure.class))
        .containsExactly(new Failure(Failure.Kind.REPLY, "", "The reply was empty"));
  }

  @Test
  void r56_theListenerLearnsWhichReplyAnswersWhichCalls() throws Exception {
    rig.model(Reply.calling("get_time", "{}").call("add", "{\"a\":1,\"b\":1}"))
        .model(Reply.saying("Noon, and two."));
    rig.ask(rig.connect(), "Time and sum?");
    List<String> calls =
        rig.heard.all(ToolEvent.Requested.class).stream()
            .map(event -> event.call().callId())
            .toList();
    assertThat(rig.heard.all(ReplyEvent.Started.class).get(1).answers())
        .containsExactlyInAnyOrderElementsOf(calls);
  }
}
