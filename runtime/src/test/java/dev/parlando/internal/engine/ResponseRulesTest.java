package dev.parlando.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.internal.engine.io.EngineOptions;
import dev.parlando.internal.engine.io.Input;
import dev.parlando.internal.engine.turns.ResponseScheduler;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.Extras;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.Response.Status;
import dev.parlando.realtime.ResponseConfig;
import dev.parlando.realtime.ToolChoice;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.tool.ToolOutcome;
import dev.parlando.tool.ToolResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Section C: when a reply is asked for. */
class ResponseRulesTest {

  private Conversation conversation = Conversation.ready("get_time");

  private Conversation callOnce(String responseId) {
    return conversation
        .begins(responseId)
        .calls(responseId, "call_" + responseId, "get_time", "{}");
  }

  @Test
  void r39_noCreateWhileAResponseIsActive() {
    conversation.say("One").begins("resp_1").say("Two");
    assertThat(conversation.creates()).hasSize(1);

    conversation.ends("resp_1");
    assertThat(conversation.creates()).hasSize(2);
  }

  @Test
  void r39_aResponseOfTheServerTakesTheSlotToo() {
    conversation.beginsByItself("resp_1").say("One");
    assertThat(conversation.creates()).isEmpty();

    conversation.ends("resp_1");
    assertThat(conversation.creates()).hasSize(1);
  }

  @Test
  void r39_noSecondCreateBeforeTheFirstBegan() {
    conversation.say("One").say("Two");
    assertThat(conversation.creates()).hasSize(1);
  }

  @Test
  void r40_oneReplyForAllCallsOfAResponse() {
    conversation.say("Hello").begins("resp_1");
    conversation
        .calls("resp_1", "call_1", "get_time", "{}")
        .calls("resp_1", "call_2", "get_time", "{}")
        .returns("call_1", "noon")
        .ends("resp_1");
    assertThat(conversation.creates()).hasSize(1);

    conversation.returns("call_2", "midnight");
    assertThat(conversation.creates()).hasSize(2);
    conversation.begins("resp_2");
    assertThat(last(ReplyEvent.Started.class).answers()).containsExactly("call_1", "call_2");
  }

  private static final EngineOptions IMPATIENT =
      Conversation.with(
          options -> options.timeouts(times -> times.parallelCallWait(Duration.ofSeconds(3))));

  @Test
  void r41_theAnswersOfACallDoNotWaitForEverForASlowOne() {
    conversation = new Conversation(IMPATIENT, "get_time", "get_news").open();
    conversation
        .say("Time and news?")
        .begins("resp_1")
        .calls("resp_1", "call_1", "get_time", "{}")
        .calls("resp_1", "call_2", "get_news", "{}")
        .ends("resp_1")
        .returns("call_1", "noon")
        .pass(2_999);
    assertThat(conversation.creates()).hasSize(1);

    conversation.pass(1);
    assertThat(conversation.outputTexts())
        .containsExactly(
            "call_1=noon",
            "call_2=Still running. Its result follows in a message; don't call again, and don't"
                + " guess it.");
    assertThat(conversation.creates()).hasSize(2);
    conversation.begins("resp_2").ends("resp_2");
    assertThat(conversation.engine.idle()).isFalse();

    conversation.returns("call_2", "Nothing new.");
    assertThat(conversation.outputs()).hasSize(2);
    assertThat(conversation.sent)
        .filteredOn(ClientEvent.ItemCreate.class::isInstance)
        .last()
        .extracting(event -> ((ClientEvent.ItemCreate) event).item())
        .isEqualTo(Item.systemText("The result of get_news, call call_2:\nNothing new."));
    assertThat(conversation.creates()).hasSize(3);
    assertThat(conversation.told(ToolEvent.FollowedUp.class)).hasSize(1);
  }

  @Test
  void r41_aSingleSlowCallIsWaitedFor() {
    conversation = new Conversation(IMPATIENT, "get_news").open();
    conversation
        .say("News?")
        .begins("resp_1")
        .calls("resp_1", "call_1", "get_news", "{}")
        .ends("resp_1")
        .pass(10_000);
    assertThat(conversation.outputs()).isEmpty();
  }

  @Test
  void r42_outputsGoOutAtOnceAndOnlyTheReplyWaits() {
    conversation.say("Hello");
    callOnce("resp_1").returns("call_resp_1", "noon");
    assertThat(conversation.outputTexts()).containsExactly("call_resp_1=noon");
    assertThat(conversation.creates()).hasSize(1);

    conversation.ends("resp_1");
    assertThat(conversation.creates()).hasSize(2);
  }

  @Test
  void r43_severalReasonsGiveOneReply() {
    conversation.beginsByItself("resp_1").say("One").say("Two").ends("resp_1");
    conversation.begins("resp_2").ends("resp_2");
    assertThat(conversation.creates()).hasSize(1);
  }

  @Test
  void r43_aResponseWithSettingsOfItsOwnMeetsWhatWaitedBeforeItAndIsNotMergedWithAnother() {
    ResponseConfig french = ResponseConfig.builder().instructions("In French.").build();
    ResponseConfig dutch = ResponseConfig.builder().instructions("In Dutch.").build();
    conversation
        .beginsByItself("resp_1")
        .say("One")
        .input(new Input.Command.RequestResponse(french))
        .input(new Input.Command.RequestResponse(dutch))
        .say("Two")
        .ends("resp_1");
    conversation.begins("resp_2").ends("resp_2").begins("resp_3").ends("resp_3");
    conversation.begins("resp_4").ends("resp_4");

    assertThat(conversation.creates())
        .extracting(create -> create.response().instructions())
        .containsExactly("In French.", "In Dutch.", null);
  }

  private static final ResponseConfig OUT_OF_BAND =
      ResponseConfig.builder().conversation("none").instructions("Say: one moment.").build();

  @Test
  void r43_aReplyOutsideTheConversationRunsBesideTheOther() {
    conversation.input(new Input.Command.RequestResponse(OUT_OF_BAND)).begins("resp_aside");
    conversation.say("Hello").begins("resp_1");
    assertThat(conversation.creates()).hasSize(2);

    conversation.sounds("resp_aside", "item_aside", 20).ends("resp_aside");
    assertThat(conversation.engine.idle()).isFalse();
    conversation.ends("resp_1");
    assertThat(conversation.engine.idle()).isTrue();
  }

  @Test
  void r43_noResponseBeginsOverOneThatIsHeardOutOfBand() {
    conversation
        .input(new Input.Command.RequestResponse(OUT_OF_BAND))
        .begins("resp_aside")
        .sounds("resp_aside", "item_aside", 20)
        .say("Hello");
    assertThat(conversation.creates()).hasSize(1);

    conversation.ends("resp_aside");
    assertThat(conversation.creates()).hasSize(2);
  }

  @Test
  void r43_aCallOutsideTheConversationIsNotRun() {
    conversation
        .input(new Input.Command.RequestResponse(OUT_OF_BAND))
        .begins("resp_aside")
        .calls("resp_aside", "call_1", "get_time", "{}")
        .ends(
            "resp_aside",
            new Item.FunctionCall("item_c", null, "call_1", "get_time", "{}", Extras.NONE));

    assertThat(conversation.started()).isEmpty();
    assertThat(conversation.outputs()).isEmpty();
    assertThat(conversation.told(ToolEvent.Skipped.class)).hasSize(1);
    assertThat(conversation.engine.idle()).isTrue();
  }

  @Test
  void r46_aReplyOutsideTheConversationWhoseEndGotLostIsGivenUp() {
    conversation
        .input(new Input.Command.RequestResponse(OUT_OF_BAND))
        .begins("resp_aside")
        .pass(29_000)
        .sounds("resp_aside", "item_aside", 20)
        .pass(29_000);
    assertThat(conversation.engine.idle()).isFalse();

    conversation.pass(1_000);
    assertThat(conversation.engine.idle()).isTrue();
  }

  @Test
  void r44_aRefusedCreateIsSentAgainAfterTheOtherReply() {
    conversation.say("Hello");
    String eventId = conversation.lastCreateId();
    conversation
        .beginsByItself("resp_vad")
        .errs("conversation_already_has_active_response", "Busy.", eventId)
        .ends("resp_vad");

    assertThat(conversation.creates()).hasSize(2);
    assertThat(conversation.told(Failure.class)).isEmpty();
  }

  @Test
  void r44_theBetaSaysItInWordsAndWithoutTheEventId() {
    conversation.say("Hello").errs(null, "Conversation already has an active response", null);
    assertThat(conversation.creates()).hasSize(1);

    conversation.ends("resp_other");
    assertThat(conversation.creates()).hasSize(2);
  }

  @Test
  void r44_aReplyThatSawTheOutputsNeedsNoOther() {
    conversation.say("Hello");
    callOnce("resp_1").speechStarts().ends("resp_1").returns("call_resp_1", "noon");
    conversation.acknowledges().speechStops().beginsByItself("resp_vad").ends("resp_vad");

    assertThat(conversation.creates()).hasSize(1);
  }

  @Test
  void r44_aReplyThatBeganBeforeTheOutputsDoesNotStandInForIt() {
    conversation.say("Hello");
    callOnce("resp_1").speechStarts().ends("resp_1").speechStops().beginsByItself("resp_vad");
    conversation.returns("call_resp_1", "noon").acknowledges().ends("resp_vad");

    assertThat(conversation.creates()).hasSize(2);
  }

  @Test
  void r45_everyCreateCarriesItsEventIdAsMetadata() {
    conversation.say("Hello");
    ClientEvent.ResponseCreate create = conversation.creates().get(0);
    assertThat(create.eventId()).isNotBlank();
    assertThat(create.response().metadata())
        .isEqualTo(Map.of(ResponseScheduler.KEY, create.eventId()));
  }

  @Test
  void r45_aReplyWithoutOurKeyIsNotOursOnAServerThatEchoes() {
    conversation.say("One").begins("resp_1").ends("resp_1");
    conversation.say("Two").beginsByItself("resp_vad").ends("resp_vad").begins("resp_2");

    assertThat(conversation.creates()).hasSize(2);
    assertThat(conversation.told(ReplyEvent.Started.class))
        .extracting(ReplyEvent.Started::responseId)
        .containsExactly("resp_1", "resp_vad", "resp_2");
  }

  @Test
  void r46_aReplyThatNeverBeginsIsAskedForThreeTimesAndThenGivenUp() {
    conversation.say("Hello").pass(10_000);
    assertThat(conversation.creates()).hasSize(2);

    conversation.pass(20_000);
    assertThat(last(Failure.class).message())
        .isEqualTo(
            "No answer to turn 1 (a text): the server did not begin a response within 10000 ms,"
                + " 3 times in all");
    assertThat(conversation.say("Still there?").creates()).hasSize(4);
  }

  @Test
  void r46_aReplyWhoseEndGotLostDoesNotBlockTheNext() {
    conversation.say("One").begins("resp_1").say("Two").pass(29_999);
    assertThat(conversation.creates()).hasSize(1);

    conversation.pass(1);
    assertThat(conversation.creates()).hasSize(2);
  }

  @Test
  void r46_callsOfAReplyWhoseEndGotLostAreRepliedTo() {
    conversation.say("One");
    callOnce("resp_1").returns("call_resp_1", "noon").pass(29_999);
    assertThat(conversation.creates()).hasSize(1);

    conversation.pass(1);
    assertThat(conversation.creates()).hasSize(2);
  }

  @Test
  void aReplyWhoseBeginningGotLostTakesTheSlotAndFreesIt() {
    conversation.say("One").sounds("resp_1", "item_1", 20).say("Two");
    assertThat(conversation.creates()).hasSize(1);

    conversation.ends("resp_1");
    assertThat(conversation.creates()).hasSize(2);
  }

  @Test
  void r47_anErrorWithoutAnIdLeavesTheSlotToTheWatchdog() {
    conversation.say("Hello").errs("server_error", "Oops.", null);
    assertThat(conversation.creates()).hasSize(1);

    conversation.pass(10_000);
    assertThat(conversation.creates()).hasSize(2);
  }

  @Test
  void r47_anErrorAboutSomethingElseDoesNotFreeTheSlot() {
    conversation.say("Hello").errs("invalid_value", "Bad item.", "pl_foreign").say("Two");
    assertThat(conversation.creates()).hasSize(1);
  }

  @Test
  void r48_anEndWithoutAnIdFreesTheSlot() {
    conversation.say("One").begins("resp_1").say("Two").ends(null, Status.COMPLETED, null);
    assertThat(conversation.creates()).hasSize(2);
  }

  @Test
  void r49_aLateEndOfAnOlderReplyDoesNotFreeTheSlot() {
    conversation.say("One").begins("resp_1").ends("resp_1").say("Two").begins("resp_2");
    conversation.say("Three").ends("resp_1");
    assertThat(conversation.creates()).hasSize(2);

    conversation.ends("resp_2");
    assertThat(conversation.creates()).hasSize(3);
  }

  @Test
  void r50_aCancelThatOvertakesTheBeginningIsAppliedToIt() {
    conversation.say("Hello").input(new Input.Command.Interrupt());
    assertThat(cancels()).isEmpty();

    conversation.begins("resp_1");
    assertThat(cancels())
        .extracting(ClientEvent.ResponseCancel::responseId)
        .containsExactly("resp_1");
  }

  @Test
  void r50_aCancelIsSentOnceAndOnlyWhileAReplyIsActive() {
    conversation.input(new Input.Command.Interrupt());
    conversation.say("Hello").begins("resp_1");
    conversation.input(new Input.Command.Interrupt()).input(new Input.Command.Interrupt());
    assertThat(cancels()).hasSize(1);

    conversation.errs("response_cancel_not_active", "Nothing to cancel.", null);
    assertThat(conversation.told(Failure.class)).isEmpty();
  }

  @Test
  void r51_aReplyToOutputsIsNotSentOverTheUserAndGoesAfterAllIfTheServerStaysSilent() {
    conversation.say("Hello");
    callOnce("resp_1").speechStarts().ends("resp_1", Status.CANCELLED, null);
    conversation.returns("call_resp_1", "noon");
    assertThat(conversation.creates()).hasSize(1);

    conversation.speechStops().pass(1_999);
    assertThat(conversation.creates()).hasSize(1);

    conversation.pass(1);
    assertThat(conversation.creates()).hasSize(2);
  }

  @Test
  void r51_aLostEndOfSpeechDoesNotHoldTheReplyForEver() {
    conversation.say("Hello");
    callOnce("resp_1").speechStarts().ends("resp_1").returns("call_resp_1", "noon").pass(60_000);
    assertThat(conversation.creates()).hasSize(2);
  }

  @Test
  void r52_aResultWithoutReplyAsksForNone() {
    conversation.say("Hello");
    callOnce("resp_1")
        .input(
            new Input.ToolEnded(
                "call_resp_1", new ToolOutcome.Returned(ToolResult.text("noted").withoutReply())))
        .ends("resp_1");

    assertThat(conversation.outputs()).hasSize(1);
    assertThat(conversation.creates()).hasSize(1);
  }

  @Test
  void r52_aToolMayBeWithoutReplyAltogetherUnlessItGoesWrong() {
    conversation = Conversation.ready("silent_show");
    conversation
        .say("Show it")
        .begins("resp_1")
        .calls("resp_1", "call_1", "silent_show", "{}")
        .ends("resp_1")
        .returns("call_1", "shown");
    assertThat(conversation.creates()).hasSize(1);

    conversation
        .say("Again")
        .begins("resp_2")
        .calls("resp_2", "call_2", "silent_show", "{}")
        .ends("resp_2")
        .input(new Input.ToolEnded("call_2", Conversation.refusal("No screen.")));
    assertThat(conversation.creates()).hasSize(3);
  }

  @Test
  void r53_afterTooManyRoundsTheModelMustSpeak() {
    conversation.say("Hello");
    for (int i = 1; i <= 10; i++) {
      String id = "resp_" + i;
      callOnce(id).returns("call_" + id, "noon").ends(id);
    }
    List<ClientEvent.ResponseCreate> creates = conversation.creates();
    assertThat(creates).hasSize(11);
    assertThat(creates.get(9).response().toolChoice()).isNull();
    assertThat(creates.get(10).response().toolChoice()).isEqualTo(ToolChoice.Mode.NONE);
  }

  @Test
  void r55_aReplyThatFailedForTheMomentIsAskedForThreeTimesAtMostAndTold() {
    conversation
        .say("Hello")
        .begins("resp_1")
        .ends("resp_1", Status.FAILED, Conversation.failed("server_error"));
    assertThat(conversation.creates()).hasSize(2);
    assertThat(last(Failure.class))
        .isEqualTo(
            new Failure(Failure.Kind.REPLY, "server_error", "The response failed: It broke."));

    conversation
        .begins("resp_2")
        .ends("resp_2", Status.FAILED, Conversation.failed("server_error"));
    assertThat(conversation.creates()).hasSize(3);

    conversation
        .begins("resp_3")
        .ends("resp_3", Status.FAILED, Conversation.failed("server_error"));
    assertThat(conversation.creates()).hasSize(3);
    assertThat(last(Failure.class).message())
        .isEqualTo("No answer to turn 1 (a text): the response failed: It broke., 3 times in all");
  }

  @Test
  void r55_aReplyThatFailedForGoodIsToldAndNotAskedForAgain() {
    conversation
        .say("Hello")
        .begins("resp_1")
        .ends("resp_1", Status.FAILED, Conversation.failed("content_policy"));
    assertThat(conversation.creates()).hasSize(1);
    assertThat(conversation.told(Failure.class)).hasSize(1);
  }

  @Test
  void r56_theApplicationLearnsWhichReplyAnswersWhichCalls() {
    conversation.say("Hello");
    callOnce("resp_1").returns("call_resp_1", "noon").ends("resp_1").begins("resp_2");
    assertThat(conversation.told(ReplyEvent.Started.class))
        .extracting(ReplyEvent.Started::answers)
        .containsExactly(List.of(), List.of("call_resp_1"));
  }

  private List<ClientEvent.ResponseCancel> cancels() {
    return Conversation.all(conversation.sent, ClientEvent.ResponseCancel.class);
  }

  private <T extends dev.parlando.session.event.VoiceEvent> T last(Class<T> type) {
    List<T> events = conversation.told(type);
    return events.get(events.size() - 1);
  }
}
