package dev.parlando.testkit.rules;

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

  @RegisterExtension final Rig rig = new Rig();

  private final StoppedSpeaker speaker = new StoppedSpeaker();

  private List<JsonNode> sent(String type) {
    return rig.seen().clientEvents(type);
  }

  /** The user speaks until the server hears it. */
  private void speakOver(VoiceSession session) throws InterruptedException {
    session.appendAudio(ToneSpeech.pcm16("Stop."));
    rig.awaitHeard(SpeechEvent.Started.class);
  }

  /** The user falls silent, and what follows is over. */
  private void endTurn(VoiceSession session, int responses) throws InterruptedException {
    session.appendAudio(ToneSpeech.silence(600));
    rig.awaitHeard(ReplyEvent.Finished.class, responses);
    rig.settle(session);
  }

  @Test
  void r77_theSoundStopsThenTheServerLearnsHowFarItWasHeard() throws Exception {
    rig.script.transcribes("Stop.");
    rig.model(Reply.saying(LONG).hold()).model(Reply.saying("Yes?"));
    speaker.stopAt(300);
    VoiceSession session = rig.connect(speaker);
    session.sendText("Talk.");
    rig.seen().awaitServerEvent("response.output_item.done");
    rig.awaitHeard(ReplyEvent.Transcript.class);
    speakOver(session);
    JsonNode truncate = rig.seen().awaitClientEvent("conversation.item.truncate", Rig.PATIENCE);
    endTurn(session, 2);

    assertThat(truncate.path("audio_end_ms").asInt()).isEqualTo(300);
    assertThat(rig.seen().awaitServerEvent("response.done").at("/response/status").asString())
        .isEqualTo("cancelled");
    assertThat(sent("response.cancel")).isEmpty();
    assertThat(rig.seen().serverEvents("error")).isEmpty();
    assertThat(rig.heard.all(ReplyEvent.Transcript.class)).hasSize(2);
  }

  @Test
  void r77_whereTheServerDoesNotInterruptItIsToldToAfterTheCut() throws Exception {
    rig.config(
        SessionConfig.builder()
            .turnDetection(
                new TurnDetection.ServerVad(null, null, null, null, false, null, Extras.NONE))
            .build());
    rig.script.transcribes("Stop.");
    rig.model(Reply.saying(LONG).hold()).model(Reply.saying("Yes?"));
    speaker.stopAt(300);
    VoiceSession session = rig.connect(speaker);
    session.sendText("Talk.");
    rig.awaitHeard(ReplyEvent.Transcript.class);
    speakOver(session);
    rig.seen().awaitClientEvent("response.cancel", Rig.PATIENCE);
    assertThat(rig.seen().clientEvents())
        .extracting(event -> event.path("type").asString())
        .containsSubsequence("conversation.item.truncate", "response.cancel");
    endTurn(session, 2);
  }

  @Test
  void r79_theCutIsNeverBeyondWhatCame() throws Exception {
    rig.script.transcribes("Stop.");
    rig.model(Reply.saying(LONG)).model(Reply.saying("Yes?"));
    VoiceSession session = rig.connect(speaker);
    rig.ask(session, "Talk.");
    long receivedMs =
        rig.heard.all(ReplyEvent.Audio.class).stream().mapToLong(a -> a.audio().length).sum() / 48;
    speaker.stopAt((int) receivedMs - 1);
    speakOver(session);
    JsonNode truncate = rig.seen().awaitClientEvent("conversation.item.truncate", Rig.PATIENCE);
    assertThat(truncate.path("audio_end_ms").asLong()).isEqualTo(receivedMs - 1);
    endTurn(session, 2);
    assertThat(rig.seen().serverEvents("error")).isEmpty();
  }

  @Test
  void r80_theAudibleItemIsCutAndOnesNobodyHeardAreTakenOut() throws Exception {
    rig.script.transcribes("Stop.");
    rig.model(Reply.saying(LONG).say("A second item.").say("And a third."))
        .model(Reply.saying("Yes?"));
    speaker.stopAt(300);
    VoiceSession session = rig.connect(speaker);
    rig.ask(session, "Talk.");
    List<String> items = speaker.items();
    assertThat(items).hasSize(3);
    speakOver(session);
    rig.seen().awaitClientEvents(Rig.type("conversation.item.delete"), 2, Rig.PATIENCE);
    endTurn(session, 2);

    assertThat(sent("conversation.item.truncate"))
        .extracting(event -> event.path("item_id").asString())
        .containsExactly(items.get(0));
    assertThat(sent("conversation.item.delete"))
        .extracting(event -> event.path("item_id").asString())
        .containsExactly(items.get(1), items.get(2));
    assertThat(rig.seen().serverEvents("error")).isEmpty();
  }

  @Test
  void r81_wordsWithoutSoundAreNeverCut() throws Exception {
    rig.config(SessionConfig.builder().modalities(List.of(Modality.TEXT)).build());
    rig.script.transcribes("Stop.");
    rig.model(Reply.saying(LONG)).model(Reply.saying("Yes?"));
    VoiceSession session = rig.connect(speaker);
    rig.ask(session, "Write.");
    speakOver(session);
    endTurn(session, 2);
    assertThat(sent("conversation.item.truncate")).isEmpty();
    assertThat(sent("conversation.item.delete")).isEmpty();
  }

  @Test
  void r82_afterTheTailWasHeardNothingIsSent() throws Exception {
    rig.script.transcribes("Stop.");
    rig.model(Reply.saying(LONG)).model(Reply.saying("Yes?"));
    speaker.stopAt(Integer.MAX_VALUE);
    VoiceSession session = rig.connect(speaker);
    rig.ask(session, "Talk.");
    speakOver(session);
    endTurn(session, 2);
    assertThat(speaker.flushes()).isEqualTo(1);
    assertThat(sent("conversation.item.truncate")).isEmpty();
    assertThat(sent("conversation.item.delete")).isEmpty();
  }

  @Test
  void r83_whatStillComesOfACutReplyIsNotHeard() throws Exception {
    rig.script.transcribes("Stop.");
    rig.model(Reply.saying(LONG).hold()).model(Reply.saying("Yes?"));
    speaker.stopAt(300);
    VoiceSession session = rig.connect(speaker);
    session.sendText("Talk.");
    rig.awaitHeard(ReplyEvent.Transcript.class);
    String delta = rig.seen().serverEvents("response.output_audio.delta").get(0).toString();
    speakOver(session);
    rig.seen().awaitServerEvent("response.done");
    rig.seen().inject(delta);
    endTurn(session, 2);
    assertThat(speaker.items()).hasSize(1);
  }

  @Test
  void r84_aRefusedCutDoesNotAffectTheNextReply() throws Exception {
    rig.settings.fault(
        Fault.onClientEvent("conversation.item.truncate")
            .reject("invalid_request_error", "invalid_value", "Audio content is shorter."));
    rig.script.transcribes("Stop.");
    rig.model(Reply.saying(LONG)).model(Reply.saying("Yes?"));
    speaker.stopAt(300);
    VoiceSession session = rig.connect(speaker);
    rig.ask(session, "Talk.");
    speakOver(session);
    endTurn(session, 2);
    assertThat(rig.heard.all(Failure.class))
        .extracting(Failure::kind)
        .containsExactly(Failure.Kind.REQUEST);
    assertThat(speaker.items()).hasSize(1);
    assertThat(rig.heard.all(ReplyEvent.Transcript.class)).hasSize(2);
  }

  @Test
  void r31_aSpeakerThatFailsCostsNothingButTheSound() throws Exception {
    rig.script.transcribes("Stop.");
    rig.model(Reply.saying("Hello.")).model(Reply.saying("Yes?"));
    VoiceSession session = rig.connect(new BrokenSpeaker());
    rig.ask(session, "Hello");
    speakOver(session);
    endTurn(session, 2);
    assertThat(rig.heard.all(ReplyEvent.Transcript.class)).hasSize(2);
    assertThat(rig.heard.all(Failure.class))
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
    rig.config(SessionConfig.builder().turnDetection(TurnDetection.disabled()).build());
    rig.script.transcribes("Hello.");
    rig.model(Reply.saying("Hello."));
    VoiceSession session = rig.connect(speaker);
    session.appendAudio(new byte[48 * 99]);
    session.commit();
    rig.settle(session);
    assertThat(sent("input_audio_buffer.commit")).isEmpty();
    assertThat(rig.heard.all(Failure.class)).hasSize(1);

    session.appendAudio(ToneSpeech.pcm16("Hello."));
    session.commit();
    rig.settle(session);
    assertThat(rig.heard.all(ReplyEvent.Transcript.class)).hasSize(1);
    assertThat(rig.seen().serverEvents("error")).isEmpty();
  }

  @Test
  void r88_soundOfTheTimeWithoutConnectionIsSentAfterwards() throws Exception {
    rig.options.time(rig.time);
    rig.settings.fault(Fault.onClientEvent("conversation.item.create").inSession(1).abort());
    rig.model(Reply.saying("Hello."));
    VoiceSession session = rig.connect(speaker);
    session.sendText("Hello");
    rig.awaitHeard(VoiceEvent.Reconnecting.class);
    session.appendAudio(new byte[48 * 20]);
    rig.sync();
    rig.time.advance(Duration.ofSeconds(1));
    rig.awaitHeard(VoiceEvent.Reconnected.class).settle(session);
    assertThat(rig.seen(2).clientEvents("input_audio_buffer.append")).hasSize(1);
    session.close();
    session.ended().get(20, TimeUnit.SECONDS);
  }
}
