package dev.parlando.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlando.testkit.brain.Brain;
import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.brain.Script;
import dev.parlando.testkit.brain.Step;
import dev.parlando.testkit.speech.ToneSpeech;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class ResponsesTest {

  @RegisterExtension final RealtimeServers servers = new RealtimeServers();

  @Test
  void speechComesInTheRecordedOrder() {
    TestClient client = connect(turn -> Reply.saying("Hello you."));
    client.await("session.created");
    client.send("{'type':'response.create'}");
    assertThat(TestClient.types(client.awaitThrough("rate_limits.updated")))
        .containsExactly(
            "response.created",
            "response.output_item.added",
            "conversation.item.added",
            "response.content_part.added",
            "response.output_audio_transcript.delta",
            "response.output_audio.delta",
            "response.output_audio.delta",
            "response.output_audio_transcript.delta",
            "response.output_audio.delta",
            "response.output_audio.delta",
            "response.output_audio.done",
            "response.output_audio_transcript.done",
            "response.content_part.done",
            "conversation.item.done",
            "response.output_item.done",
            "response.done",
            "rate_limits.updated");
  }

  @Test
  void theAudioSaysWhatTheTranscriptSays() {
    TestClient client = connect(turn -> Reply.saying("The quick brown fox."));
    client.send("{'type':'response.create'}");
    List<JsonNode> events = client.awaitThrough("response.done");
    assertThat(ToneSpeech.understand(audioOf(events))).contains("The quick brown fox.");
    assertThat(events)
        .filteredOn(event -> event.path("type").asString().equals("response.output_audio.delta"))
        .allMatch(event -> event.path("delta").asString().length() <= 16_000);
    JsonNode response = events.get(events.size() - 1).path("response");
    assertThat(response.path("status").asString()).isEqualTo("completed");
    assertThat(response.path("status_details").isNull()).isTrue();
    assertThat(response.at("/output/0/content/0/transcript").asString())
        .isEqualTo("The quick brown fox.");
    assertThat(response.at("/usage/output_token_details/audio_tokens").asInt()).isEqualTo(24);
    assertThat(response.at("/usage/output_token_details/text_tokens").asInt()).isPositive();
    assertThat(response.at("/usage/total_tokens").asInt())
        .isEqualTo(
            response.at("/usage/input_tokens").asInt()
                + response.at("/usage/output_tokens").asInt());
  }

  @Test
  void newerModelsTellWhatLeadsToACallFromAnAnswer() {
    TestClient client =
        connect(
            turn ->
                turn.newOutputs().isEmpty()
                    ? Reply.saying("One moment.").call("f", "{}")
                    : Reply.saying("Done."));
    client.send("{'type':'response.create'}");
    JsonNode output = client.await("response.done").at("/response/output");
    assertThat(output.at("/0/phase").asString()).isEqualTo("commentary");
    client.answer(output.at("/1/call_id").asString(), "1");
    assertThat(client.await("response.done").at("/response/output/0/phase").asString())
        .isEqualTo("final_answer");
  }

  @Test
  void onlyOneResponseRunsInAConversation() {
    TestClient client = connect(turn -> Reply.saying("Wait").hold());
    client.send("{'type':'response.create'}");
    String running = client.await("response.created").at("/response/id").asString();
    client.send("{'type':'response.create','event_id':'second'}");
    JsonNode error = client.await("error").path("error");
    assertThat(error.path("code").asString()).isEqualTo("conversation_already_has_active_response");
    assertThat(error.path("event_id").asString()).isEqualTo("second");
    assertThat(error.path("message").asString()).contains(running);
    client.send("{'type':'response.cancel'}");
    client.await("response.done");
    client.send("{'type':'response.create'}");
    client.await("response.created");
  }

  @Test
  void aCancelledResponseClosesWhatItHadOpen() {
    TestClient client =
        connect(turn -> Reply.saying("First.").together(new Step.Say("Second part")).hold());
    client.send("{'type':'response.create'}");
    client.await(event -> event.path("delta").asString("").contains("part"), "second part");
    client.await("response.output_item.done");
    client.send("{'type':'response.cancel'}");
    JsonNode response = client.await("response.done").path("response");
    assertThat(response.path("status").asString()).isEqualTo("cancelled");
    assertThat(response.at("/status_details/reason").asString()).isEqualTo("client_cancelled");
    assertThat(response.path("output")).hasSize(2);
    client.send("{'type':'response.cancel'}");
    assertThat(client.await("error").at("/error/code").asString())
        .isEqualTo("response_cancel_not_active");
  }

  @Test
  void aResponseCanBeCancelledBeforeTheBrainHasThought() throws Exception {
    var gate = new CountDownLatch(1);
    Brain slow =
        turn -> {
          try {
            gate.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Reply.saying("Too late.");
        };
    TestClient client = connect(slow);
    client.send("{'type':'response.create'}");
    client.await("response.created");
    client.send("{'type':'response.cancel'}");
    assertThat(client.await("response.done").at("/response/output")).isEmpty();
    gate.countDown();
    client.send("{'type':'response.create'}");
    client.await("response.created");
    assertThat(client.await("response.done").at("/response/status").asString())
        .isEqualTo("completed");
  }

  @Test
  void aResponseBesideTheConversationLeavesItAlone() {
    TestClient client =
        connect(
            turn ->
                turn.metadata().path("k").asString("").equals("side")
                    ? Reply.saying("aside " + turn.items().size())
                    : Reply.saying("main").hold());
    client.send("{'type':'response.create'}");
    client.await("response.output_item.added");
    client.send(
        "{'type':'response.create','response':{'conversation':'none','metadata':{'k':'side'},"
            + "'output_modalities':['text'],'input':[{'type':'message','role':'user',"
            + "'content':[{'type':'input_text','text':'x'}]}]}}");
    List<JsonNode> events = client.awaitThrough("response.done");
    JsonNode aside = events.get(events.size() - 1).path("response");
    assertThat(aside.path("conversation_id").isNull()).isTrue();
    assertThat(aside.at("/metadata/k").asString()).isEqualTo("side");
    assertThat(aside.at("/output/0/content/0/text").asString()).isEqualTo("aside 1");
    String id = aside.at("/output/0/id").asString();
    assertThat(events)
        .noneMatch(
            event ->
                event.path("type").asString().startsWith("conversation.item")
                    && event.at("/item/id").asString("").equals(id));
    client.send("{'type':'response.cancel'}");
    assertThat(client.await("response.done").at("/response/status").asString())
        .isEqualTo("cancelled");
  }

  @Test
  void inputCanReferToItems() {
    TestClient client = connect(turn -> Reply.saying("I see " + turn.userText().orElse("nothing")));
    client.send(
        "{'type':'conversation.item.create','item':{'id':'a','type':'message','role':'user',"
            + "'content':[{'type':'input_text','text':'apples'}]}}");
    client.send(
        "{'type':'conversation.item.create','item':{'id':'b','type':'message','role':'user',"
            + "'content':[{'type':'input_text','text':'bees'}]}}");
    client.send(
        "{'type':'response.create','response':{'input':[{'type':'item_reference','id':'a'}]}}");
    assertThat(client.await("response.done").at("/response/output/0/content/0/transcript"))
        .hasToString("\"I see apples\"");
    client.send(
        "{'type':'response.create','response':{'input':[{'type':'item_reference','id':'q'}]}}");
    assertThat(client.await("error").at("/error/param").asString()).isEqualTo("response.input");
  }

  @Test
  void usageIsCountedByModality() {
    TestClient client = connect(turn -> Reply.saying("Twelve chars"));
    client.send("{'type':'session.update','session':{'type':'realtime','instructions':'1234'}}");
    client.say("12345678");
    JsonNode usage = client.await("response.done").at("/response/usage");
    assertThat(usage.at("/input_token_details/text_tokens").asInt()).isEqualTo(3);
    assertThat(usage.at("/input_token_details/audio_tokens").asInt()).isZero();
    assertThat(usage.at("/output_token_details/text_tokens").asInt()).isPositive();
    int spoken = usage.at("/output_token_details/audio_tokens").asInt();
    assertThat(spoken).isEqualTo((int) Math.ceil(12 * 60 / 50.0));
    assertThat(usage.path("total_tokens").asInt())
        .isEqualTo(usage.path("input_tokens").asInt() + usage.path("output_tokens").asInt());
    JsonNode limits = client.await("rate_limits.updated").at("/rate_limits/0");
    assertThat(limits.path("limit").asInt() - limits.path("remaining").asInt())
        .isEqualTo(usage.path("total_tokens").asInt());
  }

  @Test
  void tooManyTokensBreakTheResponseOff() {
    TestClient client =
        connect(turn -> Reply.calling("f", "{\"text\":\"" + "word ".repeat(50) + "\"}"));
    client.send("{'type':'response.create','response':{'max_output_tokens':10}}");
    JsonNode response = client.await("response.done").path("response");
    assertThat(response.path("status").asString()).isEqualTo("incomplete");
    assertThat(response.at("/status_details/reason").asString()).isEqualTo("max_output_tokens");
    assertThat(response.at("/output/0/status").asString()).isEqualTo("incomplete");
    assertThat(response.at("/output/0/arguments").asString())
        .startsWith("{\"text\":\"word")
        .doesNotEndWith("}");
  }

  @Test
  void aFailureOfTheModelComesAsAResponse() {
    TestClient client =
        connect(turn -> Reply.NOTHING.fail("inference_rate_limit_exceeded", "Slow down."));
    client.send("{'type':'response.create'}");
    JsonNode response = client.await("response.done").path("response");
    assertThat(response.path("status").asString()).isEqualTo("failed");
    assertThat(response.at("/status_details/error/code").asString())
        .isEqualTo("inference_rate_limit_exceeded");
  }

  @Test
  void anExceptionOfTheBrainFailsTheResponseAndTheSessionGoesOn() {
    TestClient client =
        connect(
            turn -> {
              throw new IllegalStateException("no idea");
            });
    client.send("{'type':'response.create'}");
    assertThat(client.await("response.done").at("/response/status_details/error/message"))
        .hasToString("\"no idea\"");
    client.send("{'type':'response.create'}");
    client.await("response.created");
  }

  @Test
  void aResponseCanWaitForTheClient() {
    TestClient client =
        connect(
            turn -> Reply.saying("Before").awaitClient("conversation.item.create").say("After"));
    client.send("{'type':'response.create'}");
    client.await("response.output_item.done");
    client.send(
        "{'type':'conversation.item.create','item':{'type':'message','role':'user','content':[]}}");
    assertThat(client.await("response.done").at("/response/output")).hasSize(2);
  }

  @Test
  void aScriptIsPlayedTurnByTurnAndVerified() {
    Script script =
        new Script()
            .answersText("Toronto", Reply.calling("f", "{}"))
            .answersOutput("22", Reply.saying("It's 22."));
    TestClient client = connect(script);
    client.say("Toronto?");
    String callId = client.await("response.done").at("/response/output/0/call_id").asString();
    client.answer(callId, "22");
    client.await("response.done");
    script.verify();
  }

  @Test
  void aScriptTellsWhatWasNotAsWritten() {
    Script script = new Script().answersText("Toronto", Reply.saying("Yes."));
    TestClient client = connect(script);
    client.say("Paris?");
    assertThat(client.await("response.done").at("/response/status_details/error/message"))
        .asString()
        .contains("expects user text with", "Toronto", "Paris?");
    assertThatThrownBy(script::verify)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Paris?");
  }

  static byte[] audioOf(List<JsonNode> events) {
    var bytes = new ByteArrayOutputStream();
    for (JsonNode event : events) {
      if (event.path("type").asString("").matches("response\\.(output_)?audio\\.delta")) {
        bytes.writeBytes(Base64.getDecoder().decode(event.path("delta").asString()));
      }
    }
    return bytes.toByteArray();
  }

  private TestClient connect(Brain brain) {
    return servers.connect(servers.start(LocalRealtime.builder().brain(brain)));
  }
}
