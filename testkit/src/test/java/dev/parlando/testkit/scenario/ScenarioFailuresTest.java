package dev.parlando.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlando.json.ArgumentMask;
import dev.parlando.testkit.WeatherTools;
import dev.parlando.testkit.brain.Reply;
import dev.parlando.tool.ArgumentOptions;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolDefinition;
import dev.parlando.tool.ToolInvocation;
import dev.parlando.tool.ToolSet;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is told of scenarios that don't go as they are to. */
class ScenarioFailuresTest {

  private static final WeatherTools TOOLS = WeatherTools.answering("{\"temperature\":22}");
  private static final String CITY = "{\"city\":\"Toronto\"}";

  private static ScenarioResult run(Scenario scenario) {
    return ScenarioRunner.offline().run(scenario, TOOLS);
  }

  @Test
  void thereIsNothingToSpeakOverWhereNothingIsSaid() {
    assertThat(
            run(Scenario.named("too early")
                    .userSays("Hello")
                    .model(Reply.NOTHING)
                    .bargeIn(Duration.ofMillis(800), "Stop"))
                .failure())
        .hasValueSatisfying(
            problem -> assertThat(problem).contains("no spoken reply to speak over"));
  }

  @Test
  void anotherCallThanTheExpectedOneFailsWithTheDifferenceAndTheConversation() {
    ScenarioResult result =
        run(
            Scenario.named("wrong city")
                .userSays("What's the temperature in Paris?")
                .expectCall("get_temperature", Match.fields().with("city", "Toronto")));
    assertThatThrownBy(result::verify)
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "wrong city: Expected a call of get_temperature with {city: \"Toronto\"}, but it was"
                + " called otherwise: city: expected \"Toronto\", was \"Paris\".")
        .hasMessageContaining("The conversation so far:")
        .hasMessageContaining("user> What's the temperature in Paris?")
        .hasMessageContaining("calls> get_temperature {\"city\":\"Paris\"}");
  }

  @Test
  void whatIsSensitiveIsComparedButNotShown() {
    ToolSet discreet =
        new ToolSet() {
          @Override
          public List<ToolDefinition> definitions() {
            return TOOLS.definitions();
          }

          @Override
          public String masked(ToolCall call) {
            return ArgumentMask.mask(call.arguments(), Set.of());
          }

          @Override
          public ToolInvocation prepare(ToolCall call, ArgumentOptions options) {
            return TOOLS.prepare(call, options);
          }
        };
    Scenario scenario =
        Scenario.named("discreet").userSays("Hello").model(Reply.calling("get_temperature", CITY));
    Match paris = Match.fields().with("city", "Paris");
    Match toronto = Match.fields().with("city", "Toronto");
    ScenarioRunner.offline()
        .run(scenario.expectCall("get_temperature", toronto).model(Reply.saying("Done.")), discreet)
        .verify();
    assertThat(
            ScenarioRunner.offline()
                .run(
                    scenario.expectCall("get_temperature", paris).model(Reply.saying("Done.")),
                    discreet)
                .report())
        .contains("it was called otherwise: with {\"city\":\"***\"}.")
        .doesNotContain("Toronto");
  }

  @Test
  void aCallThatNobodyExpectedFails() {
    assertThat(
            run(Scenario.named("no call")
                    .userSays("What's the temperature in Toronto?")
                    .expectReply("22"))
                .failure())
        .contains("Nobody expected the call of get_temperature, but the model made it.");
  }

  @Test
  void aCallThatDoesNotComeFails() {
    assertThat(
            run(Scenario.named("no tool").userSays("Good morning").expectCall("get_temperature"))
                .failure())
        .contains("Expected a call of get_temperature, but nothing was called.");
  }

  @Test
  void aReplyThatIsAnotherFails() {
    assertThat(
            run(Scenario.named("reply")
                    .userSays("Good morning")
                    .model(Reply.saying("Hello there."))
                    .expectReply(Match.matching("^Good")))
                .failure())
        .contains(
            "Expected a reply of text that matches ^Good, but the model said \"Hello there.\".");
  }

  @Test
  void aReplyThatComesTooLateFails() {
    Scenario late =
        Scenario.named("late")
            .userSays("Good morning")
            .model(Reply.NOTHING.pause(Duration.ofSeconds(3)).say("Hello."))
            .expectReply("Hello");
    run(late.within(Duration.ofSeconds(4))).verify();
    assertThat(run(late.within(Duration.ofSeconds(2))).failure())
        .contains("The reply came after 3000 ms, expected within 2000 ms.");
  }

  @Test
  void whatTheModelWasNotAskedForFails() {
    assertThat(
            run(Scenario.named("left over")
                    .userSays("Good morning")
                    .model(Reply.saying("Hello."))
                    .model(Reply.saying("Anything else?"))
                    .expectReply("Hello"))
                .failure())
        .contains("Of the model's part: Only 1 of 2 turns came.");
  }

  @Test
  void whatTheModelIsAskedForOnceMoreFails() {
    assertThat(
            run(Scenario.named("too little")
                    .userSays("What's the temperature in Toronto?")
                    .model(Reply.calling("get_temperature", CITY))
                    .expectCall("get_temperature")
                    .expectReply("22"))
                .failure())
        .hasValueSatisfying(
            problem -> assertThat(problem).contains("There is no turn 2 in the script"));
  }
}
