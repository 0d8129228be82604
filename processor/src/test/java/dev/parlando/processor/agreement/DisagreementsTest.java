package dev.parlando.processor.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Tools;
import org.junit.jupiter.api.Test;

/** Where schema and decoder once disagreed, by the smallest document that showed it. */
final class DisagreementsTest {

  private static Tools tools(String members) {
    String source =
        """
        package p;

        import com.fasterxml.jackson.annotation.*;
        import dev.parlando.*;
        import jakarta.validation.constraints.*;
        import java.math.*;
        import java.time.*;
        import java.util.*;

        class Agent {
        %s
        }
        """;
    return Compilation.of(source.formatted(members)).compile().tools("p.Agent").withoutRepairs();
  }

  @Test
  void constraintOfArrayIsNotOneOfItsElements() {
    Tools tools = tools("@Tool(\"x\") String tool(@Size(max = 1) int[] v) { return \"\"; }");
    assertThat(tools.property("tool", "v").toString())
        .isEqualTo("{\"type\":\"array\",\"items\":{\"type\":\"integer\"},\"maxItems\":1}");
    assertThat(tools.violations("tool", "{\"v\":[7]}")).isEmpty();
    assertThat(tools.violations("tool", "{\"v\":[7,8]}"))
        .containsExactly("v: must have at most 1 elements");
  }

  @Test
  void propertyMayBeNamedAsAnythingInGeneratedCode() {
    Tools tools =
        tools(
            """
            record R(String value, String element, String in, String name, String value2,
                List<List<@Size(max = 1) String>> values, Optional<List<@NotBlank String>> present) {}
            record W(@JsonValue List<@NotBlank String> value) {}
            @Tool("x") W tool(R in, W value) { return value; }
            """);
    assertThat(
            tools.violations(
                "tool",
                """
                {"in":{"value":"a","element":"b","in":"c","name":"d","value2":"e","values":[["ff"]],
                "present":[" "]},"value":[""]}
                """))
        .containsExactly(
            "in.values[0][0]: must have at most 1 characters",
            "in.present[0]: must not be blank",
            "value[0]: must not be blank");
  }

  @Test
  void boundsOfSmallNumbersAreInTheSchema() {
    Tools tools = tools("@Tool(\"x\") String tool(byte a, @Min(0) Short b) { return \"\"; }");
    assertThat(tools.property("tool", "a").toString())
        .isEqualTo("{\"type\":\"integer\",\"minimum\":-128,\"maximum\":127}");
    assertThat(tools.property("tool", "b").toString())
        .isEqualTo("{\"type\":\"integer\",\"minimum\":0,\"maximum\":32767}");
  }

  @Test
  void elementsThatAreWrongAreNotCalledTheSame() {
    Tools tools = tools("@Tool(\"x\") String tool(@NotEmpty Set<Integer> v) { return \"\"; }");
    assertThat(tools.violations("tool", "{\"v\":[0,true,\"a\"]}"))
        .containsExactly("v[1]: must be a whole number", "v[2]: must be a whole number");
    assertThat(tools.violations("tool", "{\"v\":[true]}"))
        .containsExactly("v[0]: must be a whole number");
    assertThat(tools.violations("tool", "{\"v\":[1,1]}"))
        .containsExactly("v: must not have the same element twice");
  }

  @Test
  void timeIsSpelledAsTheSchemaSays() {
    Tools tools =
        tools("@Tool(\"x\") String tool(LocalDateTime a, LocalTime b, Instant c) { return \"\"; }");
    assertThat(
            tools.violations(
                "tool",
                "{\"a\":\"2026-11-22t14:30\",\"b\":\"14:30:15.\",\"c\":\"2026-11-22T14:30:15.Z\"}"))
        .hasSize(3);
    assertThat(
            tools.violations(
                "tool",
                "{\"a\":\"2026-11-22T14:30\",\"b\":\"14:30:15.5\",\"c\":\"2026-11-22t14:30:15.0z\"}"))
        .isEmpty();
  }

  @Test
  void blankMeansWhatThePatternOfTheSchemaMeans() {
    Tools tools = tools("@Tool(\"x\") String tool(@NotBlank String v) { return \"\"; }");
    assertThat(tools.violations("tool", "{\"v\":\"\u00a0\"}")).isEmpty();
    assertThat(tools.violations("tool", "{\"v\":\"\\u0001 \\t\"}"))
        .containsExactly("v: must not be blank");
  }

  @Test
  void addressIsWhatTheFormatOfTheSchemaMeans() {
    Tools tools = tools("@Tool(\"x\") String tool(@Email String v) { return \"\"; }");
    assertThat(tools.violations("tool", "{\"v\":\"jörg@example.com\"}")).hasSize(1);
    assertThat(tools.violations("tool", "{\"v\":\"\\\"j j\\\"@example.com\"}")).isEmpty();
    assertThat(tools.violations("tool", "{\"v\":\"j@[127.0.0.1]\"}")).isEmpty();
  }

  @Test
  void sameNumberOtherwiseWrittenIsTheSameElement() {
    Tools tools =
        tools("@Tool(\"x\") String tool(Set<BigDecimal> a, Set<Double> b) { return \"\"; }");
    assertThat(tools.violations("tool", "{\"a\":[1.0,1.00],\"b\":[0.0,-0.0]}"))
        .containsExactly(
            "a: must not have the same element twice", "b: must not have the same element twice");
  }

  @Test
  void variantIsNamedOnce() {
    Tools tools =
        tools(
            """
            sealed interface Shape {}
            record Circle(int r) implements Shape {}
            record Square(int r) implements Shape {}
            @Tool("x") String tool(Shape v) { return ""; }
            @Tool("x") String tools(List<Shape> v) { return ""; }
            """);
    String circle = "{\"type\":\"circle\",\"r\":1}";
    assertThat(tools.violations("tools", "{\"v\":[" + circle + "," + circle + "]}")).isEmpty();
    assertThat(
            tools.violations("tool", "{\"v\":{\"type\":\"circle\",\"r\":1,\"type\":\"square\"}}"))
        .containsExactly("v.type: is given twice");
  }

  @Test
  void patternMeansTheSameBeyondAscii() {
    Tools tools =
        tools(
            "@Tool(\"x\") String tool(@Pattern(regexp = \"a\\\\sb|c.d\") String v) { return \"\"; }");
    Judge judge = new Judge(tools.schema("tool"));
    for (String text : java.util.List.of("a\u00a0b", "a\u2003b", "c\u0085d", "c\u2028d")) {
      String arguments = Json.NODES.objectNode().put("v", text).toString();
      assertThat(judge.wrongPlaces(Json.parse(arguments))).containsExactly("v");
      assertThat(tools.violations("tool", arguments)).hasSize(1);
    }
  }
}
