package dev.parlando.tests.rules;

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

  @RegisterExtension final SessionFixture fixture = new SessionFixture();

  private static boolean isCallDone(JsonNode event) {
    return event.path("type").asString("").equals("response.output_item.done")
        && event.at("/item/type").asString("").equals("function_call");
  }

  /** The model calls a tool once and then says a word. */
  private VoiceSession askFor(String tool, String arguments) throws InterruptedException {
    fixture.model(Reply.calling(tool, arguments)).model(Reply.saying("So it is."));
    VoiceSession session = fixture.connect();
    fixture.ask(session, "Do it.");
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(1);
    return session;
  }

  @Test
  void r15_aCallWhoseItemEventGotLostIsRunAllTheSame() throws Exception {
    fixture.settings.fault(Fault.onServerEvent(CallsOverSocketTest::isCallDone).drop());
    askFor("get_time", "{}");
    assertThat(fixture.outputs()).containsExactly("noon");
  }

  @Test
  void r16_aCallThatTheModelDidNotFinishIsNotRunAndBlocksNothing() throws Exception {
    fixture.model(Reply.saying("Hello."));
    VoiceSession session = fixture.connect();
    for (String status : List.of("incomplete", "in_progress")) {
      fixture
          .seen()
          .inject(
              "{\"type\":\"response.output_item.done\",\"event_id\":\"e\",\"response_id\":\"r0\",\"output_index\":0,\"item\":{\"type\":\"function_call\",\"id\":\"i\",\"status\":\""
                  + status
                  + "\",\"call_id\":\"cut_"
                  + status
                  + "\",\"name\":\"get_time\",\"arguments\":\"{\\\"zo\"}}");
    }
    fixture
        .seen()
        .inject(
            "{\"type\":\"response.done\",\"event_id\":\"e\",\"response\":{\"id\":\"r0\",\"status\":\"incomplete\",\"output\":[]}}");
    fixture.awaitEvent(ReplyEvent.Finished.class).ask(session, "Hello");

    assertThat(fixture.agent.runs).isEmpty();
    assertThat(fixture.outputs()).isEmpty();
    assertThat(fixture.events.all(ToolEvent.Skipped.class)).hasSize(2);
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(1);
  }

  @Test
  void r17_r18_aCallThatIsToldOfTwiceIsRunAndAnsweredOnce() throws Exception {
    fixture.settings.fault(Fault.onServerEvent(CallsOverSocketTest::isCallDone).duplicate());
    askFor("get_time", "{}");
    assertThat(fixture.agent.runs).containsExactly("get_time");
    assertThat(fixture.outputs()).containsExactly("noon");
  }

  @Test
  void r19_theSameCallWithOtherArgumentsIsNotRun() throws Exception {
    VoiceSession session = askFor("get_time", "{}");
    JsonNode done =
        fixture.seen().awaitServerEvent(CallsOverSocketTest::isCallDone, SessionFixture.PATIENCE);
    fixture.seen().inject(done.toString().replace("\"{}\"", "\"{\\\"zone\\\":\\\"UTC\\\"}\""));
    fixture.model(Reply.saying("Yes.")).ask(session, "Still there?");

    assertThat(fixture.agent.runs).hasSize(1);
    assertThat(fixture.events.all(Failure.class))
        .singleElement()
        .satisfies(
            failure -> assertThat(failure.message()).contains("came again for something else"));
  }

  @Test
  void r20_everyEndingOfACallIsAnswered() throws Exception {
    fixture
        .model(
            Reply.NOTHING.together(
                new Step.Call("get_time", "{}", null),
                new Step.Call("add", "{\"a\":-1}", null),
                new Step.Call("fail", "{\"how\":\"badly\"}", null),
                new Step.Call("teleport", "{}", null)))
        .model(Reply.saying("Some of it worked."));
    fixture.ask(fixture.connect(), "Do it all.");

    assertThat(fixture.events.all(ToolEvent.Answered.class))
        .extracting(ToolEvent.Answered::ending)
        .containsExactlyInAnyOrder(
            Ending.COMPLETED, Ending.INVALID_ARGUMENTS, Ending.FAILED, Ending.UNKNOWN_TOOL);
    assertThat(fixture.outputs()).hasSize(4);
    assertThat(fixture.creates()).isEqualTo(2);
  }

  @Test
  void r21_aToolThatHoldsItsThreadHoldsUpNothingElse() throws Exception {
    fixture.model(Reply.calling("pass", "{\"gate\":\"a\"}")).model(Reply.saying("Through."));
    VoiceSession session = fixture.connect();
    session.sendText("Pass the gate.");
    fixture.seen().awaitServerEvent("response.done");
    session.appendAudio(ToneSpeech.pcm16("Hello?"));
    fixture.seen().awaitServerEvent("input_audio_buffer.speech_started");
    fixture.seen().inject("{\"type\":\"response.dream\",\"event_id\":\"e\"}");
    fixture.awaitEvent(SpeechEvent.Started.class);
    fixture.agent.gate("a").complete("open");
    assertThat(fixture.awaitOutput(1).at("/item/output").asString()).isEqualTo("open");
  }

  @Test
  void r22_callsOfOneResponseRunAtTheSameTimeAndTooManyAreToldSo() throws Exception {
    fixture.options.toolLimits(tools -> tools.concurrent(2)).toolLimits(tools -> tools.queued(1));
    Reply reply = Reply.NOTHING;
    for (String gate : List.of("a", "b", "c", "d")) {
      reply = reply.call("pass", "{\"gate\":\"" + gate + "\"}");
    }
    fixture.model(reply).model(Reply.saying("Three passed."));
    VoiceSession session = fixture.connect();
    session.sendText("Pass four gates.");
    assertThat(fixture.awaitOutput(1).at("/item/output").asString())
        .isEqualTo("Too many calls are running. Try again later.");
    fixture.agent.gate("b").complete("b");
    fixture.awaitOutput(2);
    List.of("a", "c").forEach(gate -> fixture.agent.gate(gate).complete(gate));
    fixture.settle(session);
    assertThat(fixture.outputs())
        .containsExactlyInAnyOrder("Too many calls are running. Try again later.", "a", "b", "c");
  }

  @Test
  void r23_eachOutputNamesItsOwnCall() throws Exception {
    fixture
        .model(Reply.calling("pass", "{\"gate\":\"a\"}").call("pass", "{\"gate\":\"b\"}"))
        .model(Reply.saying("Both."));
    VoiceSession session = fixture.connect();
    session.sendText("Pass two gates.");
    fixture.agent.gate("b").complete("from b");
    fixture.awaitOutput(1);
    fixture.agent.gate("a").complete("from a");
    fixture.settle(session);

    List<JsonNode> calls =
        fixture.seen().serverEvents().stream().filter(CallsOverSocketTest::isCallDone).toList();
    List<JsonNode> outputs =
        fixture.seen().clientEvents().stream().filter(SessionFixture::isOutput).toList();
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
    fixture
        .model(Reply.calling("get_time", "\"{\\\"zone\\\":\\\"UTC\\\"}\""))
        .model(Reply.saying("So."))
        .ask(session, "And there?");
    assertThat(fixture.outputs()).containsExactly("noon", "noon in UTC");
  }

  @Test
  void r25_argumentsThatAreNoJsonAreAnsweredAndRepliedTo() throws Exception {
    askFor("add", "{\"a\":1,");
    assertThat(fixture.outputs())
        .singleElement()
        .asString()
        .startsWith("The arguments don't fit.")
        .endsWith("Correct them and call again.");
    assertThat(fixture.agent.runs).isEmpty();
  }

  @Test
  void r26_everyViolationIsNamedWithItsPath() throws Exception {
    askFor("add", "{\"a\":0,\"c\":5}");
    assertThat(fixture.outputs())
        .singleElement()
        .asString()
        .contains("a", "b", "c", "must be more than 0");
    assertThat(fixture.events.all(ToolEvent.Answered.class).get(0).violations()).hasSize(3);
  }

  @Test
  void r27_afterSoManyCorrectionsTheModelIsToldToStop() throws Exception {
    fixture.options.toolLimits(tools -> tools.corrections(1));
    fixture
        .model(Reply.calling("add", "{}"))
        .model(Reply.calling("add", "{\"a\":0}"))
        .model(Reply.saying("What shall I add?"));
    fixture.ask(fixture.connect(), "Add.");
    assertThat(fixture.outputs().get(0)).endsWith("Correct them and call again.");
    assertThat(fixture.outputs().get(1))
        .endsWith("Don't call again; tell the user what is missing.");
  }

  @Test
  void r28_anUnknownToolIsAnsweredWithTheKnownOnesAndRepliedTo() throws Exception {
    askFor("teleport", "{}");
    assertThat(fixture.outputs())
        .singleElement()
        .asString()
        .startsWith("There is no tool teleport. Available: get_time, add, pass");
  }

  @Test
  void r30_whatAToolThrowsStaysSecretUnlessItIsMeantForTheModel() throws Exception {
    VoiceSession session = askFor("fail", "{\"how\":\"badly\"}");
    fixture
        .model(Reply.calling("fail", "{\"how\":\"told\"}"))
        .model(Reply.saying("No paper."))
        .ask(session, "Print.");
    assertThat(fixture.outputs().get(0)).matches("The tool failed\\. Reference: [0-9a-f]{8}\\.");
    assertThat(fixture.outputs().get(1)).isEqualTo("The printer is out of paper.");
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
    fixture
        .model(Reply.calling("get_time", "{}"))
        .model(Reply.saying("Noon."))
        .ask(session, "And now?");
    assertThat(fixture.outputs().get(1)).isEqualTo("noon");
    fixture.awaitEvent(Failure.class);
    assertThat(fixture.events.all(Failure.class))
        .extracting(Failure::kind)
        .containsExactly(Failure.Kind.APPLICATION);
  }

  @Test
  void r32_textGoesOutAsItIsRecordsAsJsonAndNothingAsAWord() throws Exception {
    VoiceSession session = askFor("get_time", "{}");
    fixture
        .model(Reply.calling("add", "{\"a\":2,\"b\":3}").call("run", "{}"))
        .model(Reply.saying("Five."))
        .ask(session, "Add.");
    assertThat(fixture.outputs())
        .containsExactlyInAnyOrder("noon", "{\"a\":2,\"b\":3,\"sum\":5}", "Done.");
  }

  @Test
  void r33_aLongOutputIsCutOffWithAMark() throws Exception {
    askFor("story", "{\"length\":100000}");
    assertThat(fixture.outputs())
        .singleElement()
        .asString()
        .hasSize(60)
        .endsWith("… [cut off: 100000 characters in all]");
  }

  @Test
  void r35_r36_aToolThatIsLateIsToldSoAndAnsweredAndItsResultIsDropped() throws Exception {
    fixture.options.time(fixture.time);
    fixture.model(Reply.calling("look_up", "{\"gate\":\"a\"}")).model(Reply.saying("Too late."));
    VoiceSession session = fixture.connect();
    session.sendText("Look it up.");
    fixture.awaitEvent(ToolEvent.Validated.class);
    fixture.time.advance(Duration.ofSeconds(5));
    fixture.settle(session);

    assertThat(fixture.outputs())
        .containsExactly("The tool timed out after 5 s. It may still have had an effect.");
    assertThat(fixture.agent.cancelled).containsExactly("a");
    assertThat(fixture.events.all(ReplyEvent.Transcript.class)).hasSize(1);
  }

  @Test
  void r37_anOutputThatTheServerRefusesGoesInAsAMessageAndIsTold() throws Exception {
    fixture
        .settings
        .fault(
            Fault.onClientEvent(SessionFixture::isOutput)
                .reject("invalid_request_error", "invalid_value", "No such call."))
        .brain(
            turn ->
                turn.items().size() == 1
                    ? Reply.calling("get_time", "{}")
                    : Reply.saying(
                        turn.items().toString().contains("noon") ? "Noon." : "I don't know."));
    fixture.ask(fixture.connect(), "What time is it?");
    assertThat(fixture.events.all(ReplyEvent.Transcript.class))
        .extracting(ReplyEvent.Transcript::text)
        .containsExactly("Noon.");
    assertThat(fixture.events.all(Failure.class))
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure.message())
                    .isEqualTo("The server refused the answer of get_time: No such call."));
  }

  @Test
  void r38_aToolMayUseTheSessionFromInside() throws Exception {
    fixture.model(Reply.calling("run", "{}")).model(Reply.saying("Done."));
    VoiceSession session = fixture.connect();
    fixture.agent.errand =
        () -> {
          session.updateInstructions("Be quick.");
          session.addItem(Item.systemText("The user is in a hurry."));
          assertThat(session.history()).isNotEmpty();
        };
    fixture.ask(session, "Run.");
    assertThat(fixture.outputs()).containsExactly("Done.");
    assertThat(fixture.seen().clientEvents("session.update")).hasSize(2);
  }

  @Test
  void r38_aToolMayEndTheSessionAndItsOutputIsRecorded() throws Exception {
    fixture.model(Reply.calling("run", "{}"));
    VoiceSession session = fixture.connect();
    fixture.agent.errand = session::close;
    session.sendText("Good-bye.");
    session.ended().get(20, TimeUnit.SECONDS);
    assertThat(fixture.awaitOutput(1).at("/item/output").asString()).isNotEmpty();
    assertThat(fixture.seen().awaitEnd(SessionFixture.PATIENCE).code()).isEqualTo(1000);
  }
}
