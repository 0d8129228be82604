package dev.parlando.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.internal.engine.io.Effect;
import dev.parlando.internal.engine.io.Input;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.ContentPart;
import dev.parlando.realtime.Extras;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.transport.UpgradeRefused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section H: errors, reconnect, expiry. */
class ConnectionRulesTest {

  private final Conversation conversation = Conversation.ready("get_time");

  @ParameterizedTest
  @CsvSource({
    "insufficient_quota, FATAL",
    "invalid_api_key, FATAL",
    "session_expired, EXPIRED",
    "server_error, TRANSIENT",
    "rate_limit_exceeded, TRANSIENT",
    "invalid_value, REQUEST"
  })
  void r98_errorsAreToldByWhatFollowsFromThem(String code, Failure.Kind kind) {
    conversation.errs(code, "Oops.", null);
    assertThat(conversation.told(Failure.class)).containsExactly(new Failure(kind, code, "Oops."));
    assertThat(conversation.effects.contains(new Effect.Disconnect(1000, "")))
        .isEqualTo(kind == Failure.Kind.FATAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"response_cancel_not_active", "input_audio_buffer_commit_empty"})
  void r98_errorsOfTwoSidesActingAtOnceAreNotTold(String code) {
    assertThat(conversation.errs(code, "Oops.", null).told(Failure.class)).isEmpty();
  }

  @Test
  void r99_aLostConnectionIsDialledAnewWithGrowingPausesAndALimit() {
    conversation.input(new Input.Disconnected(1006, ""));
    for (int i = 0; i < 2; i++) {
      conversation.input(new Input.Dialled()).input(new Input.Disconnected(1006, "refused"));
    }
    List<Long> pauses =
        Conversation.all(conversation.effects, Effect.Redial.class).stream()
            .map(Effect.Redial::delayMs)
            .toList();
    assertThat(pauses).hasSize(3);
    assertThat(pauses.get(0)).isBetween(250L, 500L);
    assertThat(pauses.get(1)).isBetween(500L, 1_000L);
    assertThat(pauses.get(2)).isBetween(1_000L, 2_000L);

    conversation.input(new Input.Dialled()).input(new Input.Disconnected(1006, "refused"));
    assertThat(Conversation.all(conversation.effects, Effect.Redial.class)).hasSize(3);
    assertThat(conversation.told(VoiceEvent.Closed.class)).hasSize(1);
  }

  @Test
  void r99_aSessionSurvivesSoManyLosses() {
    conversation.losesAndFindsTheServer().losesAndFindsTheServer();
    assertThat(conversation.told(VoiceEvent.Reconnected.class)).hasSize(2);

    conversation.input(new Input.Disconnected(1006, ""));
    assertThat(conversation.told(VoiceEvent.Closed.class)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1008, 4000})
  void r106_anEndThatAnotherDialWouldNotMendIsTheEnd(int code) {
    conversation.input(new Input.Disconnected(code, "bye"));
    assertThat(conversation.told)
        .contains(new VoiceEvent.Closed(VoiceEvent.Closed.Cause.SERVER, code, "bye"));
    assertThat(Conversation.all(conversation.effects, Effect.Redial.class)).isEmpty();
    assertThat(conversation.engine.idle()).isTrue();
  }

  @Test
  void r99_credentialsThatAreRefusedOnTheWayBackEndTheSession() {
    conversation
        .input(new Input.Disconnected(1006, ""))
        .input(new Input.Dialled())
        .input(new Input.Refused(new UpgradeRefused(401, "Unauthorized", "")));
    assertThat(conversation.told(Failure.class))
        .containsExactly(
            new Failure(
                Failure.Kind.FATAL,
                "",
                "Could not reconnect. The server refused the connection with HTTP 401"
                    + " Unauthorized"));
    assertThat(conversation.told(VoiceEvent.Closed.class)).hasSize(1);
  }

  @Test
  void r99_theNewConnectionLearnsTheConfigurationTheConversationAndWhatIsStillWanted() {
    conversation
        .input(new Input.Command.Update(SessionConfig.builder().instructions("Be kind.").build()))
        .say("What time is it?")
        .begins("resp_1")
        .hasItem(
            null,
            new Item.FunctionCall(
                "f", Item.Status.COMPLETED, "call_1", "get_time", "{}", Extras.NONE))
        .calls("resp_1", "call_1", "get_time", "{}")
        .input(new Input.Disconnected(1006, ""));
    conversation.sent.clear();
    conversation.returns("call_1", "noon").findsTheServer();

    assertThat(conversation.sent)
        .extracting(event -> (Object) event.getClass())
        .containsExactly(
            ClientEvent.SessionUpdate.class,
            ClientEvent.ItemCreate.class,
            ClientEvent.ItemCreate.class,
            ClientEvent.ItemCreate.class,
            ClientEvent.ResponseCreate.class);
    ClientEvent.SessionUpdate update = (ClientEvent.SessionUpdate) conversation.sent.get(0);
    assertThat(update.session().instructions()).isEqualTo("Be kind.");
    assertThat(update.session().tools()).hasSize(1);
    assertThat(conversation.outputTexts()).containsExactly("call_1=noon");
    assertThat(conversation.told(VoiceEvent.Reconnected.class))
        .containsExactly(new VoiceEvent.Reconnected("sess_2", 3));
  }

  @Test
  void r102_aToolThatRunsOverTheLossIsToldAsRunningAndItsResultFollowsOnTheNewConnection() {
    conversation
        .say("What time is it?")
        .begins("resp_1")
        .hasItem(
            null,
            new Item.FunctionCall(
                "f", Item.Status.COMPLETED, "call_1", "get_time", "{}", Extras.NONE))
        .calls("resp_1", "call_1", "get_time", "{}")
        .losesAndFindsTheServer();
    assertThat(conversation.outputTexts())
        .containsExactly(
            "call_1=Still running. Its result follows in a message; don't call again, and don't"
                + " guess it.");
    assertThat(conversation.creates()).hasSize(1);

    conversation.returns("call_1", "noon");
    assertThat(Conversation.all(conversation.sent, ClientEvent.ItemCreate.class))
        .last()
        .extracting(ClientEvent.ItemCreate::item)
        .isEqualTo(Item.systemText("The result of get_time, call call_1:\nnoon"));
    assertThat(conversation.outputs()).hasSize(1);
    assertThat(conversation.creates()).hasSize(2);
  }

  @Test
  void r103_aReplyThatHadNotBegunIsAskedForAgain() {
    conversation.say("Hello").losesAndFindsTheServer();
    assertThat(conversation.creates()).hasSize(2);
  }

  @Test
  void r97_whatTheModelSaidIsRestoredAsItsWords() {
    Item said =
        new Item.Message(
            "item_1",
            Item.Status.COMPLETED,
            Item.Role.ASSISTANT,
            List.of(new ContentPart.OutputAudio(null, "Noon.", Extras.NONE)),
            Extras.NONE);
    conversation.hasItem(null, said);
    conversation.sent.clear();
    conversation.losesAndFindsTheServer();

    ClientEvent.ItemCreate restored = (ClientEvent.ItemCreate) conversation.sent.get(1);
    assertThat(((Item.Message) restored.item()).content())
        .containsExactly(new ContentPart.OutputText("Noon."));
  }

  @Test
  void r88_ofTheSoundHeldMeanwhileTheLastSecondIsSentAndTheRestCounted() {
    conversation.input(new Input.Disconnected(1006, ""));
    for (int i = 0; i < 15; i++) {
      conversation.input(new Input.Command.AppendAudio(new byte[4_800]));
    }
    conversation.sent.clear();
    conversation.findsTheServer();

    assertThat(Conversation.all(conversation.sent, ClientEvent.AudioAppend.class)).hasSize(10);
    assertThat(conversation.told(Failure.class))
        .extracting(Failure::message)
        .containsExactly("5 pieces of the user's audio were left out, held for too long");
  }

  @Test
  void r105_aCloseWhileConnectingIsOneOutcome() {
    Conversation early = new Conversation(Conversation.OPTIONS);
    early.input(new Input.Dialled()).input(new Input.Command.Close(1000, ""));
    early.input(new Input.Disconnected(1006, "")).input(new Input.Command.Close(1000, ""));

    assertThat(Conversation.all(early.effects, Effect.ConnectFailed.class)).hasSize(1);
    assertThat(early.told(VoiceEvent.Closed.class)).isEmpty();
  }

  @Test
  void r105_aCloseThatIsNotAnsweredEndsInTime() {
    conversation.input(new Input.Command.Close(1000, "")).pass(2_000);
    assertThat(conversation.told(VoiceEvent.Closed.class)).hasSize(1);
    assertThat(conversation.input(new Input.Disconnected(1006, "")).told(VoiceEvent.Closed.class))
        .hasSize(1);
  }

  @Test
  void r105_aCloseWhileReconnectingIsTheEnd() {
    conversation.input(new Input.Disconnected(1006, "")).input(new Input.Command.Close(1000, ""));
    assertThat(conversation.told(VoiceEvent.Closed.class)).hasSize(1);
  }

  @Test
  void r7_aChangeOfTheSoundRepeatsAllOfItAndLeavesTheVoiceOutOnceTheModelSpoke() {
    conversation.input(
        new Input.Command.Update(
            SessionConfig.builder().voice(dev.parlando.realtime.Voice.named("marin")).build()));
    conversation.say("Hello").begins("resp_1").sounds("resp_1", "item_1", 100);
    conversation.sent.clear();
    conversation.input(new Input.Command.Update(SessionConfig.builder().speed(1.2).build()));

    ClientEvent.SessionUpdate update = (ClientEvent.SessionUpdate) conversation.sent.get(0);
    assertThat(update.session().speed()).isEqualTo(1.2);
    assertThat(update.session().voice()).isNull();
    assertThat(update.session().instructions()).isNull();
  }
}
