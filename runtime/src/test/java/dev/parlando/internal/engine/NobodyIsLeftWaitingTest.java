package dev.parlando.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.internal.engine.io.Effect;
import dev.parlando.internal.engine.io.EngineOptions;
import dev.parlando.internal.engine.io.Input;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.ConversationEvent;
import dev.parlando.realtime.Extras;
import dev.parlando.realtime.InputAudioEvent;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.Response.Status;
import dev.parlando.realtime.ResponseConfig;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.TurnDetection;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.TurnEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * R121, R126, R138: whoever waits for an answer is answered, or told why not; what is owed has one
 * owner.
 */
class NobodyIsLeftWaitingTest {

  private final Conversation talk = Conversation.ready("get_time", "book_table");

  private Conversation callerSpoke() {
    talk.speechStarts().speechStops();
    return committed("item_user");
  }

  private Conversation committed(String itemId) {
    return talk.server(new InputAudioEvent.Committed(null, null, itemId, Extras.NONE));
  }

  @Test
  void aResponseThatIsLostWithTheLineBeforeItIsHeardIsAskedForOnce() {
    talk.say("Hello").begins("resp_1").losesAndFindsTheServer();
    assertThat(talk.creates()).hasSize(2);

    talk.begins("resp_2").ends("resp_2").pass(60_000);
    assertThat(talk.creates()).hasSize(2);
    assertThat(talk.told(TurnEvent.Answered.class)).hasSize(1);
    assertThat(talk.engine.idle()).isTrue();
  }

  @Test
  void theResponseToAToolThatRanIsAskedForAgainAndTheToolIsNotRunAgain() {
    talk.say("Book it").begins("resp_1").calls("resp_1", "call_1", "book_table", "{}");
    talk.returns("call_1", "booked").ends("resp_1").begins("resp_2").losesAndFindsTheServer();
    assertThat(talk.creates()).hasSize(3);

    // A model that lost its memory asks for the same once more, under another id.
    talk.begins("resp_3").calls("resp_3", "call_2", "book_table", "{}").ends("resp_3");
    assertThat(talk.started()).containsExactly("call_1");
    assertThat(talk.outputTexts()).endsWith("call_2=booked");
  }

  @Test
  void aResponseThatWasHeardInPartIsAskedToGoOnOnce() {
    talk.say("Hello").begins("resp_1").sounds("resp_1", "item_1", 500).losesAndFindsTheServer();
    assertThat(talk.creates()).hasSize(2);

    talk.begins("resp_2").sounds("resp_2", "item_2", 500).losesAndFindsTheServer();
    assertThat(talk.creates()).hasSize(2);
    assertThat(talk.told(TurnEvent.GivenUp.class)).hasSize(1);
    assertThat(talk.told(Failure.class))
        .last()
        .extracting(Failure::message)
        .asString()
        .contains("turn 1");
  }

  @Test
  void aResponseOfTheServersOwnThatFailsIsAskedFor() {
    callerSpoke();
    talk.beginsByItself("resp_vad")
        .ends("resp_vad", Status.FAILED, Conversation.failed("server_error"));
    assertThat(talk.creates()).hasSize(1);
  }

  @Test
  void aFailureOfTheServersOwnResponseThatComesAloneIsAskedFor() {
    callerSpoke();
    talk.ends("resp_vad", Status.FAILED, Conversation.failed("server_error"));
    assertThat(talk.creates()).hasSize(1);
  }

  @Test
  void aResponseOfTheServersOwnThatNeverBeginsIsAskedForInTime() {
    callerSpoke().pass(1_999);
    assertThat(talk.creates()).isEmpty();
    talk.pass(1);
    assertThat(talk.creates()).hasSize(1);
  }

  @Test
  void whatWaitsForACallerWhoSpokeWhenTheLineBrokeIsAskedForAtOnce() {
    talk.say("Hello").begins("resp_1").calls("resp_1", "call_1", "get_time", "{}");
    talk.speechStarts().ends("resp_1", Status.CANCELLED, null).returns("call_1", "noon");
    assertThat(talk.creates()).hasSize(1);

    talk.losesAndFindsTheServer();
    assertThat(talk.creates()).hasSize(2);
  }

  @Test
  void aResponseThatStalledIsAskedForAgain() {
    talk.say("Hello").begins("resp_1").pass(30_000);
    assertThat(talk.creates()).hasSize(2);
    talk.begins("resp_2").ends("resp_2");
    assertThat(talk.engine.idle()).isTrue();
  }

  @Test
  void noTurnIsAskedForMoreThanThreeTimes() {
    talk.say("Hello");
    for (int i = 0; i < 6; i++) {
      talk.pass(10_000);
    }
    assertThat(talk.creates()).hasSize(3);
    assertThat(talk.told(TurnEvent.GivenUp.class))
        .extracting(TurnEvent.GivenUp::turn)
        .containsExactly(1L);
    assertThat(talk.engine.idle()).isTrue();
  }

  @Test
  void silenceThatWasCommittedByAnIdleTimeOutIsNobodysTurn() {
    talk.server(new InputAudioEvent.TimeoutTriggered(null, 0, 5_000, "item_idle", Extras.NONE));
    committed("item_idle").pass(60_000);
    assertThat(talk.creates()).isEmpty();
    assertThat(talk.told(TurnEvent.class)).isEmpty();
  }

  @Test
  void betweenWordsNobodyIsAskedAndAnAnswerBeginsWhenTheTurnIsCommitted() {
    talk.speechStarts().speechStops().pass(1_000).speechStarts().pass(5_000).speechStops();
    assertThat(talk.creates()).isEmpty();
    committed("item_user").pass(2_000);
    assertThat(talk.creates()).hasSize(1);
  }

  @Test
  void aTextThatIsSentAgainWhileItsResponseWasNotHeardIsNotLostToSpeech() {
    talk.say("Hello").begins("resp_1").speechStarts();
    talk.ends("resp_1", Status.CANCELLED, null).speechStops();
    committed("item_user").beginsByItself("resp_2").ends("resp_2");
    assertThat(talk.told(TurnEvent.Answered.class)).isNotEmpty();
    talk.pass(60_000).begins("resp_3").ends("resp_3");
    assertThat(talk.engine.idle()).isTrue();
  }

  // What outlives its purpose.

  @Test
  void anInterruptionOfARequestThatIsRefusedDoesNotReachTheNext() {
    talk.say("One").input(new Input.Command.Interrupt());
    talk.errs("invalid_value", "No.", talk.lastCreateId());
    talk.say("Two").begins("resp_2");
    assertThat(cancels()).isZero();
  }

  @Test
  void anInterruptionOfARequestThatIsLostDoesNotReachTheNext() {
    talk.say("One").input(new Input.Command.Interrupt()).say("Two").pass(10_000);
    assertThat(talk.creates()).hasSize(2);
    talk.begins("resp_2");
    assertThat(cancels()).isZero();
  }

  @Test
  void anInterruptionOfAnOutOfBandRequestDoesNotReachTheNext() {
    ResponseConfig outOfBand = ResponseConfig.builder().conversation("none").build();
    talk.input(new Input.Command.RequestResponse(outOfBand)).input(new Input.Command.Interrupt());
    talk.begins("resp_aside").ends("resp_aside");
    assertThat(cancels()).isEqualTo(1);
    talk.say("Two").begins("resp_2");
    assertThat(cancels()).isEqualTo(1);
  }

  @Test
  void anInterruptionReachesOutOfBandResponses() {
    ResponseConfig outOfBand = ResponseConfig.builder().conversation("none").build();
    talk.input(new Input.Command.RequestResponse(outOfBand)).begins("resp_aside");
    talk.sounds("resp_aside", "item_a", 100).input(new Input.Command.Interrupt());
    talk.stopsAt("item_a", 50);
    assertThat(cancels()).isEqualTo(1);
  }

  @Test
  void aServerThatBeginsLateAnswersOnce() {
    talk.say("Hello");
    String first = talk.lastCreateId();
    talk.pass(10_000);
    assertThat(talk.creates()).hasSize(2);
    String second = talk.lastCreateId();
    begins("resp_1", first);
    talk.sounds("resp_1", "item_1", 100).ends("resp_1");
    begins("resp_2", second);
    talk.sounds("resp_2", "item_2", 100);

    assertThat(Conversation.all(talk.effects, Effect.Play.class))
        .extracting(Effect.Play::itemId)
        .containsExactly("item_1");
    assertThat(cancels()).isEqualTo(1);
    talk.ends("resp_2", Item.assistantText("Hello").withId("item_2"));
    assertThat(Conversation.all(talk.sent, ClientEvent.ItemDelete.class))
        .extracting(ClientEvent.ItemDelete::itemId)
        .contains("item_2");
    assertThat(talk.pass(60_000).creates()).hasSize(2);
  }

  private void begins(String responseId, String key) {
    talk.server(
        new dev.parlando.realtime.ResponseEvent.Created(
            null, Conversation.response(responseId, Status.IN_PROGRESS, key, null), Extras.NONE));
  }

  @Test
  void aTimerThatRanOutJustBeforeItWasStoppedDoesNothing() {
    Conversation fresh = new Conversation(Conversation.OPTIONS);
    fresh.input(new Input.Dialled());
    Effect.StartTimer connect = Conversation.all(fresh.effects, Effect.StartTimer.class).get(0);
    fresh.open().input(new Input.TimerFired(connect.timer()));
    assertThat(Conversation.all(fresh.effects, Effect.Disconnect.class)).isEmpty();
    assertThat(fresh.say("Hello").creates()).hasSize(1);
  }

  // What is refused.

  @Test
  void anOutputThatIsRefusedGoesInAsAMessageAndIsAskedAboutAgain() {
    talk.say("Hello").begins("resp_1").calls("resp_1", "call_1", "get_time", "{}");
    talk.ends("resp_1").returns("call_1", "noon");
    assertThat(talk.creates()).hasSize(2);
    ClientEvent output =
        talk.sent.stream()
            .filter(
                e ->
                    e instanceof ClientEvent.ItemCreate c
                        && c.item() instanceof Item.FunctionCallOutput)
            .findFirst()
            .orElseThrow();
    talk.errs("invalid_value", "No such call.", output.eventId());
    assertThat(Conversation.all(talk.sent, ClientEvent.ItemCreate.class))
        .last()
        .extracting(ClientEvent.ItemCreate::item)
        .isEqualTo(Item.systemText("The result of get_time, call call_1:\nnoon"));

    talk.begins("resp_2").ends("resp_2", Status.CANCELLED, null);
    assertThat(cancels()).isEqualTo(1);
    assertThat(talk.creates()).hasSize(3);
  }

  @Test
  void aTextThatIsRefusedIsGivenUpAndItsResponseIsCancelledUnheard() {
    talk.say("Hello");
    talk.errs("invalid_value", "Too long.", talk.sent.get(0).eventId());
    assertThat(talk.told(TurnEvent.GivenUp.class)).hasSize(1);
    talk.begins("resp_1").sounds("resp_1", "item_1", 20);
    assertThat(cancels()).isEqualTo(1);
    assertThat(Conversation.all(talk.effects, Effect.Play.class)).isEmpty();
  }

  @Test
  void aResponseThatReadTheTextNeedsNoOther() {
    talk.beginsByItself("resp_0").say("Hello");
    talk.server(
        new ConversationEvent.ItemAdded(
            null, null, Item.userText("Hello").withId("item_h"), Extras.NONE));
    talk.speechStarts().ends("resp_0", Status.CANCELLED, null).speechStops();
    committed("item_user").beginsByItself("resp_1").ends("resp_1").pass(60_000);
    assertThat(talk.creates()).isEmpty();
    assertThat(talk.told(TurnEvent.Answered.class)).hasSize(2);
  }

  private long cancels() {
    return talk.sent.stream().filter(ClientEvent.ResponseCancel.class::isInstance).count();
  }

  @Test
  void r121_whereTheApplicationRequestsResponsesItselfSpeechIsOnlyHeard() {
    EngineOptions options = Conversation.with(o -> {});
    SessionConfig config =
        SessionConfig.builder()
            .turnDetection(new TurnDetection.SemanticVad(null, false, null, Extras.NONE))
            .build();
    Conversation talk =
        new Conversation(
                new EngineOptions(config, null, false, List.of(), options.options()), "weather")
            .open();
    talk.speechStarts().speechStops();
    talk.server(new InputAudioEvent.Committed(null, null, "item_user", Extras.NONE)).pass(60_000);
    assertThat(talk.creates()).isEmpty();
    assertThat(talk.engine.idle()).isTrue();
    talk.input(new Input.Command.RequestResponse(null));
    assertThat(talk.creates()).hasSize(1);
  }

  @Test
  void r127_theServersOwnResponseThatComesAfterOursIsNotHeardAsASecondAnswer() {
    Conversation talk = Conversation.ready().speechStarts().speechStops();
    talk.server(new InputAudioEvent.Committed(null, null, "item_user", Extras.NONE)).pass(2_000);
    assertThat(talk.creates()).hasSize(1);
    talk.begins("resp_1").sounds("resp_1", "item_1", 100).ends("resp_1");
    talk.effects.clear();
    talk.beginsByItself("resp_2").sounds("resp_2", "item_2", 100);
    assertThat(talk.effects).noneMatch(Effect.Play.class::isInstance);
    assertThat(talk.sent)
        .filteredOn(ClientEvent.ResponseCancel.class::isInstance)
        .extracting(event -> ((ClientEvent.ResponseCancel) event).responseId())
        .containsExactly("resp_2");
    talk.ends("resp_2").beginsByItself("resp_3").sounds("resp_3", "item_3", 100);
    assertThat(talk.effects).anyMatch(Effect.Play.class::isInstance);
  }
}
