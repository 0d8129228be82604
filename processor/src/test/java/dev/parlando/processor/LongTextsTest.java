package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Compilation.Compiler;
import dev.parlando.processor.compiling.Tools;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts that are longer than a class file's constants may be. */
final class LongTextsTest {

  @Test
  void schemaOfAnyLengthIsWhole() {
    String description = "é\\\"\\\\ \\n😀".repeat(200);
    String components =
        IntStream.range(0, 64)
            .mapToObj(i -> "@Describe(\"" + description + "\") int p" + i)
            .collect(Collectors.joining(", "));
    Tools tools =
        Compilation.of(
                "import dev.parlando.*;\nclass Agent {\n  record Query("
                    + components
                    + ") {}\n  @Tool(\"x\") String run(Query q) { return \"\"; }\n}")
            .compile()
            .tools("Agent");

    assertThat(tools.definition("run").parameters().length()).isGreaterThan(100_000);
    assertThat(tools.property("run", "p63").path("description").asString())
        .isEqualTo("é\"\\ \n😀".repeat(200));
  }

  @Test
  void instructionsMayHoldAnyCharacter() {
    Tools tools =
        Compilation.of(
                """
                @dev.parlando.VoiceAgent(
                    instructions = "a \\"b\\" $T $L ${c} {@code d} \\\\u0041 */ \\n\\tÄ😀 \\0\\177")
                class Agent {}
                """)
            .compile()
            .tools("Agent");

    assertThat(tools.set().agent().instructions())
        .isEqualTo("a \"b\" $T $L ${c} {@code d} \\u0041 */ \n\tÄ😀 \0\177");
  }

  @Test
  void descriptionsMayHoldAnyCharacter() {
    Tools tools =
        Compilation.of(
                """
                class Agent {
                  @dev.parlando.Tool("x")
                  String run(@dev.parlando.Describe("\\"\\"\\" $S \\\\ \\\\u0041 \\u2028 \\0 </a> %s") int a) {
                    return "";
                  }
                }
                """)
            .compile()
            .tools("Agent");

    assertThat(tools.property("run", "a").path("description").asString())
        .isEqualTo("\"\"\" $S \\ \\u0041 \u2028 \0 </a> %s");
  }

  @ParameterizedTest
  @EnumSource
  void namesAndMessagesMayHoldAnyCharacter(Compiler compiler) {
    Tools tools =
        Compilation.of(
                """
                import com.fasterxml.jackson.annotation.*;
                import dev.parlando.*;
                import jakarta.validation.constraints.*;

                class Agent {
                  enum Odd { @JsonProperty("\\"\\u2028$L\\\\é") ONE }
                  record Query(
                      @JsonProperty("a \\"b\\" \\u2029 $S \\\\ é") Odd odd,
                      @DefaultValue("\\u2028 \\"$T\\"")
                      @Pattern(regexp = "[^\\u2029]*", message = "no \\u2029, $L \\"please\\"") String text) {}
                  @Tool("x") Query run(Query q) { return q; }
                }
                """)
            .with(compiler)
            .compile()
            .tools("Agent");

    String name = "a \\\"b\\\" \u2029 $S \\\\ é";
    String odd = "\\\"\u2028$L\\\\é";
    assertThat(tools.call("run", "{\"" + name + "\":\"" + odd + "\"}"))
        .isEqualTo("{\"" + name + "\":\"" + odd + "\",\"text\":\"\u2028 \\\"$T\\\"\"}");
    assertThat(tools.violations("run", "{\"" + name + "\":\"" + odd + "\",\"text\":\"\u2029\"}"))
        .containsExactly("text: no \u2029, $L \"please\"");
  }
}
