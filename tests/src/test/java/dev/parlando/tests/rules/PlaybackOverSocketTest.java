package dev.parlando.tests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.audio.AudioChunk;
import dev.parlando.audio.Heard;
import dev.parlando.audio.PlaybackSink;
import dev.parlando.realtime.Extras;
import dev.parlando.realtime.Modality;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.TurnDetection;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.SpeechEvent;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.session.options.BargeIn;
import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.fault.Fault;
import dev.parlando.testkit.speech.ToneSpeech;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Section F over a real socket: what is heard, and what becomes of it when the user speaks. */
class PlaybackOverSocketTest {

  private static final String LONG = "This is a long answer that nobody wants to hear to its end.";

  @RegisterExtension final SessionFixture fixture = new SessionFixture();

  private final StoppedSpeaker speaker = new StoppedSpeaker();

  private List<JsonNode> sent(String type) {
    return fixture.seen().clientEvents(type);
  }

  /** The user speaks until the server hears it. */
  private void speakOver(VoiceSession session) throws InterruptedException {
    session.appendAudio(ToneSpeech.pcm16("Stop."));
    fixture.awaitEvent(SpeechEvent.Started.class);
  }

  /** The user falls silent, and what follows is over. */
  private void endTurn(VoiceSession session, int responses) throws InterruptedException {
    session.appendAudio(ToneSpeech.silence(600));
    fixture.awaitEvent(ReplyEvent.Finished.class, responses);
    fixture.settle(session);
  }

  @Test
  void r77_theSoundStopsThenTheServerLearnsHowFarItWasHeard() throws Exception {
    fixture.script.transcribes("Stop.");
    fixture.model(Reply.saying(LONG).hold()).model(Reply.saying("Yes?"));
    speaker.stopAt(300);
    VoiceSession session = fixture.connect(speaker);
    session.sendText("Talk.");
    fixture.seen().awaitServerEvent("response.output_item.done");
    fixture.awaitEvent(ReplyEvent.Transcript.class);
    speakOver(session);
    JsonNode truncate =
        fixture.seen().awaitClientEvent("conversation.item.truncate", SessionFixture.PATIENCE);
    endTurn(session, 2);

    assertThat(truncate.path("audio_end_ms").asInt()).isEqualTo(300);
    assertThat(fixture.seen().awaitServerEvent("response.done").at("/response/status").asString())
        .isEqualTo("cancelled");
    assertThat(sent("response.cancel")).isEmpty();
    assertThat(fixture.seen().serverEvents("error")).isEmpty();
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(2);
  }

  @Test
  void r77_whereTheServerDoesNotInterruptItIsToldToAfterTheCut() throws Exception {
    fixture.config(
        SessionConfig.builder()
            .turnDetection(
                new TurnDetection.ServerVad(null, null, null, null, false, null, Extras.NONE))
            .build());
    fixture.options.bargeIn(BargeIn.AT_ONCE);
    fixture.script.transcribes("Stop.");
    fixture.model(Reply.saying(LONG).hold()).model(Reply.saying("Yes?"));
    speaker.stopAt(300);
    VoiceSession session = fixture.connect(speaker);
    session.sendText("Talk.");
    fixture.awaitEvent(ReplyEvent.Transcript.class);
    speakOver(session);
    fixture.seen().awaitClientEvent("response.cancel", SessionFixture.PATIENCE);
    assertThat(fixture.seen().clientEvents())
        .extracting(event -> event.path("type").asString())
        .containsSubsequence("conversation.item.truncate", "response.cancel");
    endTurn(session, 2);
  }

  @Test
  void r79_theCutIsNeverBeyondWhatCame() throws Exception {
    fixture.script.transcribes("Stop.");
    fixture.model(Reply.saying(LONG)).model(Reply.saying("Yes?"));
    VoiceSession session = fixture.connect(speaker);
    fixture.ask(session, "Talk.");
    long receivedMs =
        fixture.events.all(ReplyEvent.Audio.class).stream().mapToLong(a -> a.audio().length).sum()
            / 48;
    speaker.stopAt((int) receivedMs - 1);
    speakOver(session);
    JsonNode truncate =
        fixture.seen().awaitClientEvent("conversation.item.truncate", SessionFixture.PATIENCE);
    assertThat(truncate.path("audio_end_ms").asLong()).isEqualTo(receivedMs - 1);
    endTurn(session, 2);
    assertThat(fixture.seen().serverEvents("error")).isEmpty();
  }

  @Test
  void r80_theAudibleItemIsCutAndOnesNobodyHeardAreTakenOut() throws Exception {
    fixture.script.transcribes("Stop.");
    fixture
        .model(Reply.saying(LONG).say("A second item.").say("And a third."))
        .model(Reply.saying("Yes?"));
    speaker.stopAt(300);
    VoiceSession session = fixture.connect(speaker);
    fixture.ask(session, "Talk.");
    List<String> items = speaker.items();
    assertThat(items).hasSize(3);
    speakOver(session);
    fixture
        .seen()
        .awaitClientEvents(
            SessionFixture.type("conversation.item.delete"), 2, SessionFixture.PATIENCE);
    endTurn(session, 2);

    assertThat(sent("conversation.item.truncate"))
        .extracting(event -> event.path("item_id").asString())
        .containsExactly(items.get(0));
    assertThat(sent("conversation.item.delete"))
        .extracting(event -> event.path("item_id").asString())
        .containsExactly(items.get(1), items.get(2));
    assertThat(fixture.seen().serverEvents("error")).isEmpty();
  }

  @Test
  void r81_wordsWithoutSoundAreNeverCut() throws Exception {
    fixture.config(SessionConfig.builder().modalities(List.of(Modality.TEXT)).build());
    fixture.script.transcribes("Stop.");
    fixture.model(Reply.saying(LONG)).model(Reply.saying("Yes?"));
    VoiceSession session = fixture.connect(speaker);
    fixture.ask(session, "Write.");
    speakOver(session);
    endTurn(session, 2);
    assertThat(sent("conversation.item.truncate")).isEmpty();
    assertThat(sent("conversation.item.delete")).isEmpty();
  }

  @Test
  void r82_afterTheTailWasHeardNothingIsSent() throws Exception {
    fixture.script.transcribes("Stop.");
    fixture.model(Reply.saying(LONG)).model(Reply.saying("Yes?"));
    speaker.stopAt(Integer.MAX_VALUE);
    VoiceSession session = fixture.connect(speaker);
    fixture.ask(session, "Talk.");
    speakOver(session);
    endTurn(session, 2);
    assertThat(speaker.flushes()).isEqualTo(1);
    assertThat(sent("conversation.item.truncate")).isEmpty();
    assertThat(sent("conversation.item.delete")).isEmpty();
  }

  @Test
  void r83_whatStillComesOfACutReplyIsNotHeard() throws Exception {
    fixture.script.transcribes("Stop.");
    fixture.model(Reply.saying(LONG).hold()).model(Reply.saying("Yes?"));
    speaker.stopAt(300);
    VoiceSession session = fixture.connect(speaker);
    session.sendText("Talk.");
    fixture.awaitEvent(ReplyEvent.Transcript.class);
    String delta = fixture.seen().serverEvents("response.output_audio.delta").get(0).toString();
    speakOver(session);
    fixture.seen().awaitServerEvent("response.done");
    fixture.seen().inject(delta);
    endTurn(session, 2);
    assertThat(speaker.items()).hasSize(1);
  }

  @Test
  void r84_aRefusedCutDoesNotAffectTheNextReply() throws Exception {
    fixture.settings.fault(
        Fault.onClientEvent("conversation.item.truncate")
            .reject("invalid_request_error", "invalid_value", "Audio content is shorter."));
    fixture.script.transcribes("Stop.");
    fixture.model(Reply.saying(LONG)).model(Reply.saying("Yes?"));
    speaker.stopAt(300);
    VoiceSession session = fixture.connect(speaker);
    fixture.ask(session, "Talk.");
    speakOver(session);
    endTurn(session, 2);
    assertThat(fixture.events.all(Failure.class))
        .extracting(Failure::kind)
        .containsExactly(Failure.Kind.REQUEST);
    assertThat(speaker.items()).hasSize(1);
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(2);
  }

  @Test
  void r31_aSpeakerThatFailsCostsNothingButTheSound() throws Exception {
    fixture.script.transcribes("Stop.");
    fixture.model(Reply.saying("Hello.")).model(Reply.saying("Yes?"));
    VoiceSession session = fixture.connect(new BrokenSpeaker());
    fixture.ask(session, "Hello");
    speakOver(session);
    endTurn(session, 2);
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(2);
    assertThat(fixture.events.all(Failure.class))
        .extracting(Failure::kind)
        .isNotEmpty()
        .containsOnly(Failure.Kind.APPLICATION);
  }

  private static final class BrokenSpeaker implements PlaybackSink {

    @Override
    public void play(AudioChunk chunk) {
      throw new IllegalStateException("unplugged");
    }

    @Override
    public Optional<Heard> flush() {
      throw new IllegalStateException("unplugged");
    }

    @Override
    public void close() {
      throw new IllegalStateException("unplugged");
    }
  }

  @Test
  void r87_aTurnNeedsATenthOfASecondOfSound() throws Exception {
    fixture.config(SessionConfig.builder().turnDetection(TurnDetection.disabled()).build());
    fixture.script.transcribes("Hello.");
    fixture.model(Reply.saying("Hello."));
    VoiceSession session = fixture.connect(speaker);
    session.appendAudio(new byte[48 * 99]);
    session.commit();
    fixture.settle(session);
    assertThat(sent("input_audio_buffer.commit")).isEmpty();
    assertThat(fixture.events.all(Failure.class)).hasSize(1);

    session.appendAudio(ToneSpeech.pcm16("Hello."));
    session.commit();
    fixture.settle(session);
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(1);
    assertThat(fixture.seen().serverEvents("error")).isEmpty();
  }

  @Test
  void r88_soundOfTheTimeWithoutConnectionIsSentAfterwards() throws Exception {
    fixture.options.time(fixture.time);
    fixture.settings.fault(Fault.onClientEvent("conversation.item.create").inSession(1).abort());
    fixture.model(Reply.saying("Hello."));
    VoiceSession session = fixture.connect(speaker);
    session.sendText("Hello");
    fixture.awaitEvent(VoiceEvent.Reconnecting.class);
    session.appendAudio(new byte[48 * 20]);
    fixture.sync();
    fixture.time.advance(Duration.ofSeconds(1));
    fixture.awaitEvent(VoiceEvent.Reconnected.class).settle(session);
    assertThat(fixture.seen(2).clientEvents("input_audio_buffer.append")).hasSize(1);
    session.close();
    session.ended().get(20, TimeUnit.SECONDS);
  }
}
