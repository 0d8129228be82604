package dev.parlando.tests.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.realtime.ContentPart;
import dev.parlando.realtime.Dialect;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.Transcription;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.SpeechEvent;
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

/** Section G over a real socket: the conversation as the session remembers it. */
class HistoryOverSocketTest {

  @RegisterExtension final SessionFixture fixture = new SessionFixture();

  private static List<String> words(VoiceSession session) {
    return session.history().stream().map(HistoryOverSocketTest::words).toList();
  }

  private static String words(Item item) {
    if (item instanceof Item.FunctionCall call) {
      return "call " + call.name();
    }
    if (item instanceof Item.FunctionCallOutput output) {
      return "output " + output.output();
    }
    ContentPart part = ((Item.Message) item).content().get(0);
    if (part instanceof ContentPart.InputText text) {
      return "in " + text.text();
    }
    if (part instanceof ContentPart.InputAudio audio) {
      return "in " + audio.transcript();
    }
    if (part instanceof ContentPart.OutputAudio audio) {
      return "out " + audio.transcript();
    }
    return "out " + ((ContentPart.OutputText) part).text();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void r90_itemsStandInTheOrderOfTheConversation(Dialect dialect) throws Exception {
    fixture.settings.dialect(dialect);
    fixture.model(Reply.calling("get_time", "{}")).model(Reply.saying("It is noon."));
    VoiceSession session = fixture.connect();
    fixture.ask(session, "Time?");
    assertThat(words(session))
        .containsExactly("in Time?", "call get_time", "output noon", "out It is noon.");
  }

  @Test
  void r91_aTranscriptOfTheUserStandsBeforeTheAnswerHoweverLateItComes() throws Exception {
    fixture.config(
        SessionConfig.builder().transcription(Transcription.model("gpt-transcribe")).build());
    fixture.settings.fault(
        Fault.onServerEvent("conversation.item.input_audio_transcription.completed").holdBack(6));
    fixture.script.transcribes("What time is it?");
    fixture.model(Reply.saying("It is noon."));
    VoiceSession session = fixture.connect();
    session.appendAudio(ToneSpeech.pcm16("What time is it?"));
    session.appendAudio(ToneSpeech.silence(600));
    fixture
        .seen()
        .awaitServerEvent(
            "conversation.item.input_audio_transcription.completed", SessionFixture.PATIENCE);
    fixture.awaitEvent(SpeechEvent.Transcript.class).settle(session);
    assertThat(words(session)).containsExactly("in What time is it?", "out It is noon.");
  }

  @Test
  void r92_aTranscriptThatComesTwiceIsToldOnce() throws Exception {
    fixture.config(
        SessionConfig.builder().transcription(Transcription.model("gpt-transcribe")).build());
    fixture.settings.fault(
        Fault.onServerEvent("conversation.item.input_audio_transcription.completed").duplicate());
    fixture.script.transcribes("What time is it?");
    fixture.model(Reply.saying("It is noon.")).model(Reply.saying("Still noon."));
    VoiceSession session = fixture.connect();
    session.appendAudio(ToneSpeech.pcm16("What time is it?"));
    session.appendAudio(ToneSpeech.silence(600));
    fixture.awaitEvent(ReplyEvent.Finished.class);
    fixture.ask(session, "And now?");
    assertThat(fixture.events.all(SpeechEvent.Transcript.class)).hasSize(1);
  }

  @Test
  void r93_ofAReplyThatWasCutTheUnheardWordsAreGone() throws Exception {
    fixture
        .model(Reply.saying("One two three four five six seven eight nine ten."))
        .model(Reply.saying("Yes?"));
    StoppedSpeaker speaker = new StoppedSpeaker();
    speaker.stopAt(300);
    VoiceSession session = fixture.connect(speaker);
    fixture.ask(session, "Count.");
    session.interrupt();
    fixture.seen().awaitServerEvent("conversation.item.truncated");
    fixture.ask(session, "Go on.");
    assertThat(words(session).get(1)).startsWith("out One").doesNotContain("ten");
  }

  @Test
  void r94_deletingSettlesForWhatIsKnownAndWhatIsNot() throws Exception {
    fixture.model(Reply.saying("Hello.")).model(Reply.saying("Yes."));
    VoiceSession session = fixture.connect();
    session.addItem(Item.userText("Forget this.").withId("item_mine"));
    fixture.ask(session, "Hello");
    session.deleteItem("item_mine");
    session.deleteItem("item_nobody");
    fixture.seen().awaitServerEvent("conversation.item.deleted");
    fixture.awaitEvent(Failure.class).ask(session, "Still there?");
    assertThat(words(session))
        .containsExactly("in Hello", "out Hello.", "in Still there?", "out Yes.");
  }

  @Test
  void r95_r97_aNewConnectionLearnsTheConversationAsWordsAndCallsWithOutputs() throws Exception {
    fixture.options.reconnect(policy -> policy.backoff(Duration.ofMillis(1)));
    fixture.settings.fault(Fault.onClientEvent("response.create").nth(3).inSession(1).abort());
    fixture
        .model(Reply.calling("get_time", "{}"))
        .model(Reply.saying("It is noon."))
        .model(Reply.saying("Good-bye."));
    VoiceSession session = fixture.connect();
    fixture.ask(session, "Time?").ask(session, "Bye.");

    List<JsonNode> items =
        fixture.seen(2).clientEvents("conversation.item.create").stream()
            .map(event -> event.path("item"))
            .toList();
    assertThat(items)
        .extracting(item -> item.path("type").asString())
        .containsExactly("message", "function_call", "function_call_output", "message", "message");
    assertThat(items.get(3).at("/content/0/type").asString()).isEqualTo("output_text");
    assertThat(items.get(2).path("call_id")).isEqualTo(items.get(1).path("call_id"));
    assertThat(fixture.seen(2).serverEvents("error")).isEmpty();
  }
}
