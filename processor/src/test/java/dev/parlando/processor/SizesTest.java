package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Compilation.Compiler;
import dev.parlando.processor.compiling.Tools;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Classes that are much larger than any that somebody would write by hand. */
final class SizesTest {

  @ParameterizedTest
  @EnumSource
  void enumHasTwoThousandConstants(Compiler compiler) {
    Tools tools =
        Compilation.of(
                """
                class Agent {
                  @dev.parlando.Tool("x") Code run(Code code) { return code; }
                }

                enum Code { %s }
                """
                    .formatted(joined(2000, ", ", i -> "CODE_" + i)))
            .with(compiler)
            .compile()
            .tools("Agent");

    assertThat(tools.property("run", "code").path("enum")).hasSize(2000);
    assertThat(tools.call("run", "{\"code\":\"CODE_1999\"}")).isEqualTo("CODE_1999");
    assertThat(tools.violations("run", "{\"code\":\"CODE_2000\"}")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void classHasAThousandTools(Compiler compiler) {
    Tools tools =
        Compilation.of(
                """
                class Agent {
                  %s
                }
                """
                    .formatted(
                        joined(
                            1000,
                            "\n",
                            i ->
                                """
                                @dev.parlando.Tool("Tool %1$d")
                                String t%1$d(@dev.parlando.Sensitive String a%1$d, int b, Integer c) {
                                  return a%1$d + %1$d;
                                }
                                """
                                    .formatted(i))))
            .with(compiler)
            .compile()
            .tools("Agent");

    assertThat(tools.set().definitions()).hasSize(1000);
    for (int i : new int[] {0, 199, 200, 999}) {
      String arguments = "{\"a%d\":\"x\",\"b\":1,\"c\":2}".formatted(i);
      assertThat(tools.call("t" + i, arguments)).isEqualTo("x" + i);
      assertThat(tools.masked("t" + i, arguments)).doesNotContain("x").contains("\"b\":1");
    }
  }

  @Test
  void resultHasAnyWidth() {
    Tools tools =
        Compilation.of(
                """
                class Agent {
                  @dev.parlando.Tool("x") Wide run() { return new Wide(%s); }
                }

                record Wide(%s) {}
                """
                    .formatted(
                        joined(254, ", ", Integer::toString), joined(254, ", ", i -> "int c" + i)))
            .compile()
            .tools("Agent");

    assertThat(tools.call("run", "{}")).startsWith("{\"c0\":0,\"c1\":1,").endsWith("\"c253\":253}");
  }

  @Test
  void sealedInterfaceHasAThousandVariants() {
    Tools tools =
        Compilation.of(
                """
                class Agent {
                  @dev.parlando.Tool("x") Shape run(Shape shape) { return shape; }
                }

                sealed interface Shape {
                  %s
                }
                """
                    .formatted(
                        joined(1000, "\n", i -> "record S" + i + "(int a) implements Shape {}")))
            .compile()
            .tools("Agent");

    assertThat(tools.call("run", "{\"shape\":{\"type\":\"s999\",\"a\":1}}"))
        .isEqualTo("{\"type\":\"s999\",\"a\":1}");
  }

  private static String joined(int count, String separator, IntFunction<String> each) {
    return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining(separator));
  }
}
