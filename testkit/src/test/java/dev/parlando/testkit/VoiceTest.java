package dev.parlando.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.testkit.brain.Brain;
import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.brain.Script;
import dev.parlando.testkit.brain.Step;
import dev.parlando.testkit.brain.Turn;
import dev.parlando.testkit.brain.Utterance;
import dev.parlando.testkit.internal.audio.AudioEncoding;
import dev.parlando.testkit.internal.audio.ToneEncoder;
import dev.parlando.testkit.speech.ToneSpeech;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class VoiceTest {

  private static final String TRANSCRIBE =
      "{'type':'session.update','session':{'type':'realtime',"
          + "'audio':{'input':{'transcription':{'model':'whisper-1'}}}}}";

  private static final String MANUAL =
      "{'type':'session.update','session':{'type':'realtime',"
          + "'audio':{'input':{'turn_detection':null}}}}";

  @RegisterExtension final RealtimeServers servers = new RealtimeServers();

  @Test
  void aSpokenQuestionIsHeardAnsweredAndTranscribed() {
    TestClient client = connect(turn -> Reply.saying("You said: " + turn.userText().orElse("")));
    client.send(TRANSCRIBE);
    client.await("session.updated");
    client.append(ToneSpeech.silence(500));
    client.append(ToneSpeech.pcm16("Good morning."));
    client.append(ToneSpeech.silence(400));

    JsonNode started = client.await("input_audio_buffer.speech_started");
    assertThat(started.path("audio_start_ms").asInt()).isEqualTo(200);
    JsonNode stopped = client.await("input_audio_buffer.speech_stopped");
    assertThat(stopped.path("audio_end_ms").asInt()).isEqualTo(500 + 13 * 60 + 200);
    JsonNode committed = client.await("input_audio_buffer.committed");
    assertThat(committed.path("item_id")).isEqualTo(started.path("item_id"));
    JsonNode item = client.await("conversation.item.added").path("item");
    assertThat(item.path("id")).isEqualTo(started.path("item_id"));
    assertThat(item.at("/content/0/transcript").isNull()).isTrue();
    List<JsonNode> answer = client.awaitThrough("response.done");
    assertThat(TestClient.types(answer))
        .startsWith("conversation.item.done", "response.created")
        .containsSubsequence(
            "response.output_item.added",
            "conversation.item.input_audio_transcription.delta",
            "conversation.item.input_audio_transcription.completed",
            "response.output_item.done");
    assertThat(ToneSpeech.understand(ResponsesTest.audioOf(answer)))
        .contains("You said: Good morning.");
    JsonNode completed =
        answer.stream()
            .filter(event -> event.path("type").asString("").endsWith("transcription.completed"))
            .findFirst()
            .orElseThrow();
    assertThat(completed.path("transcript").asString()).isEqualTo("Good morning.");
    assertThat(completed.path("item_id")).isEqualTo(started.path("item_id"));
  }

  @Test
  void speechInterruptsTheAnswer() {
    TestClient client =
        connect(
            new Script()
                .answers(Reply.saying("A long answer").together(new Step.Say("goes on")).hold())
                .answers(Reply.saying("Yes?")));
    client.send("{'type':'response.create'}");
    client.await("response.output_audio.delta");
    client.append(ToneSpeech.pcm16("Stop!"));
    client.await("input_audio_buffer.speech_started");
    JsonNode response = client.await("response.done").path("response");
    assertThat(response.path("status").asString()).isEqualTo("cancelled");
    assertThat(response.at("/status_details/reason").asString()).isEqualTo("turn_detected");
    client.append(ToneSpeech.silence(300));
    assertThat(client.await("response.done").at("/response/output/0/content/0/transcript"))
        .hasToString("\"Yes?\"");
  }

  @Test
  void speechDoesNotInterruptWhereThatIsSwitchedOff() {
    TestClient client = connect(turn -> Reply.saying("On and on").hold());
    client.send(
        "{'type':'session.update','session':{'type':'realtime','audio':{'input':{"
            + "'turn_detection':{'type':'server_vad','interrupt_response':false}}}}}");
    client.send("{'type':'response.create'}");
    client.await("response.output_audio.delta");
    client.append(ToneSpeech.pcm16("Stop!"));
    client.append(ToneSpeech.silence(300));
    client.await("conversation.item.done");
    client.send("{'type':'response.cancel'}");
    List<JsonNode> rest = client.awaitThrough("response.done");
    assertThat(TestClient.types(rest)).doesNotContain("error", "response.created");
    assertThat(rest.get(rest.size() - 1).at("/response/status_details/reason").asString())
        .isEqualTo("client_cancelled");
  }

  @Test
  void aTurnMakesNoResponseWhereThatIsSwitchedOff() {
    TestClient client = connect(turn -> Reply.saying("Asked."));
    client.send(
        "{'type':'session.update','session':{'type':'realtime','audio':{'input':{"
            + "'turn_detection':{'type':'server_vad','create_response':false}}}}}");
    client.append(ToneSpeech.pcm16("Hello"));
    client.append(ToneSpeech.silence(300));
    client.await("input_audio_buffer.committed");
    client.send("{'type':'response.create'}");
    assertThat(TestClient.types(client.awaitThrough("response.created")))
        .containsExactly("conversation.item.added", "conversation.item.done", "response.created");
  }

  @Test
  void withoutTurnDetectionTheClientMakesTheTurns() {
    TestClient client = connect(turn -> Reply.saying("Heard: " + turn.userText().orElse("")));
    client.send(MANUAL);
    client.append(ToneSpeech.pcm16("By hand"));
    client.append(ToneSpeech.silence(1000));
    client.send("{'type':'input_audio_buffer.commit'}");
    client.send("{'type':'response.create'}");
    assertThat(TestClient.types(client.awaitThrough("response.created")))
        .containsExactly(
            "session.created",
            "session.updated",
            "input_audio_buffer.committed",
            "conversation.item.added",
            "conversation.item.done",
            "response.created");
    assertThat(client.await("response.done").at("/response/output/0/content/0/transcript"))
        .hasToString("\"Heard: By hand\"");
  }

  @Test
  void lessThanATenthOfASecondIsNotCommitted() {
    TestClient client = connect(new Script());
    client.send(MANUAL);
    client.append(new byte[99 * 48]);
    client.send("{'type':'input_audio_buffer.commit','event_id':'e'}");
    JsonNode error = client.await("error").path("error");
    assertThat(error.path("code").asString()).isEqualTo("input_audio_buffer_commit_empty");
    assertThat(error.path("message").asString()).contains("100ms", "99.00ms");
    client.append(new byte[48]);
    client.send("{'type':'input_audio_buffer.commit'}");
    client.await("input_audio_buffer.committed");
  }

  @Test
  void aClearedBufferIsEmpty() {
    TestClient client = connect(new Script());
    client.send(MANUAL);
    client.append(ToneSpeech.pcm16("never mind"));
    client.send("{'type':'input_audio_buffer.clear'}");
    client.await("input_audio_buffer.cleared");
    client.send("{'type':'input_audio_buffer.commit'}");
    assertThat(client.await("error").at("/error/message").asString()).contains("0.00ms");
  }

  @Test
  void soundThatIsNoToneSpeechFailsTheTranscriptionAndNotTheTurn() {
    TestClient client = connect(turn -> Reply.saying("Pardon?"));
    client.send(TRANSCRIBE);
    byte[] noise = new byte[48_000];
    new Random(7).nextBytes(noise);
    client.append(noise);
    client.append(ToneSpeech.silence(300));
    List<JsonNode> events = client.awaitThrough("response.done");
    assertThat(TestClient.types(events))
        .contains("conversation.item.input_audio_transcription.failed");
    assertThat(events.get(events.size() - 1).at("/response/status").asString())
        .isEqualTo("completed");
  }

  @Test
  void anExceptionWhileHearingFailsTheTranscriptionAndNotTheTurn() {
    TestClient client =
        connect(
            new Brain() {
              @Override
              public Reply reply(Turn turn) {
                return Reply.saying("Pardon?");
              }

              @Override
              public Optional<String> transcribe(Utterance utterance) {
                throw new IllegalStateException("no ears");
              }
            });
    client.send(TRANSCRIBE);
    client.append(ToneSpeech.pcm16("Hello"));
    client.append(ToneSpeech.silence(300));
    List<JsonNode> events = client.awaitThrough("response.done");
    assertThat(events)
        .filteredOn(event -> event.path("type").asString("").endsWith("transcription.failed"))
        .singleElement()
        .matches(event -> event.at("/error/message").asString().equals("no ears"));
    assertThat(events.get(events.size() - 1).at("/response/status").asString())
        .isEqualTo("completed");
  }

  @Test
  void aScriptSaysWhatAnyAudioMeans() {
    Script script =
        new Script().transcribes("Bonjour").answersText("Bonjour", Reply.saying("Salut."));
    TestClient client = connect(script);
    byte[] noise = new byte[48_000];
    new Random(7).nextBytes(noise);
    client.append(noise);
    client.append(ToneSpeech.silence(300));
    client.await("response.done");
    script.verify();
  }

  @ParameterizedTest
  @EnumSource(names = {"G711_ULAW", "G711_ALAW"})
  void telephoneAudioGoesBothWays(AudioEncoding encoding) {
    TestClient client = connect(turn -> Reply.saying("Echo " + turn.userText().orElse("")));
    String format = encoding == AudioEncoding.G711_ULAW ? "audio/pcmu" : "audio/pcma";
    client.send(
        "{'type':'session.update','session':{'type':'realtime','audio':{'input':{'format':{'type':'"
            + format
            + "'}},'output':{'format':{'type':'"
            + format
            + "'}}}}}");
    byte[] speech = ToneEncoder.speak("Ring ring", encoding);
    client.appendChunk(speech);
    byte[] silence = new byte[4000];
    Arrays.fill(silence, encoding.encode(new short[1])[0]);
    client.appendChunk(silence);
    JsonNode stopped = client.await("input_audio_buffer.speech_stopped");
    assertThat(stopped.path("audio_end_ms").asInt()).isEqualTo(9 * 60 + 200);
    List<JsonNode> events = client.awaitThrough("response.done");
    short[] answer = encoding.decode(ResponsesTest.audioOf(events));
    assertThat(ToneSpeech.understand(answer, 8000)).contains("Echo Ring ring");
  }

  @Test
  void aSpeechRateLetsAudioComeInItsTime() {
    LocalRealtime server =
        servers.start(
            LocalRealtime.builder()
                .speechRate(1)
                .brain(turn -> Reply.saying("on and on ".repeat(50))));
    TestClient client = servers.connect(server);
    client.send("{'type':'response.create'}");
    client.await("response.output_audio.delta");
    client.append(ToneSpeech.pcm16("Stop"));
    assertThat(client.await("response.done").at("/response/status").asString())
        .isEqualTo("cancelled");
  }

  @ParameterizedTest
  @CsvSource({"high,300", "auto,600", "low,1100"})
  void semanticTurnsAreEndedSoonerOrLater(String eagerness, int silenceMillis) {
    TestClient client = connect(turn -> Reply.saying("Yes."));
    client.send(
        "{'type':'session.update','session':{'type':'realtime','audio':{'input':{'turn_detection':"
            + "{'type':'semantic_vad','eagerness':'"
            + eagerness
            + "'}}}}}");
    assertThat(
            client
                .await("session.updated")
                .at("/session/audio/input/turn_detection/create_response")
                .asBoolean())
        .isTrue();
    client.append(ToneSpeech.pcm16("Hello"));
    client.append(ToneSpeech.silence(silenceMillis - 200));
    client.send("{'type':'conversation.item.retrieve','item_id':'none'}");
    assertThat(TestClient.types(client.awaitThrough("error")))
        .doesNotContain("input_audio_buffer.speech_stopped");
    client.append(ToneSpeech.silence(200));
    client.await("input_audio_buffer.speech_stopped");
    client.await("response.done");
  }

  private TestClient connect(Brain brain) {
    return servers.connect(servers.start(LocalRealtime.builder().brain(brain)));
  }
}
