package dev.parlando.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.testkit.WeatherTools;
import dev.parlando.testkit.brain.Reply;
import dev.parlando.tool.ToolResult;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ScenarioRunnerTest {

  private static final WeatherTools TOOLS = WeatherTools.answering("{\"temperature\":22}");
  private static final String CITY = "{\"city\":\"Toronto\"}";
  private static final String LONG = "Once upon a time there was a very long tale of weather.";

  private static ScenarioResult run(Scenario scenario) {
    return ScenarioRunner.offline().run(scenario, TOOLS);
  }

  @Test
  void aStandInAnswersWhereTheScenarioSaysNothingOfTheModel() {
    ScenarioResult result =
        run(
            Scenario.named("Toronto")
                .userSays("What's the temperature in Toronto?")
                .expectCall("get_temperature", Match.fields().with("city", "Toronto"))
                .answering(Match.fields().with("temperature", Match.between(20, 25)))
                .within(Duration.ofSeconds(1))
                .expectReply("22")
                .within(Duration.ofSeconds(1)));
    result.verify();
    assertThat(result.conversation())
        .first()
        .isEqualTo("[  0.0 s] user> What's the temperature in Toronto?");
    assertThat(result.conversation())
        .containsSubsequence(
            "[  0.0 s] calls> get_temperature {\"city\":\"Toronto\"}",
            "[  0.0 s] answers> get_temperature {\"temperature\":22}");
  }

  @Test
  void theModelsPartCanBeWritten() {
    run(Scenario.named("two calls at once")
            .userSays("Compare Toronto and Paris")
            .model(
                Reply.saying("One moment.")
                    .call("get_temperature", CITY)
                    .call("get_temperature", "{\"city\":\"Paris\"}"))
            .expectCall("get_temperature", Match.fields().with("city", "Paris"))
            .expectCall("get_temperature", Match.fields().with("city", "Toronto"))
            .model(Reply.saying("Both have 22 degrees."))
            .expectReply(Match.equalTo("Both have 22 degrees.")))
        .verify();
  }

  @Test
  void aSpokenConversationTakesItsTimeAndNobodyWaitsForIt() {
    long start = System.nanoTime();
    ScenarioResult result =
        run(
            Scenario.named("spoken")
                .userSpeaks("What's the temperature in Toronto?")
                .expectCall("get_temperature", Match.fields().with("city", "Toronto"))
                .expectReply("22")
                .pause(Duration.ofMinutes(20))
                .userSpeaks("And in Paris, what temperature?")
                .expectCall("get_temperature")
                .expectReply("22"));
    result.verify();
    assertThat(result.elapsed()).isBetween(Duration.ofMinutes(20), Duration.ofMinutes(21));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void theUserSpeaksOverAReply() {
    ScenarioResult result =
        run(
            Scenario.named("barge-in")
                .userSays("Tell me a story")
                .model(Reply.saying(LONG))
                .model(Reply.saying("All right."))
                .bargeIn(Duration.ofMillis(800), "Stop")
                .expectInterruption()
                .expectReply("All right"));
    result.verify();
    assertThat(result.conversation()).anyMatch(line -> line.contains("(cancelled turn_detected)"));
  }

  @Test
  void nothingIsExpectedForAWhile() {
    run(Scenario.named("quiet")
            .userSays("Good morning")
            .model(Reply.saying("Hello."))
            .expectReply("Hello")
            .pause(Duration.ofSeconds(2))
            .expectNothing(Duration.ofMinutes(5)))
        .verify();
    assertThat(
            run(Scenario.named("not quiet")
                    .expectNothing(Duration.ofMinutes(1))
                    .userSays("Good morning")
                    .model(Reply.calling("get_temperature", CITY))
                    .model(Reply.saying("22"))
                    .expectCall("get_temperature")
                    .expectNothing(Duration.ofSeconds(2)))
                .failure())
        .contains("Expected nothing for 2000 ms, but the model said \"22\".");
  }

  @Test
  void aToolMayTakeAnyTimeOfTheMachine() {
    WeatherTools slow =
        new WeatherTools(
            call ->
                ToolResult.later(
                    CompletableFuture.supplyAsync(
                        () -> ToolResult.json("{\"temperature\":22}"),
                        CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS))));
    ScenarioRunner.offline()
        .run(
            Scenario.named("slow")
                .userSays("What's the temperature in Toronto?")
                .expectCall("get_temperature")
                .expectReply("22")
                .within(Duration.ofSeconds(1)),
            slow)
        .verify();
  }

  @Test
  void aToolThatNeverAnswersTimesOut() {
    WeatherTools stuck = new WeatherTools(call -> ToolResult.later(new CompletableFuture<>()));
    ScenarioResult result =
        ScenarioRunner.offline()
            .toolPatience(Duration.ofMillis(50))
            .session(
                session ->
                    session.options(
                        options -> options.timeouts(times -> times.tool(Duration.ofSeconds(20)))))
            .run(
                Scenario.named("stuck")
                    .userSays("What's the temperature in Toronto?")
                    .expectCall("get_temperature")
                    .answering(Match.containing("timed out"))
                    .expectReply(Match.any()),
                stuck);
    result.verify();
    assertThat(result.elapsed()).isGreaterThanOrEqualTo(Duration.ofSeconds(20));
  }
}
