package dev.parlando.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.internal.engine.io.Effect;
import dev.parlando.internal.engine.io.Input;
import dev.parlando.internal.engine.io.ToolCatalog;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.Response.Status;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.session.event.ToolEvent.Ending;
import dev.parlando.tool.ToolOutcome;
import dev.parlando.tool.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Section B: recognising and dispatching a call. */
class CallRulesTest {

  private Conversation conversation =
      Conversation.ready("get_time", "get_weather", "slowly_pay").say("Hello").begins("resp_1");

  @Test
  void r13_aToolThatWasRemovedIsAnsweredAsUnavailable() {
    conversation.input(
        new Input.Command.ReplaceTools(
            ToolCatalog.of(List.of(new Conversation.Tools("get_weather")))));
    conversation.calls("resp_1", "call_1", "get_time", "{}");

    assertThat(conversation.started()).isEmpty();
    assertThat(conversation.outputTexts())
        .containsExactly("call_1=The tool get_time is not available any more. Answer without it.");
    assertThat(Conversation.all(conversation.sent, ClientEvent.SessionUpdate.class)).hasSize(1);
  }

  @Test
  void r14_aCallIsResolvedAgainstTheToolsItsResponseBeganWith() {
    conversation.input(
        new Input.Command.ReplaceTools(
            ToolCatalog.of(List.of(new Conversation.Tools("get_time", "get_news")))));
    conversation.calls("resp_1", "call_1", "get_news", "{}");

    assertThat(conversation.started()).isEmpty();
    assertThat(conversation.outputTexts().get(0)).startsWith("call_1=There is no tool get_news.");
  }

  @Test
  void r15_aCallIsRunWhenItsItemIsDone() {
    conversation.announces("resp_1", "call_1", "get_time", "{}");
    assertThat(conversation.started()).isEmpty();

    conversation.calls("resp_1", "call_1", "get_time", "{}");
    assertThat(conversation.started()).containsExactly("call_1");
  }

  @Test
  void r15_aCallWhoseItemEventGotLostIsRunFromTheOutputOfTheResponse() {
    conversation.ends("resp_1", Item.functionCall("call_1", "get_time", "{}"));
    assertThat(conversation.started()).containsExactly("call_1");
  }

  @Test
  void r15_aCallThatOnlyItsArgumentsToldOfIsRunWhenTheResponseEnds() {
    conversation.announces("resp_1", "call_1", "get_time", "{}").ends("resp_1");
    assertThat(conversation.started()).containsExactly("call_1");
  }

  @Test
  void r15_argumentsOfAResponseThatWasCancelledRunNothing() {
    conversation
        .announces("resp_1", "call_1", "get_time", "{}")
        .ends("resp_1", Status.CANCELLED, null);
    assertThat(conversation.started()).isEmpty();
  }

  @Test
  void r16_anIncompleteCallIsNotRunAndBlocksNothing() {
    conversation
        .calls("resp_1", "call_1", "get_time", "{\"zo", Item.Status.INCOMPLETE)
        .ends("resp_1", Status.INCOMPLETE, null);

    assertThat(conversation.started()).isEmpty();
    assertThat(conversation.outputs()).isEmpty();
    assertThat(conversation.told(ToolEvent.Skipped.class)).hasSize(1);
    assertThat(conversation.say("Again").creates()).hasSize(2);
  }

  @Test
  void r17_aCallIsRunOnceHoweverOftenItIsToldOf() {
    conversation
        .calls("resp_1", "call_1", "get_time", "{}")
        .calls("resp_1", "call_1", "get_time", "{}")
        .announces("resp_1", "call_1", "get_time", "{}")
        .ends("resp_1", Item.functionCall("call_1", "get_time", "{}"));
    assertThat(conversation.started()).containsExactly("call_1");
  }

  @Test
  void r18_aCallIsAnsweredOnce() {
    conversation
        .calls("resp_1", "call_1", "get_time", "{}")
        .returns("call_1", "noon")
        .calls("resp_1", "call_1", "get_time", "{}")
        .returns("call_1", "one o'clock");

    assertThat(conversation.outputTexts()).containsExactly("call_1=noon");
    assertThat(conversation.told(ToolEvent.Late.class)).hasSize(1);
  }

  @Test
  void r19_theSameIdWithOtherArgumentsIsNotRun() {
    conversation
        .calls("resp_1", "call_1", "get_time", "{}")
        .calls("resp_1", "call_1", "get_time", "{\"zone\":\"UTC\"}");

    assertThat(conversation.started()).containsExactly("call_1");
    assertThat(conversation.told(Failure.class))
        .containsExactly(
            new Failure(
                Failure.Kind.MALFORMED, "", "call_id call_1 came again for something else"));
  }

  @Test
  void r20_everyEndingIsAnswered() {
    conversation
        .calls("resp_1", "call_1", "get_time", "{}")
        .calls("resp_1", "call_2", "get_time", "{}")
        .calls("resp_1", "call_3", "get_time", "{}")
        .calls("resp_1", "call_4", "no_such_tool", "{}")
        .calls("resp_1", "call_5", "get_weather", "{}")
        .calls("resp_1", "call_6", "get_weather", "{}");
    conversation
        .returns("call_1", "noon")
        .input(new Input.ToolEnded("call_2", Conversation.refusal("No clock.")))
        .input(
            new Input.ToolEnded(
                "call_3", new ToolOutcome.Invalid(List.of(new Violation("zone", "unknown")))))
        .input(new Input.ToolRejected("call_5"))
        .pass(60_000)
        .ends("resp_1");

    assertThat(conversation.told(ToolEvent.Answered.class))
        .extracting(answered -> answered.call().callId(), ToolEvent.Answered::ending)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("call_4", Ending.UNKNOWN_TOOL),
            org.assertj.core.groups.Tuple.tuple("call_1", Ending.COMPLETED),
            org.assertj.core.groups.Tuple.tuple("call_2", Ending.FAILED),
            org.assertj.core.groups.Tuple.tuple("call_3", Ending.INVALID_ARGUMENTS),
            org.assertj.core.groups.Tuple.tuple("call_5", Ending.BUSY),
            org.assertj.core.groups.Tuple.tuple("call_6", Ending.TIMED_OUT));
    assertThat(conversation.outputs()).hasSize(6);
    assertThat(conversation.creates()).hasSize(2);
  }

  @Test
  void r20_closingAnswersWhatIsOpen() {
    conversation
        .calls("resp_1", "call_1", "get_time", "{}")
        .calls("resp_1", "call_2", "slowly_pay", "{}")
        .input(new Input.Command.Close(1000, ""));

    assertThat(conversation.started()).containsExactly("call_1");
    assertThat(conversation.outputs())
        .extracting(Item.FunctionCallOutput::callId)
        .containsExactlyInAnyOrder("call_1", "call_2");
    assertThat(conversation.effects).contains(new Effect.CancelTool("call_1"));
    assertThat(conversation.effects.get(conversation.effects.size() - 2))
        .isEqualTo(new Effect.Disconnect(1000, ""));
  }

  @Test
  void r22_aSequentialToolWaitsAndIsWaitedFor() {
    conversation
        .calls("resp_1", "call_1", "get_time", "{}")
        .calls("resp_1", "call_2", "slowly_pay", "{}")
        .calls("resp_1", "call_3", "get_time", "{}");
    assertThat(conversation.started()).containsExactly("call_1");

    conversation.returns("call_1", "noon");
    assertThat(conversation.started()).containsExactly("call_1", "call_2");

    conversation.returns("call_2", "paid");
    assertThat(conversation.started()).containsExactly("call_1", "call_2", "call_3");
  }

  @Test
  void r22_aToolWithALimitOfItsOwnHoldsUpNobodyElse() {
    conversation = Conversation.ready("single_print", "get_time", "slowly_pay");
    conversation
        .calls("resp_1", "call_1", "single_print", "{}")
        .calls("resp_1", "call_2", "single_print", "{}")
        .calls("resp_1", "call_3", "get_time", "{}")
        .calls("resp_1", "call_4", "slowly_pay", "{}");
    assertThat(conversation.started()).containsExactly("call_1", "call_3");

    conversation.returns("call_3", "noon").returns("call_1", "printed");
    assertThat(conversation.started()).containsExactly("call_1", "call_3", "call_2");

    conversation.returns("call_2", "printed");
    assertThat(conversation.started()).endsWith("call_4");
  }

  @Test
  void r22_aFullQueueIsAnsweredAsBusy() {
    for (int i = 1; i <= 7; i++) {
      conversation.calls("resp_1", "call_" + i, "get_time", "{}");
    }
    assertThat(conversation.started()).hasSize(4);
    assertThat(conversation.outputTexts())
        .containsExactly("call_7=Too many calls are running. Try again later.");
  }

  @Test
  void r23_outputsOfCallsThatEndTogetherKeepTheOrderOfTheCalls() {
    conversation
        .calls("resp_1", "call_1", "get_time", "{}")
        .calls("resp_1", "call_2", "get_weather", "{}")
        .input(new Input.Command.Close(1000, ""));
    assertThat(conversation.outputs())
        .extracting(Item.FunctionCallOutput::callId)
        .containsExactly("call_1", "call_2");
  }

  @Test
  void r36_aCallThatNobodyWaitsForIsToldSo() {
    conversation
        .calls("resp_1", "call_1", "get_time", "{}")
        .input(new Input.Command.Close(1000, ""));
    assertThat(conversation.effects).contains(new Effect.CancelTool("call_1"));
  }

  @Test
  void r25_argumentsThatAreNoJsonAreAnsweredAndAskedAbout() {
    conversation
        .calls("resp_1", "call_1", "get_time", "{\"zone\"")
        .input(
            new Input.ToolEnded(
                "call_1", new ToolOutcome.Invalid(List.of(new Violation("", "not a JSON object")))))
        .ends("resp_1");

    assertThat(conversation.outputTexts())
        .containsExactly(
            "call_1=The arguments don't fit. not a JSON object. Correct them and call again.");
    assertThat(conversation.creates()).hasSize(2);
  }

  @Test
  void r27_correctionsAreBoundedUntilTheUserSpeaksAgain() {
    ToolOutcome invalid = new ToolOutcome.Invalid(List.of(new Violation("zone", "missing")));
    for (int i = 1; i <= 4; i++) {
      conversation
          .calls("resp_1", "call_" + i, "get_time", "{}")
          .input(new Input.ToolEnded("call_" + i, invalid));
    }
    assertThat(conversation.outputTexts().get(2)).endsWith("Correct them and call again.");
    assertThat(conversation.outputTexts().get(3))
        .endsWith("Don't call again; tell the user what is missing.");

    conversation
        .say("UTC")
        .calls("resp_1", "call_5", "get_time", "{}")
        .input(new Input.ToolEnded("call_5", invalid));
    assertThat(conversation.outputTexts().get(4)).endsWith("Correct them and call again.");
  }

  @Test
  void r27_aToolMayAllowFewerCorrections() {
    conversation = Conversation.ready("strict_pay");
    conversation
        .calls("resp_1", "call_1", "strict_pay", "{}")
        .input(
            new Input.ToolEnded(
                "call_1", new ToolOutcome.Invalid(List.of(new Violation("sum", "missing")))));
    assertThat(conversation.outputTexts().get(0)).contains("Don't call again");
  }

  @Test
  void r28_anUnknownToolIsAnsweredWithTheKnownOnesAndAReplyIsAskedFor() {
    conversation.calls("resp_1", "call_1", "get_tiem", "{}").ends("resp_1");

    assertThat(conversation.outputTexts())
        .containsExactly(
            "call_1=There is no tool get_tiem. Available: get_time, get_weather, slowly_pay.");
    assertThat(conversation.creates()).hasSize(2);
  }

  @Test
  void r33_aLongOutputIsCutOffWithAMark() {
    conversation.calls("resp_1", "call_1", "get_time", "{}").returns("call_1", "é".repeat(500));

    String output = conversation.outputs().get(0).output();
    assertThat(output).hasSize(200).startsWith("éé").endsWith("… [cut off: 500 characters in all]");
  }

  @Test
  void r33_aToolMayHaveAShorterLimit() {
    conversation = Conversation.ready("short_story");
    conversation.calls("resp_1", "call_1", "short_story", "{}").returns("call_1", "é".repeat(500));
    assertThat(conversation.outputs().get(0).output()).hasSize(60);
  }

  @Test
  void r34_theCallIdComesBackAsItCame() {
    String odd = "call_ÄÖ-1/x";
    conversation.calls("resp_1", odd, "get_time", "{}").returns(odd, "noon");
    assertThat(conversation.outputs().get(0).callId()).isEqualTo(odd);
  }

  @Test
  void r35_aToolThatIsLateIsCancelledAnsweredAndItsResultDropped() {
    conversation.calls("resp_1", "call_1", "get_time", "{}").ends("resp_1").pass(60_000);

    assertThat(conversation.effects).contains(new Effect.CancelTool("call_1"));
    assertThat(conversation.outputTexts())
        .containsExactly("call_1=The tool timed out after 60 s. It may still have had an effect.");
    assertThat(conversation.creates()).hasSize(2);

    conversation.returns("call_1", "noon");
    assertThat(conversation.outputs()).hasSize(1);
  }

  @Test
  void r37_aRefusedOutputIsToldWithTheNameOfTheTool() {
    conversation.calls("resp_1", "call_1", "get_time", "{}").returns("call_1", "noon");
    String eventId = conversation.sent.get(conversation.sent.size() - 1).eventId();
    conversation.errs("invalid_value", "No such call.", eventId);

    assertThat(conversation.told(Failure.class))
        .containsExactly(
            new Failure(
                Failure.Kind.REQUEST,
                "invalid_value",
                "The server refused the answer of get_time: No such call."));
  }
}
