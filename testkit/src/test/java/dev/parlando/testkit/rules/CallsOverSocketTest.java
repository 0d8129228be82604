package dev.parlando.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.realtime.Item;
import dev.parlando.session.VoiceListener;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.SpeechEvent;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.session.event.ToolEvent.Ending;
import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.brain.Step;
import dev.parlando.testkit.fault.Fault;
import dev.parlando.testkit.speech.ToneSpeech;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Section B over a real socket: calls of tools. */
class CallsOverSocketTest {

  @RegisterExtension final Rig rig = new Rig();

  private static boolean isCallDone(JsonNode event) {
    return event.path("type").asString("").equals("response.output_item.done")
        && event.at("/item/type").asString("").equals("function_call");
  }

  /** The model calls a tool once and then says a word. */
  private VoiceSession askFor(String tool, String arguments) throws InterruptedException {
    rig.model(Reply.calling(tool, arguments)).model(Reply.saying("So it is."));
    VoiceSession session = rig.connect();
    rig.ask(session, "Do it.");
    assertThat(rig.heard.all(ReplyEvent.Transcript.class)).hasSize(1);
    return session;
  }

  @Test
  void r15_aCallWhoseItemEventGotLostIsRunAllTheSame() throws Exception {
    rig.settings.fault(Fault.onServerEvent(CallsOverSocketTest::isCallDone).drop());
    askFor("get_time", "{}");
    assertThat(rig.outputs()).containsExactly("noon");
  }

  @Test
  void r16_aCallThatTheModelDidNotFinishIsNotRunAndBlocksNothing() throws Exception {
    rig.model(Reply.saying("Hello."));
    VoiceSession session = rig.connect();
    for (String status : List.of("incomplete", "in_progress")) {
      rig.seen()
          .inject(
              "{\"type\":\"response.output_item.done\",\"event_id\":\"e\",\"response_id\":\"r0\",\"output_index\":0,\"item\":{\"type\":\"function_call\",\"id\":\"i\",\"status\":\""
                  + status
                  + "\",\"call_id\":\"cut_"
                  + status
                  + "\",\"name\":\"get_time\",\"arguments\":\"{\\\"zo\"}}");
    }
    rig.seen()
        .inject(
            "{\"type\":\"response.done\",\"event_id\":\"e\",\"response\":{\"id\":\"r0\",\"status\":\"incomplete\",\"output\":[]}}");
    rig.awaitHeard(ReplyEvent.Finished.class).ask(session, "Hello");

    assertThat(rig.desk.runs).isEmpty();
    assertThat(rig.outputs()).isEmpty();
    assertThat(rig.heard.all(ToolEvent.Skipped.class)).hasSize(2);
    assertThat(rig.heard.all(ReplyEvent.Transcript.class)).hasSize(1);
  }

  @Test
  void r17_r18_aCallThatIsToldOfTwiceIsRunAndAnsweredOnce() throws Exception {
    rig.settings.fault(Fault.onServerEvent(CallsOverSocketTest::isCallDone).duplicate());
    askFor("get_time", "{}");
    assertThat(rig.desk.runs).containsExactly("get_time");
    assertThat(rig.outputs()).containsExactly("noon");
  }

  @Test
  void r19_theSameCallWithOtherArgumentsIsNotRun() throws Exception {
    VoiceSession session = askFor("get_time", "{}");
    JsonNode done = rig.seen().awaitServerEvent(CallsOverSocketTest::isCallDone, Rig.PATIENCE);
    rig.seen().inject(done.toString().replace("\"{}\"", "\"{\\\"zone\\\":\\\"UTC\\\"}\""));
    rig.model(Reply.saying("Yes.")).ask(session, "Still there?");

    assertThat(rig.desk.runs).hasSize(1);
    assertThat(rig.heard.all(Failure.class))
        .singleElement()
        .satisfies(
            failure -> assertThat(failure.message()).contains("came again for something else"));
  }

  @Test
  void r20_everyEndingOfACallIsAnswered() throws Exception {
    rig.model(
            Reply.NOTHING.together(
                new Step.Call("get_time", "{}", null),
                new Step.Call("add", "{\"a\":-1}", null),
                new Step.Call("fail", "{\"how\":\"badly\"}", null),
                new Step.Call("teleport", "{}", null)))
        .model(Reply.saying("Some of it worked."));
    rig.ask(rig.connect(), "Do it all.");

    assertThat(rig.heard.all(ToolEvent.Answered.class))
        .extracting(ToolEvent.Answered::ending)
        .containsExactlyInAnyOrder(
            Ending.COMPLETED, Ending.INVALID_ARGUMENTS, Ending.FAILED, Ending.UNKNOWN_TOOL);
    assertThat(rig.outputs()).hasSize(4);
    assertThat(rig.creates()).isEqualTo(2);
  }

  @Test
  void r21_aToolThatHoldsItsThreadHoldsUpNothingElse() throws Exception {
    rig.model(Reply.calling("pass", "{\"gate\":\"a\"}")).model(Reply.saying("Through."));
    VoiceSession session = rig.connect();
    session.sendText("Pass the gate.");
    rig.seen().awaitServerEvent("response.done");
    session.appendAudio(ToneSpeech.pcm16("Hello?"));
    rig.seen().awaitServerEvent("input_audio_buffer.speech_started");
    rig.seen().inject("{\"type\":\"response.dream\",\"event_id\":\"e\"}");
    rig.awaitHeard(SpeechEvent.Started.class);
    rig.desk.gate("a").complete("open");
    assertThat(rig.awaitOutput(1).at("/item/output").asString()).isEqualTo("open");
  }

  @Test
  void r22_callsOfOneResponseRunAtTheSameTimeAndTooManyAreToldSo() throws Exception {
    rig.options.toolLimits(tools -> tools.concurrent(2)).toolLimits(tools -> tools.queued(1));
    Reply reply = Reply.NOTHING;
    for (String gate : List.of("a", "b", "c", "d")) {
      reply = reply.call("pass", "{\"gate\":\"" + gate + "\"}");
    }
    rig.model(reply).model(Reply.saying("Three passed."));
    VoiceSession session = rig.connect();
    session.sendText("Pass four gates.");
    assertThat(rig.awaitOutput(1).at("/item/output").asString())
        .isEqualTo("Too many calls are running. Try again later.");
    rig.desk.gate("b").complete("b");
    rig.awaitOutput(2);
    List.of("a", "c").forEach(gate -> rig.desk.gate(gate).complete(gate));
    rig.settle(session);
    assertThat(rig.outputs())
        .containsExactlyInAnyOrder("Too many calls are running. Try again later.", "a", "b", "c");
  }

  @Test
  void r23_eachOutputNamesItsOwnCall() throws Exception {
    rig.model(Reply.calling("pass", "{\"gate\":\"a\"}").call("pass", "{\"gate\":\"b\"}"))
        .model(Reply.saying("Both."));
    VoiceSession session = rig.connect();
    session.sendText("Pass two gates.");
    rig.desk.gate("b").complete("from b");
    rig.awaitOutput(1);
    rig.desk.gate("a").complete("from a");
    rig.settle(session);

    List<JsonNode> calls =
        rig.seen().serverEvents().stream().filter(CallsOverSocketTest::isCallDone).toList();
    List<JsonNode> outputs = rig.seen().clientEvents().stream().filter(Rig::isOutput).toList();
    assertThat(outputs)
        .extracting(
            output -> output.at("/item/output").asString(),
            output -> output.at("/item/call_id").asString())
        .containsExactly(
            Tuple.tuple("from b", callId(calls.get(1))),
            Tuple.tuple("from a", callId(calls.get(0))));
  }

  private static String callId(JsonNode callDone) {
    return callDone.at("/item/call_id").asString();
  }

  @Test
  void r24_noArgumentsAreAnEmptyObjectAndWrappedOnesAreUnwrapped() throws Exception {
    VoiceSession session = askFor("get_time", "");
    rig.model(Reply.calling("get_time", "\"{\\\"zone\\\":\\\"UTC\\\"}\""))
        .model(Reply.saying("So."))
        .ask(session, "And there?");
    assertThat(rig.outputs()).containsExactly("noon", "noon in UTC");
  }

  @Test
  void r25_argumentsThatAreNoJsonAreAnsweredAndRepliedTo() throws Exception {
    askFor("add", "{\"a\":1,");
    assertThat(rig.outputs())
        .singleElement()
        .asString()
        .startsWith("The arguments don't fit.")
        .endsWith("Correct them and call again.");
    assertThat(rig.desk.runs).isEmpty();
  }

  @Test
  void r26_everyViolationIsNamedWithItsPath() throws Exception {
    askFor("add", "{\"a\":0,\"c\":5}");
    assertThat(rig.outputs())
        .singleElement()
        .asString()
        .contains("a", "b", "c", "must be more than 0");
    assertThat(rig.heard.all(ToolEvent.Answered.class).get(0).violations()).hasSize(3);
  }

  @Test
  void r27_afterSoManyCorrectionsTheModelIsToldToStop() throws Exception {
    rig.options.toolLimits(tools -> tools.corrections(1));
    rig.model(Reply.calling("add", "{}"))
        .model(Reply.calling("add", "{\"a\":0}"))
        .model(Reply.saying("What shall I add?"));
    rig.ask(rig.connect(), "Add.");
    assertThat(rig.outputs().get(0)).endsWith("Correct them and call again.");
    assertThat(rig.outputs().get(1)).endsWith("Don't call again; tell the user what is missing.");
  }

  @Test
  void r28_anUnknownToolIsAnsweredWithTheKnownOnesAndRepliedTo() throws Exception {
    askFor("teleport", "{}");
    assertThat(rig.outputs())
        .singleElement()
        .asString()
        .startsWith("There is no tool teleport. Available: get_time, add, pass");
  }

  @Test
  void r30_whatAToolThrowsStaysSecretUnlessItIsMeantForTheModel() throws Exception {
    VoiceSession session = askFor("fail", "{\"how\":\"badly\"}");
    rig.model(Reply.calling("fail", "{\"how\":\"told\"}"))
        .model(Reply.saying("No paper."))
        .ask(session, "Print.");
    assertThat(rig.outputs().get(0)).matches("The tool failed\\. Reference: [0-9a-f]{8}\\.");
    assertThat(rig.outputs().get(1)).isEqualTo("The printer is out of paper.");
  }

  @Test
  void r31_neitherAnErrorOfAToolNorAListenerThatFailsEndsTheSession() throws Exception {
    VoiceSession session = askFor("fail", "{\"how\":\"error\"}");
    session.listen(
        new VoiceListener() {
          @Override
          public void onReplyTranscript(VoiceSession told, ReplyEvent.Transcript event) {
            throw new IllegalStateException("display is gone");
          }
        });
    rig.model(Reply.calling("get_time", "{}"))
        .model(Reply.saying("Noon."))
        .ask(session, "And now?");
    assertThat(rig.outputs().get(1)).isEqualTo("noon");
    rig.awaitHeard(Failure.class);
    assertThat(rig.heard.all(Failure.class))
        .extracting(Failure::kind)
        .containsExactly(Failure.Kind.APPLICATION);
  }

  @Test
  void r32_textGoesOutAsItIsRecordsAsJsonAndNothingAsAWord() throws Exception {
    VoiceSession session = askFor("get_time", "{}");
    rig.model(Reply.calling("add", "{\"a\":2,\"b\":3}").call("run", "{}"))
        .model(Reply.saying("Five."))
        .ask(session, "Add.");
    assertThat(rig.outputs())
        .containsExactlyInAnyOrder("noon", "{\"a\":2,\"b\":3,\"sum\":5}", "Done.");
  }

  @Test
  void r33_aLongOutputIsCutOffWithAMark() throws Exception {
    askFor("story", "{\"length\":100000}");
    assertThat(rig.outputs())
        .singleElement()
        .asString()
        .hasSize(60)
        .endsWith("… [cut off: 100000 characters in all]");
  }

  @Test
  void r35_r36_aToolThatIsLateIsToldSoAndAnsweredAndItsResultIsDropped() throws Exception {
    rig.options.time(rig.time);
    rig.model(Reply.calling("look_up", "{\"gate\":\"a\"}")).model(Reply.saying("Too late."));
    VoiceSession session = rig.connect();
    session.sendText("Look it up.");
    rig.awaitHeard(ToolEvent.Validated.class);
    rig.time.advance(Duration.ofSeconds(5));
    rig.settle(session);

    assertThat(rig.outputs())
        .containsExactly("The tool timed out after 5 s. It may still have had an effect.");
    assertThat(rig.desk.cancelled).containsExactly("a");
    assertThat(rig.heard.all(ReplyEvent.Transcript.class)).hasSize(1);
  }

  @Test
  void r37_anOutputThatTheServerRefusesIsToldWithTheTool() throws Exception {
    rig.settings.fault(
        Fault.onClientEvent(Rig::isOutput)
            .reject("invalid_request_error", "invalid_value", "No such call."));
    askFor("get_time", "{}");
    assertThat(rig.heard.all(Failure.class))
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure.message())
                    .isEqualTo("The server refused the answer of get_time: No such call."));
  }

  @Test
  void r38_aToolMayUseTheSessionFromInside() throws Exception {
    rig.model(Reply.calling("run", "{}")).model(Reply.saying("Done."));
    VoiceSession session = rig.connect();
    rig.desk.errand =
        () -> {
          session.updateInstructions("Be quick.");
          session.addItem(Item.systemText("The user is in a hurry."));
          assertThat(session.history()).isNotEmpty();
        };
    rig.ask(session, "Run.");
    assertThat(rig.outputs()).containsExactly("Done.");
    assertThat(rig.seen().clientEvents("session.update")).hasSize(2);
  }

  @Test
  void r38_aToolMayEndTheSessionAndItsOutputIsRecorded() throws Exception {
    rig.model(Reply.calling("run", "{}"));
    VoiceSession session = rig.connect();
    rig.desk.errand = session::close;
    session.sendText("Good-bye.");
    session.ended().get(20, TimeUnit.SECONDS);
    assertThat(rig.awaitOutput(1).at("/item/output").asString()).isNotEmpty();
    assertThat(rig.seen().awaitEnd(Rig.PATIENCE).code()).isEqualTo(1000);
  }
}
