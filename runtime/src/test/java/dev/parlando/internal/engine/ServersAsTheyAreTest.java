package dev.parlando.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.internal.engine.io.Effect;
import dev.parlando.internal.engine.io.EngineOptions;
import dev.parlando.internal.engine.io.Input;
import dev.parlando.internal.engine.io.ToolCatalog;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.ConversationEvent;
import dev.parlando.realtime.Extras;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.McpEvent;
import dev.parlando.realtime.McpItem;
import dev.parlando.realtime.Response.Status;
import dev.parlando.realtime.ResponseEvent;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.SessionEvent;
import dev.parlando.realtime.TranscriptionEvent;
import dev.parlando.realtime.TurnDetection;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.SpeechEvent;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.transport.UpgradeRefused;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * R122, R123, R125, R131, R132, R135, R136, R137: connections, configuration, identity and events,
 * as servers really handle them.
 */
class ServersAsTheyAreTest {

  private final Conversation talk = Conversation.ready("get_time", "get_news");

  private List<Effect.Redial> redials() {
    return Conversation.all(talk.effects, Effect.Redial.class);
  }

  // Two connections.

  @Test
  void aReconnectWhoseHandshakeFailsIsDialledOnceForEachFailure() {
    talk.input(ofDial(1, new Input.Disconnected(1006, "")));
    talk.input(ofDial(2, new Input.Dialled())).input(ofDial(2, new Input.Opened()));
    talk.input(
        ofDial(
            2,
            new Input.Received(
                new dev.parlando.realtime.ErrorEvent(
                    null, Conversation.error("server_error", "Oops.", null), Extras.NONE))));
    talk.input(ofDial(2, new Input.Disconnected(1000, "")));
    assertThat(redials()).extracting(Effect.Redial::dial).containsExactly(2, 3);
  }

  private static Input ofDial(int dial, Input input) {
    return new Input.OfDial(dial, input);
  }

  @Test
  void whatComesOfAnOlderDialMeansNothing() {
    talk.input(ofDial(1, new Input.Disconnected(1006, ""))).findsTheServer();
    talk.input(ofDial(1, new Input.Disconnected(1006, "late")));
    assertThat(redials()).hasSize(1);
    assertThat(talk.say("Hello").creates()).hasSize(1);
  }

  @Test
  void aCloseBeforeARedialLeavesNothingToDial() {
    talk.input(new Input.Disconnected(1006, ""));
    int dial = redials().get(0).dial();
    assertThat(talk.engine.wantsDial(dial)).isTrue();
    talk.input(new Input.Command.Close(1000, ""));
    assertThat(talk.engine.wantsDial(dial)).isFalse();
  }

  @Test
  void anItemOfTheOldConnectionIsNotTruncatedOnTheNew() {
    talk.say("Hello").begins("resp_1").sounds("resp_1", "item_1", 2_000).ends("resp_1");
    talk.losesAndFindsTheServer().speechStarts().stopsAt("item_1", 700);
    assertThat(Conversation.all(talk.sent, ClientEvent.ItemTruncate.class)).isEmpty();
    assertThat(Conversation.all(talk.sent, ClientEvent.ItemDelete.class)).isEmpty();
  }

  @Test
  void pausesGrowUntilAConnectionHeldForAWhile() {
    talk.losesAndFindsTheServer().losesAndFindsTheServer();
    assertThat(redials().get(1).delayMs()).isGreaterThanOrEqualTo(500);
    Conversation other = Conversation.ready();
    other.losesAndFindsTheServer().pass(30_000).losesAndFindsTheServer();
    assertThat(Conversation.all(other.effects, Effect.Redial.class).get(1).delayMs())
        .isLessThanOrEqualTo(500);
  }

  @Test
  void chanceIsAnotherInEachSession() {
    assertThat(firstPause(1)).isNotEqualTo(firstPause(2));
  }

  private static long firstPause(long seed) {
    EngineOptions o = Conversation.OPTIONS;
    Conversation seeded =
        new Conversation(new EngineOptions(o.session(), null, false, List.of(), o.options(), seed));
    seeded.open().input(new Input.Disconnected(1006, ""));
    return Conversation.all(seeded.effects, Effect.Redial.class).get(0).delayMs();
  }

  @Test
  void aLostSidebandComesBackWithoutAReplay() {
    Conversation side = sideband();
    side.say("Hello").begins("resp_1").input(new Input.Disconnected(1006, ""));
    side.sent.clear();
    side.input(new Input.Dialled()).input(new Input.Opened());
    side.server(new SessionEvent.Updated(null, Conversation.session("sess_1"), Extras.NONE));
    assertThat(side.sent)
        .extracting(event -> (Object) event.getClass())
        .containsExactly(ClientEvent.SessionUpdate.class, ClientEvent.ResponseCreate.class);
  }

  @Test
  void aSidebandThatIsRefusedSaysThatTheCallIsOver() {
    Conversation side = sideband();
    side.input(new Input.Disconnected(1006, "")).input(new Input.Dialled());
    side.input(new Input.Refused(new UpgradeRefused(404, "Not Found", "")));
    assertThat(side.told(VoiceEvent.Closed.class))
        .containsExactly(
            new VoiceEvent.Closed(VoiceEvent.Closed.Cause.SERVER, 1000, "The call is over"));
  }

  private static Conversation sideband() {
    Conversation side = new Conversation(Conversation.sideband());
    side.input(new Input.Dialled()).input(new Input.Opened());
    return side.server(new SessionEvent.Updated(null, Conversation.session("sess_1"), Extras.NONE));
  }

  @Test
  void anExpiredSessionGoesOnWhateverTheCloseCode() {
    talk.errs("session_expired", "Your session hit the maximum duration.", null);
    talk.input(new Input.Disconnected(1000, ""));
    assertThat(redials()).hasSize(1);
  }

  // What was refused.

  @Test
  void aRefusedChangeIsTakenBackAndNotSentAgain() {
    talk.input(
        new Input.Command.Update(SessionConfig.builder().instructions("Forbidden.").build()));
    talk.errs("invalid_value", "No.", talk.sent.get(0).eventId());
    talk.sent.clear();
    talk.losesAndFindsTheServer();
    ClientEvent.SessionUpdate update = (ClientEvent.SessionUpdate) talk.sent.get(0);
    assertThat(update.session().instructions()).isEqualTo("Be brief.");
  }

  @Test
  void refusedToolsLeaveThoseThatTheServerOffers() {
    talk.input(
        new Input.Command.ReplaceTools(
            ToolCatalog.of(List.of(new Conversation.Tools("get_weather")))));
    talk.say("Hello").begins("resp_1");
    talk.errs("invalid_value", "No.", talk.sent.get(0).eventId());
    talk.calls("resp_1", "call_1", "get_time", "{}");
    assertThat(talk.started()).containsExactly("call_1");
  }

  @Test
  void aChangeThatANewConnectionRefusesIsTakenBackAndTheSessionGoesOn() {
    talk.input(new Input.Disconnected(1006, ""));
    talk.input(
        new Input.Command.Update(SessionConfig.builder().instructions("Forbidden.").build()));
    talk.input(new Input.Dialled()).input(new Input.Opened());
    talk.server(new SessionEvent.Created(null, Conversation.session("sess_2"), Extras.NONE));
    talk.errs("invalid_value", "No.", null);
    talk.sent.clear();
    talk.findsTheServer();
    ClientEvent.SessionUpdate update = (ClientEvent.SessionUpdate) talk.sent.get(0);
    assertThat(update.session().instructions()).isEqualTo("Be brief.");
    assertThat(talk.told(VoiceEvent.Reconnected.class)).hasSize(1);
  }

  // Identity of calls.

  @Test
  void callsThatAreNumberedAnewInEachResponseAreAllRun() {
    talk.say("One").begins("resp_1").calls("resp_1", "call_0", "get_time", "{}");
    talk.ends("resp_1").returns("call_0", "noon");
    talk.begins("resp_2").calls("resp_2", "call_0", "get_time", "{}").ends("resp_2");
    talk.returns("call_0_2", "one");
    assertThat(talk.outputTexts()).containsExactly("call_0=noon", "call_0=one");
  }

  @Test
  void restoredCallsHaveIdsOfTheirOwn() {
    callsThatAreNumberedAnewInEachResponseAreAllRun();
    talk.sent.clear();
    talk.losesAndFindsTheServer();
    assertThat(talk.outputTexts()).containsExactly("call_0=noon", "call_0_2=one");
  }

  @Test
  void aCallThatIsFirstToldAsUnfinishedIsRunWhenItIsComplete() {
    talk.say("One").begins("resp_1");
    talk.calls("resp_1", "call_1", "get_time", "", Item.Status.IN_PROGRESS);
    assertThat(talk.started()).isEmpty();
    talk.calls("resp_1", "call_1", "get_time", "{}", Item.Status.COMPLETED);
    assertThat(talk.started()).containsExactly("call_1");
  }

  @Test
  void aCallWhoseNameCameWithTheItemIsJoinedByTheItem() {
    talk.say("One").begins("resp_1");
    talk.server(
        new ResponseEvent.OutputItemAdded(
            null,
            "resp_1",
            0,
            new Item.FunctionCall(
                "item_c", Item.Status.IN_PROGRESS, "call_1", "get_time", "", Extras.NONE),
            Extras.NONE));
    talk.server(
        new ResponseEvent.FunctionCallArgumentsDone(
            null, "resp_1", "item_c", 0, null, null, "{}", Extras.NONE));
    talk.ends("resp_1");
    assertThat(talk.started()).containsExactly("call_1");
  }

  // Reading.

  @Test
  void aTranscriptInProgressIsCorrectedByTheCompletedOne() {
    completed("Hello?", "in_progress");
    completed("Hello, my name is Marcelo.", "in_progress");
    completed("Hello, my name is Marcelo.", "completed");
    assertThat(talk.told(SpeechEvent.Transcript.class))
        .extracting(SpeechEvent.Transcript::text)
        .containsExactly("Hello, my name is Marcelo.");
  }

  private void completed(String text, String status) {
    Extras extras = Extras.of("status", JsonNodeFactory.instance.stringNode(status));
    talk.server(new TranscriptionEvent.Completed(null, "item_u", 0, text, null, extras));
  }

  @Test
  void anEndWithoutOutputAfterWhatWasStreamedIsNotEmpty() {
    talk.say("Hello").begins("resp_1").sounds("resp_1", "item_1", 100);
    talk.server(
        new ResponseEvent.Done(
            null, Conversation.response("resp_1", Status.COMPLETED, null, null), Extras.NONE));
    assertThat(talk.told(Failure.class)).isEmpty();
    assertThat(talk.creates()).hasSize(1);
  }

  @Test
  void metadataThatIsAlwaysTheFirstDoesNotMakeAnswersDouble() {
    talk.say("One");
    String first = talk.lastCreateId();
    for (int i = 1; i <= 3; i++) {
      String response = "resp_" + i;
      talk.server(
          new ConversationEvent.ItemAdded(
              null, null, Item.userText("One").withId("item_u" + i), Extras.NONE));
      talk.server(
          new ResponseEvent.Created(
              null, Conversation.response(response, Status.IN_PROGRESS, first, null), Extras.NONE));
      talk.ends(response).say("One");
    }
    assertThat(talk.creates()).hasSize(4);
    assertThat(Conversation.all(talk.sent, ClientEvent.ResponseCancel.class)).isEmpty();
  }

  // Others.

  @Test
  void aTimeThatARateLimitNamesIsKept() {
    talk.say("Hello").begins("resp_1");
    dev.parlando.realtime.ErrorDetail limit =
        Conversation.error(
            "rate_limit_exceeded", "Rate limit reached. Please try again in 4s.", null);
    talk.ends(
        "resp_1",
        Status.FAILED,
        new dev.parlando.realtime.Response.StatusDetails("failed", null, limit, Extras.NONE));
    talk.pass(3_999);
    assertThat(talk.creates()).hasSize(1);
    talk.pass(1);
    assertThat(talk.creates()).hasSize(2);
  }

  @Test
  void withInterruptResponseFalseSpeechStopsNothing() {
    TurnDetection vad =
        new TurnDetection.ServerVad(null, null, null, null, false, null, Extras.NONE);
    EngineOptions o = Conversation.OPTIONS;
    Conversation protectedTalk =
        new Conversation(
                new EngineOptions(
                    SessionConfig.builder().turnDetection(vad).build(),
                    null,
                    false,
                    List.of(),
                    o.options()))
            .open();
    protectedTalk.say("Hello").begins("resp_1").sounds("resp_1", "item_1", 2_000).speechStarts();
    protectedTalk.sounds("resp_1", "item_1", 100);
    assertThat(protectedTalk.effects).doesNotContain(new Effect.Flush());
    assertThat(Conversation.all(protectedTalk.effects, Effect.Play.class)).hasSize(2);
  }

  @Test
  void anInterruptionTakesTheAnswerOfRunningToolsToo() {
    talk.say("Hello").begins("resp_1").calls("resp_1", "call_1", "get_time", "{}");
    talk.ends("resp_1").input(new Input.Command.Interrupt()).returns("call_1", "noon");
    assertThat(talk.outputTexts()).containsExactly("call_1=noon");
    assertThat(talk.creates()).hasSize(1);
  }

  @Test
  void afterCallsThatTheServerRunsTheModelIsAskedToGoOnInEitherOrder() {
    for (int i = 1; i <= 2; i++) {
      String response = "resp_" + i;
      McpItem.Call call =
          new McpItem.Call("mcp_" + i, "docs", "find", "{}", null, null, null, Extras.NONE);
      talk.say("Find it").begins(response);
      talk.server(new ResponseEvent.OutputItemAdded(null, response, 0, call, Extras.NONE));
      if (i == 1) {
        talk.server(new McpEvent.CallCompleted(null, "mcp_1", 0, Extras.NONE)).ends(response);
      } else {
        talk.ends(response).server(new McpEvent.CallCompleted(null, "mcp_2", 0, Extras.NONE));
      }
      assertThat(talk.creates()).hasSize(2 * i);
      talk.begins(response + "b").ends(response + "b");
    }
    assertThat(talk.engine.idle()).isTrue();
  }
}
