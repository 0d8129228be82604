package dev.parlando.processor.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Compiled;
import dev.parlando.tool.ToolSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names that were found to meet ours, one by one. */
final class NamedFaultsTest {

  @Test
  void recordInCapitalsHasAnEnum() {
    assertThat(
            called(
                """
                class Agent {
                  @dev.parlando.Tool("x") SMS run(SMS sms) { return sms; }
                }

                record SMS(@dev.parlando.DefaultValue("HIGH") Priority p) {
                  enum Priority { LOW, HIGH }
                }
                """,
                "{}"))
        .isEqualTo("{\"p\":\"HIGH\"}");
  }

  @Test
  void enumInCapitalsIsTheDefaultOfAComponentOfItsName() {
    assertThat(
            called(
                """
                class Agent {
                  @dev.parlando.Tool("x") String run(@dev.parlando.DefaultValue("B") AB AB) {
                    return AB.name();
                  }
                  enum AB { A, B }
                }
                """,
                "{}"))
        .isEqualTo("B");
  }

  @Test
  void agentIsCalledAsTheConstantOfItsProfile() {
    Compiled compiled =
        Compilation.of(
                """
            @dev.parlando.VoiceAgent(instructions = "x")
            class AGENT {
              @dev.parlando.Tool("x") static int run(int a) { return a + 1; }
            }
            """)
            .compile();

    assertThat(compiled.tools("AGENT").call("run", "{\"a\":1}")).isEqualTo("2");
  }

  @Test
  void agentIsCalledAsTheFieldThatHoldsIt() {
    Compiled compiled =
        Compilation.of(
                """
            class agent {
              @dev.parlando.Tool("x") static E run(E call, E options) { return options; }
              enum E { A, B }
            }
            """)
            .compile();

    assertThat(compiled.tools("agent").call("run", "{\"call\":\"A\",\"options\":\"B\"}"))
        .isEqualTo("B");
  }

  @Test
  void methodIsCalledYield() {
    assertThat(
            called(
                """
                class Agent {
                  @dev.parlando.Tool(value = "x", name = "run") int yield(int yield, int record) {
                    return yield + record;
                  }
                }
                """,
                "{\"yield\":1,\"record\":2}"))
        .isEqualTo("3");
  }

  @Test
  void parametersAreFormatsOfTheTextGenerator() {
    assertThat(
            called(
                """
                class Agent {
                  @dev.parlando.Tool("x") String run(String $L, String $1T, String $$) {
                    return $L + $1T + $$;
                  }
                }
                """,
                "{\"$L\":\"a\",\"$1T\":\"b\",\"$$\":\"c\"}"))
        .isEqualTo("abc");
  }

  @Test
  void componentIsCalledAsATypeThatReadsIt() {
    assertThat(
            called(
                """
                import java.util.Optional;
                class Agent {
                  @dev.parlando.Tool("x") R run(R r) { return r; }
                  record R(
                      Optional<String> Optional,
                      @jakarta.validation.constraints.NotBlank String Checks,
                      int ArgumentReader) {}
                }
                """,
                "{\"Checks\":\"x\",\"ArgumentReader\":1}"))
        .isEqualTo("{\"Checks\":\"x\",\"ArgumentReader\":1}");
  }

  @Test
  void unnamedPackageHasTheNamesOfWhatIsImportedAndGenerated() {
    assertThat(
            called(
                """
                class Agent {
                  @dev.parlando.Tool("x") Optional run(RunArguments in, List out) { return in.o(); }
                }

                record RunArguments(Optional o) {}
                record List(int i) {}
                record Optional(int i) {}
                """,
                "{\"in\":{\"o\":{\"i\":1}},\"out\":{\"i\":2}}"))
        .isEqualTo("{\"i\":1}");
  }

  @Test
  void classesOfArgumentsDifferInMoreThanCase() throws Exception {
    Compiled compiled =
        Compilation.of(
                """
                class Agent {
                  @dev.parlando.Tool(value = "x", name = "a") void draw(int a) {}
                  @dev.parlando.Tool(value = "x", name = "b") void dRaw(int a) {}
                }
                """)
            .compile()
            .orFail();

    try (Stream<Path> files = Files.list(compiled.directory())) {
      assertThat(files.map(file -> file.getFileName().toString().toLowerCase(Locale.ROOT)))
          .doesNotHaveDuplicates();
    }
  }

  /** Generated classes would inherit them, and users' types of that name would mean these. */
  @Test
  void toolSetHasNoTypesInIt() {
    assertThat(ToolSet.class.getClasses()).isEmpty();
  }

  private static String called(String agent, String arguments) {
    return Compilation.of(agent).compile().tools("Agent").call("run", arguments);
  }
}
