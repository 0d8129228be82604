package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Compilation.Compiler;
import dev.parlando.processor.compiling.Tools;
import dev.parlando.tool.AgentProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The example that the documentation starts with. */
final class FirstToolTest {

  private static final String AGENT =
      """
      package p;

      import dev.parlando.*;
      import dev.parlando.tool.ToolContext;
      import java.util.*;

      @VoiceAgent(instructions = "You are a weather concierge.", voice = "marin")
      final class WeatherAgent {

        /** Gets the current temperature of a city. */
        @Tool
        Temperature getTemperature(Query query) {
          return new Temperature(query.city(), 22, query.unit().orElse(Unit.CELSIUS));
        }

        /**
         * Tells the weather of the next days.
         *
         * @param days how many days
         */
        @Tool
        String forecast(String city, ToolContext context, int days) {
          return context.toolName() + " " + city + " " + days;
        }

        enum Unit { CELSIUS, FAHRENHEIT }

        /**
         * @param city the city, as the caller said it
         * @param unit the unit to answer in
         */
        record Query(String city, Optional<Unit> unit) {}

        record Temperature(String city, int temperature, Unit unit) {}
      }
      """;

  @ParameterizedTest
  @EnumSource
  void recordIsDecodedCalledAndItsResultWritten(Compiler compiler) {
    Tools tools = Compilation.of(AGENT).with(compiler).compile().tools("p.WeatherAgent");

    assertThat(tools.call("get_temperature", "{\"city\":\"Toronto\",\"unit\":\"FAHRENHEIT\"}"))
        .isEqualTo("{\"city\":\"Toronto\",\"temperature\":22,\"unit\":\"FAHRENHEIT\"}");
    assertThat(tools.call("get_temperature", "{\"city\":\"Toronto\"}"))
        .isEqualTo("{\"city\":\"Toronto\",\"temperature\":22,\"unit\":\"CELSIUS\"}");
  }

  @Test
  void plainParametersAreProperties() {
    Tools tools = Compilation.of(AGENT).compile().tools("p.WeatherAgent");

    assertThat(tools.call("forecast", "{\"days\":3,\"city\":\"Toronto\"}"))
        .isEqualTo("forecast Toronto 3");
    assertThat(tools.definition("forecast").parameters())
        .isEqualTo(
            "{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"},"
                + "\"days\":{\"type\":\"integer\",\"description\":\"how many days\"}},"
                + "\"required\":[\"city\",\"days\"],\"additionalProperties\":false}");
  }

  @Test
  void everyViolationIsReported() {
    Tools tools = Compilation.of(AGENT).compile().tools("p.WeatherAgent");

    assertThat(tools.violations("get_temperature", "{\"ctiy\":\"Toronto\",\"unit\":\"kelvin\"}"))
        .containsExactly(
            "ctiy: unknown property, did you mean city?",
            "unit: must be one of CELSIUS, FAHRENHEIT",
            "city: is missing");
  }

  @ParameterizedTest
  @EnumSource
  void definitionsAreStoredForReview(Compiler compiler) {
    assertThat(Compilation.of(AGENT).with(compiler).compile().definitions("p.WeatherAgent"))
        .startsWith(
            """
            [
              {
                "type": "function",
                "name": "get_temperature",
                "description": "Gets the current temperature of a city.",
                "parameters": {
                  "type": "object",
                  "properties": {
                    "city": {
                      "type": "string",
                      "description": "the city, as the caller said it"
                    },
            """);
  }

  @Test
  void profileIsThatOfTheAnnotation() {
    assertThat(Compilation.of(AGENT).compile().tools("p.WeatherAgent").set().agent())
        .isEqualTo(new AgentProfile("You are a weather concierge.", "marin", ""));
  }
}
