package dev.parlando.tests.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.SpeechEvent;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.session.event.TurnEvent;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.brain.Step;
import dev.parlando.testkit.fault.Fault;
import dev.parlando.testkit.speech.ToneSpeech;
import dev.parlando.transport.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What real servers send beside the published protocol, over a real socket. */
class ServersAsTheyAreOverSocketTest {

  @RegisterExtension final SessionFixture fixture = new SessionFixture();

  private void inject(String json) {
    fixture.seen().inject(json.replace('\'', '"'));
  }

  // Identity of calls.

  private void begins(String responseId) {
    inject(
        "{'type':'response.created','event_id':'e','response':{'object':'realtime.response','id':'"
            + responseId
            + "','status':'in_progress','output':[]}}");
  }

  private void item(String type, String status, String arguments) {
    inject(
        "{'type':'response.output_item."
            + type
            + "','event_id':'e','response_id':'r','output_index':0,'item':{'type':'function_call',"
            + "'id':'i','call_id':'c','name':'get_time','status':'"
            + status
            + "','arguments':'"
            + arguments
            + "'}}");
  }

  private void done(String output) {
    inject(
        "{'type':'response.done','event_id':'e','response':{'object':'realtime.response','id':'r',"
            + "'status':'completed','output':["
            + output
            + "]}}");
  }

  @Test
  void aCallThatIsFirstToldAsUnfinishedIsRunWhenItIsComplete() throws Exception {
    VoiceSession session = fixture.connect();
    begins("r");
    item("done", "in_progress", "");
    item("done", "completed", "{}");
    fixture.awaitEvent(ToolEvent.Answered.class);
    session.close();
    assertThat(fixture.agent.runs).containsExactly("get_time");
  }

  @Test
  void aCallWhoseNameCameOnlyWithTheItemIsRun() throws Exception {
    VoiceSession session = fixture.connect();
    begins("r");
    item("added", "in_progress", "");
    inject(
        "{'type':'response.function_call_arguments.done','event_id':'e','response_id':'r',"
            + "'item_id':'i','output_index':0,'arguments':'{}'}");
    done("");
    fixture.awaitEvent(ToolEvent.Answered.class);
    session.close();
    assertThat(fixture.agent.runs).containsExactly("get_time");
  }

  // Reading.

  private void transcript(String text, String status) {
    inject(
        "{'type':'conversation.item.input_audio_transcription.completed','event_id':'e',"
            + "'item_id':'u','content_index':0,'status':'"
            + status
            + "','transcript':'"
            + text
            + "'}");
  }

  @Test
  void aTranscriptInProgressIsCorrectedByTheCompletedOne() throws Exception {
    VoiceSession session = fixture.connect();
    transcript("Hello?", "in_progress");
    transcript("Hello, my name is Marcelo.", "in_progress");
    transcript("Hello, my name is Marcelo.", "completed");
    fixture.awaitEvent(SpeechEvent.Transcript.class);
    session.close();
    assertThat(fixture.events.all(SpeechEvent.Transcript.class))
        .extracting(SpeechEvent.Transcript::text)
        .containsExactly("Hello, my name is Marcelo.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'ping','event_id':'e'}",
        "{'type':'conversation.created','event_id':'e','conversation':{'id':'c'}}",
        "{'type':'conversation.item.input_audio_transcription.updated','event_id':'e',"
            + "'item_id':'u','transcript':'He'}",
        "{'type':'something.new','event_id':'e'}"
      })
  void whatOnlySomeServersSendEndsNothing(String event) throws Exception {
    fixture.model(Reply.saying("Hello."));
    VoiceSession session = fixture.connect();
    inject(event);
    fixture.ask(session, "Hello");
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(1);
    assertThat(fixture.events.all(Failure.class)).isEmpty();
  }

  @Test
  void aSessionInBothDialectsIsReadAsBoth() throws Exception {
    fixture.options.time(fixture.time);
    fixture.settings.brain(turn -> Reply.saying("Yes?")).fault(Fault.onServerResponse().drop());
    VoiceSession session = fixture.connect();
    // The beta's turn detection beside audio of general availability that says more.
    inject(
        "{'type':'session.updated','event_id':'e','session':{'type':'realtime','id':'s',"
            + "'turn_detection':{'type':'server_vad'},'audio':{'input':{'turn_detection':"
            + "{'type':'server_vad','create_response':false}}}}}");
    fixture.sync();
    session.appendAudio(ToneSpeech.pcm16("Hello"));
    session.appendAudio(ToneSpeech.silence(600));
    // Asked for at once, as the server will not.
    fixture.seen().awaitClientEvent("response.create", SessionFixture.PATIENCE);
    fixture.passUntilAnswered(session, 1);
  }

  @Test
  void anEndWithoutOutputAfterWhatWasStreamedIsNotEmpty() throws Exception {
    fixture
        .settings
        .brain(turn -> Reply.saying("Hello."))
        .fault(
            Fault.onServerEvent("response.done")
                .corrupt(
                    "{\"type\":\"response.done\",\"event_id\":\"e\",\"response\":{\"object\":"
                        + "\"realtime.response\",\"id\":\"resp_1_4\",\"status\":\"completed\","
                        + "\"output\":[]}}"));
    VoiceSession session = fixture.connect();
    fixture.ask(session, "Hello");
    assertThat(fixture.seen().serverEvents("response.created").get(0).at("/response/id").asString())
        .isEqualTo("resp_1_4");
    assertThat(fixture.events.all(Failure.class)).isEmpty();
    assertThat(fixture.events.all(TurnEvent.Answered.class)).hasSize(1);
    assertThat(fixture.creates()).isEqualTo(1);
  }

  @Test
  void wordsOfAnIncompleteResponseAreTold() throws Exception {
    fixture.model(
        Reply.NOTHING.then(
            new Step.BreakOff("content_filter", new Step.Say("one two three four five six"))));
    fixture.ask(fixture.connect(), "Hello");
    assertThat(fixture.events.all(ReplyEvent.Transcript.class))
        .singleElement()
        .satisfies(told -> assertThat(told.text()).startsWith("one"));
    assertThat(fixture.events.all(TurnEvent.GivenUp.class)).hasSize(1);
    assertThat(fixture.creates()).isEqualTo(1);
  }

  @Test
  void aTranscriptThatComesLateIsToldAndChangesNothingElse() throws Exception {
    fixture.transcribe();
    fixture
        .settings
        .brain(turn -> Reply.saying("Yes?"))
        .fault(
            Fault.onServerEvent("conversation.item.input_audio_transcription.completed")
                .postpone(Duration.ofMillis(300)));
    VoiceSession session = fixture.connect();
    session.appendAudio(ToneSpeech.pcm16("Hello"));
    session.appendAudio(ToneSpeech.silence(600));
    fixture.awaitEvent(TurnEvent.Answered.class);
    assertThat(fixture.events.all(SpeechEvent.Transcript.class)).isEmpty();
    fixture.ask(session, "And?").awaitEvent(SpeechEvent.Transcript.class);
    assertThat(session.history().toString()).contains("transcript=5 characters");
    assertThat(session.history()).hasSize(4);
  }

  /** Metadata that the server gives back: the same for all, of the one before, or only at times. */
  @ParameterizedTest
  @ValueSource(strings = {"constant", "previous", "sometimes"})
  void wrongMetadataMakesNoAnswerDouble(String how) throws Exception {
    fixture.settings.brain(turn -> Reply.saying("Yes?"));
    String[] keys = new String[4];
    fixture.settings.fault(
        Fault.onServerEvent(
                event -> {
                  if (event.path("type").asString("").startsWith("response.")
                      && event.at("/response/metadata").isObject()) {
                    distort(event.path("response"), keys, how);
                  }
                  return false;
                })
            .drop());
    VoiceSession session = fixture.connect();
    for (int i = 1; i <= 3; i++) {
      fixture.ask(session, "Question " + i);
    }
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(3);
    assertThat(fixture.events.all(TurnEvent.Answered.class)).hasSize(3);
    assertThat(fixture.creates()).isEqualTo(3);
    assertThat(fixture.seen().clientEvents("response.cancel")).isEmpty();
  }

  private static void distort(JsonNode response, String[] keys, String how) {
    if (!(response.path("metadata") instanceof ObjectNode metadata)) {
      return;
    }
    String key = metadata.path("parlando_reply").asString("");
    if (keys[0] == null) {
      keys[0] = key;
    }
    if (!key.equals(keys[2])) {
      keys[1] = keys[2] == null ? key : keys[2];
      keys[2] = key;
    }
    switch (how) {
      case "constant" -> metadata.put("parlando_reply", keys[0]);
      case "previous" -> metadata.put("parlando_reply", keys[1]);
      default -> {
        if (!key.equals(keys[0])) {
          metadata.removeAll();
        }
      }
    }
  }

  // Others.

  @Test
  void aTimeThatARateLimitNamesIsKept() throws Exception {
    fixture.options.time(fixture.time);
    fixture
        .model(
            Reply.NOTHING.fail(
                "rate_limit_exceeded", "Rate limit reached. Please try again in 4s."))
        .model(Reply.saying("Hello."));
    VoiceSession session = fixture.connect();
    session.sendText("Hello");
    fixture.awaitEvent(ReplyEvent.Finished.class).awaitEvent(TurnEvent.Waiting.class, 2).sync();
    fixture.time.advance(Duration.ofMillis(3_900));
    fixture.sync();
    assertThat(fixture.creates()).isEqualTo(1);
    fixture.passUntilAnswered(session, 1);
    assertThat(fixture.creates()).isEqualTo(2);
  }

  @Test
  void withInterruptResponseFalseSpeechStopsNothing() throws Exception {
    fixture.letNothingInterrupt();
    fixture.settings.brain(turn -> Reply.saying("A long story that goes on."));
    StoppedSpeaker speaker = new StoppedSpeaker();
    speaker.stopAt(100);
    VoiceSession session = fixture.connect(speaker);
    session.sendText("Talk.");
    fixture.awaitEvent(ReplyEvent.Audio.class);
    session.appendAudio(ToneSpeech.pcm16("Hm"));
    session.appendAudio(ToneSpeech.silence(600));
    fixture.awaitEvent(SpeechEvent.Stopped.class).awaitEvent(TurnEvent.Answered.class, 2);
    fixture.settle(session);
    assertThat(fixture.seen().clientEvents("response.cancel")).isEmpty();
    assertThat(fixture.seen().clientEvents("conversation.item.truncate")).isEmpty();
    assertThat(fixture.events.all(TurnEvent.Overtaken.class)).isEmpty();
  }

  @Test
  void aKeyWithALineBreakIsRefusedHereAndNotShown() {
    assertThatThrownBy(
            () ->
                fixture.connectTo(
                    Endpoint.at(fixture.server().url())
                        .bearer(() -> "sk-secret\r\nX-Evil: 1")
                        .build()))
        .satisfies(
            failure ->
                assertThat(failure.toString()).doesNotContain("secret").doesNotContain("Evil"));
    assertThat(fixture.server().sessions()).isEmpty();
  }

  @Test
  void afterTheEndOnlyLateToolsAreTold() throws Exception {
    fixture.model(Reply.calling("pass", "{\"gate\":\"a\"}"));
    VoiceSession session = fixture.connect();
    session.sendText("Pass.");
    fixture.awaitEvent(ToolEvent.Started.class);
    session.close();
    session.ended().get(20, TimeUnit.SECONDS);
    int told = fixture.events.all(VoiceEvent.class).size();
    fixture.agent.gate("a").complete("open");
    fixture.sync();
    List<VoiceEvent> all = fixture.events.all(VoiceEvent.class);
    assertThat(all.subList(told, all.size())).allMatch(ToolEvent.Late.class::isInstance);
  }
}
