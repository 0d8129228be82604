package dev.parlando.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.internal.engine.io.Effect;
import dev.parlando.internal.engine.io.Input;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.Extras;
import dev.parlando.realtime.ResponseConfig;
import dev.parlando.realtime.TranscriptionEvent;
import dev.parlando.session.event.Failure;
import dev.parlando.session.options.BargeIn;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** R66 and R130: when the caller's speech stops what is heard. */
class InterruptionsTest {

  private static Conversation speaking(BargeIn bargeIn) {
    Conversation talk = new Conversation(Conversation.with(o -> o.bargeIn(bargeIn))).open();
    talk.say("Tell me a story.").begins("resp_1").sounds("resp_1", "item_1", 400);
    talk.effects.clear();
    return talk;
  }

  private static boolean stopped(Conversation talk) {
    return talk.effects.contains(new Effect.Flush());
  }

  @Test
  void r130_speechStopsAtOnceWhatIsHeard() {
    assertThat(stopped(speaking(BargeIn.AT_ONCE).speechStarts())).isTrue();
    assertThat(stopped(speaking(BargeIn.AS_CONFIGURED).speechStarts())).isTrue();
  }

  @Test
  void r130_speechNeverStopsWhatIsHeard() {
    Conversation talk = speaking(BargeIn.NEVER).speechStarts();
    talk.transcribes("item_user", "Stop.").pass(5_000);
    assertThat(stopped(talk)).isFalse();
    assertThat(talk.sent)
        .noneMatch(ClientEvent.ResponseCancel.class::isInstance)
        .noneMatch(ClientEvent.ItemTruncate.class::isInstance);
  }

  @Test
  void r130_onlyLongSpeechStopsWhatIsHeard() {
    BargeIn bargeIn = BargeIn.after(Duration.ofMillis(600));
    Conversation cough = speaking(bargeIn).speechStarts().pass(599);
    assertThat(stopped(cough.speechStops().pass(5_000))).isFalse();

    Conversation speech = speaking(bargeIn).speechStarts().pass(599);
    assertThat(stopped(speech)).isFalse();
    assertThat(stopped(speech.pass(1))).isTrue();
  }

  @Test
  void r130_onlyUnderstoodSpeechStopsWhatIsHeard() {
    Conversation talk = speaking(BargeIn.TRANSCRIBED).speechStarts().pass(3_000);
    talk.transcribes("item_other", "No.").transcribes("item_user", " ");
    assertThat(stopped(talk)).isFalse();
    talk = speaking(BargeIn.TRANSCRIBED).speechStarts();
    talk.server(new TranscriptionEvent.Updated(null, "item_user", 0, "Wai", Extras.NONE));
    assertThat(stopped(talk)).isTrue();
  }

  @Test
  void r130_aServerThatInterruptsAllTheSameIsTold() {
    assertThat(new Conversation(Conversation.with(o -> o.bargeIn(BargeIn.AT_ONCE))).opened())
        .isEmpty();
    assertThat(new Conversation(Conversation.with(o -> o.bargeIn(BargeIn.NEVER))).opened())
        .extracting(Failure::message)
        .containsExactly(
            "The server stops its responses when it hears the user, whatever bargeIn says: set"
                + " interrupt_response of the turn detection to false");
  }

  @Test
  void r130_aLateTranscriptDoesNotStopTheAnswerToIt() {
    Conversation talk = speaking(BargeIn.TRANSCRIBED).speechStarts().speechStops();
    talk.ends("resp_1").beginsByItself("resp_2").sounds("resp_2", "item_2", 100);
    talk.effects.clear();
    assertThat(stopped(talk.transcribes("item_user", "Wait!"))).isFalse();
  }

  @Test
  void r66_aProtectedResponseIsNotStoppedBySpeechButByTheApplication() {
    Conversation talk = Conversation.ready();
    ResponseConfig greeting = ResponseConfig.builder().instructions("Greet.").build();
    talk.input(new Input.Command.RequestResponse(greeting, false));
    talk.begins("resp_1").sounds("resp_1", "item_1", 400).speechStarts();
    assertThat(stopped(talk)).isFalse();
    assertThat(stopped(talk.input(new Input.Command.Interrupt()))).isTrue();
  }

  @Test
  void r66_theTailOfAProtectedResponseIsHeardToItsEnd() {
    Conversation talk = Conversation.ready();
    ResponseConfig greeting = ResponseConfig.builder().instructions("Greet.").build();
    talk.input(new Input.Command.RequestResponse(greeting, false));
    talk.begins("resp_1").sounds("resp_1", "item_1", 4_000).ends("resp_1").speechStarts();
    assertThat(stopped(talk)).isFalse();
    talk.speechStops().beginsByItself("resp_2").sounds("resp_2", "item_2", 400);
    assertThat(stopped(talk.speechStarts())).isTrue();
  }
}
