package dev.parlando.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.internal.engine.io.Effect;
import dev.parlando.internal.engine.io.EngineOptions;
import dev.parlando.internal.engine.io.Input;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.Extras;
import dev.parlando.realtime.Response.Status;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.SessionEvent;
import dev.parlando.realtime.TurnDetection;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.options.BargeIn;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Section F: playback, barge-in, truncation. */
class PlaybackRulesTest {

  private final Conversation conversation = Conversation.ready().say("Hello").begins("resp_1");

  @Test
  void r77_theSoundStopsFirstThenTheServerLearnsWhatWasHeard() {
    conversation.sounds("resp_1", "item_1", 2_000).speechStarts();
    assertThat(conversation.effects).contains(new Effect.Flush());
    assertThat(truncations()).isEmpty();

    conversation.stopsAt("item_1", 700);
    assertThat(truncations())
        .containsExactly(new ClientEvent.ItemTruncate("item_1", 0, 700).withEventId(id()));
    assertThat(Conversation.all(conversation.sent, ClientEvent.ResponseCancel.class)).isEmpty();
  }

  @Test
  void r77_aServerThatDoesNotInterruptIsToldToCancelAfterwards() {
    EngineOptions o = Conversation.OPTIONS;
    TurnDetection vad =
        new TurnDetection.ServerVad(null, null, null, null, false, null, Extras.NONE);
    SessionConfig config = SessionConfig.builder().turnDetection(vad).build();
    Conversation talk =
        new Conversation(
                new EngineOptions(
                    config,
                    null,
                    false,
                    List.of(),
                    o.options().toBuilder().bargeIn(BargeIn.AT_ONCE).build()))
            .open();
    talk.say("Hello").begins("resp_1").sounds("resp_1", "item_1", 2_000).speechStarts();
    talk.stopsAt("item_1", 700);

    assertThat(talk.sent.subList(talk.sent.size() - 2, talk.sent.size()))
        .extracting(event -> (Object) event.getClass())
        .containsExactly(ClientEvent.ItemTruncate.class, ClientEvent.ResponseCancel.class);
  }

  @Test
  void r77_whereAllWasHeardNothingIsSent() {
    conversation.sounds("resp_1", "item_1", 500).ends("resp_1").speechStarts();
    int before = conversation.sent.size();
    conversation.input(new Input.Flushed(null));
    assertThat(conversation.sent).hasSize(before);
  }

  @Test
  void r77_anOrdinaryTurnOfTheUserStopsAndSendsNothing() {
    conversation.ends("resp_1");
    int before = conversation.sent.size();
    conversation.speechStarts().speechStops();
    assertThat(conversation.effects).doesNotContain(new Effect.Flush());
    assertThat(conversation.sent).hasSize(before);
  }

  @Test
  void r79_theCutIsNeverBeyondWhatCameOrBelowZero() {
    conversation.sounds("resp_1", "item_1", 1_000).speechStarts().stopsAt("item_1", 55_960);
    assertThat(truncations()).isEmpty();

    conversation.ends("resp_1", Status.CANCELLED, null).say("Go on").begins("resp_2");
    conversation.sounds("resp_2", "item_2", 1_000).speechStarts().stopsAt("item_2", -5);
    assertThat(truncations()).isEmpty();
    assertThat(deletions()).containsExactly("item_2");
  }

  @Test
  void r80_theAudibleItemIsCutAndThoseNobodyHeardAreTakenOut() {
    conversation
        .sounds("resp_1", "item_1", 1_000)
        .sounds("resp_1", "item_2", 1_000)
        .sounds("resp_1", "item_3", 1_000)
        .speechStarts()
        .stopsAt("item_2", 400);

    assertThat(truncations())
        .extracting(ClientEvent.ItemTruncate::itemId, ClientEvent.ItemTruncate::audioEndMs)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("item_2", 400));
    assertThat(deletions()).containsExactly("item_3");
  }

  @Test
  void r81_anItemIsCutOnce() {
    conversation.sounds("resp_1", "item_1", 1_000).speechStarts().stopsAt("item_1", 300);
    conversation.sounds("resp_1", "item_1", 200).speechStarts();
    conversation.stopsAt("item_1", 100);
    assertThat(truncations()).hasSize(1);
  }

  @Test
  void r82_theTailAfterTheReplyEndedIsCutToo() {
    conversation.sounds("resp_1", "item_1", 3_000).ends("resp_1").speechStarts();
    conversation.stopsAt("item_1", 1_200);
    assertThat(truncations()).hasSize(1);
  }

  @Test
  void r83_whatStillComesOfAnInterruptedReplyIsDroppedAndTheNextIsHeard() {
    conversation.sounds("resp_1", "item_1", 1_000).speechStarts().stopsAt("item_1", 300);
    conversation.sounds("resp_1", "item_1", 100).sounds("resp_1", "item_9", 100);
    assertThat(conversation.told(ReplyEvent.Audio.class)).hasSize(1);

    conversation.ends("resp_1", Status.CANCELLED, null).speechStops().beginsByItself("resp_2");
    conversation.sounds("resp_2", "item_2", 100);
    assertThat(conversation.told(ReplyEvent.Audio.class)).hasSize(2);
  }

  @Test
  void r84_aRefusedCutDoesNotAffectTheNextReply() {
    conversation.sounds("resp_1", "item_1", 1_000).speechStarts().stopsAt("item_1", 300);
    conversation.errs(null, "Audio content of 100ms is already shorter than 300ms", id());
    assertThat(conversation.told(Failure.class))
        .extracting(Failure::kind)
        .containsExactly(Failure.Kind.REQUEST);

    conversation.ends("resp_1", Status.CANCELLED, null).speechStops().beginsByItself("resp_2");
    conversation.sounds("resp_2", "item_2", 100);
    assertThat(conversation.told(ReplyEvent.Audio.class)).hasSize(2);
  }

  @Test
  void r86_onASideChannelTheServerIsToldToStopTheSound() {
    Conversation side = new Conversation(Conversation.sideband());
    side.input(new Input.Dialled()).input(new Input.Opened());
    side.server(new SessionEvent.Updated(null, Conversation.session("sess_1"), Extras.NONE));
    side.beginsByItself("resp_1").input(new Input.Command.Interrupt());

    assertThat(side.sent.subList(1, 3))
        .extracting(event -> (Object) event.getClass())
        .containsExactly(ClientEvent.OutputAudioClear.class, ClientEvent.ResponseCancel.class);
    assertThat(truncations()).isEmpty();
  }

  @Test
  void r87_aTurnNeedsAHundredMillisecondsOfSound() {
    conversation.ends("resp_1");
    conversation.input(new Input.Command.AppendAudio(new byte[99 * 48]));
    conversation.input(new Input.Command.Commit(true));
    assertThat(Conversation.all(conversation.sent, ClientEvent.AudioCommit.class)).isEmpty();
    assertThat(conversation.creates()).hasSize(1);
    assertThat(conversation.told(Failure.class))
        .extracting(Failure::message)
        .containsExactly("A turn needs at least 100 ms of audio; there are 99 ms");

    conversation.input(new Input.Command.AppendAudio(new byte[48]));
    conversation.input(new Input.Command.Commit(true));
    assertThat(Conversation.all(conversation.sent, ClientEvent.AudioCommit.class)).hasSize(1);
    assertThat(conversation.creates()).hasSize(2);
  }

  @Test
  void anApplicationThatInterruptsStopsCutsAndCancelsInThisOrder() {
    conversation.sounds("resp_1", "item_1", 1_000).input(new Input.Command.Interrupt());
    conversation.stopsAt("item_1", 300);
    assertThat(conversation.sent.subList(conversation.sent.size() - 2, conversation.sent.size()))
        .extracting(event -> (Object) event.getClass())
        .containsExactly(ClientEvent.ItemTruncate.class, ClientEvent.ResponseCancel.class);
  }

  private String id() {
    ClientEvent last = conversation.sent.get(conversation.sent.size() - 1);
    return last.eventId();
  }

  private List<ClientEvent.ItemTruncate> truncations() {
    return Conversation.all(conversation.sent, ClientEvent.ItemTruncate.class);
  }

  private List<String> deletions() {
    return Conversation.all(conversation.sent, ClientEvent.ItemDelete.class).stream()
        .map(ClientEvent.ItemDelete::itemId)
        .toList();
  }
}
