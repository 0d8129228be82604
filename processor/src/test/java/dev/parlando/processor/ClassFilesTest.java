package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Compilation.Compiler;
import dev.parlando.processor.compiling.Compiled;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is read of types that were compiled before. */
final class ClassFilesTest {

  @ParameterizedTest
  @EnumSource
  void constantsOfAnEnumAreInTheOrderOfItsSource(Compiler compiler) {
    Compiled library =
        Compilation.of(
                """
                package q;
                public enum Size {
                  SMALL { @Override public double factor() { return 0.5; } },
                  MEDIUM, LARGE, EXTRA_LARGE;
                  public static final long WIDE = 123456789012L;
                  public static final Size A_DEFAULT = MEDIUM;
                  public double factor() { return 1.25; }
                }
                """,
                "package q;\npublic sealed interface Shape permits Z, M, A {}",
                "package q;\npublic record Z() implements Shape {}",
                "package q;\npublic record M() implements Shape {}",
                "package q;\npublic record A() implements Shape {}")
            .withoutProcessor()
            .compile()
            .orFail();
    Compiled compiled =
        Compilation.of(
                """
                package p;
                class Agent {
                  @dev.parlando.Tool("x") void run(
                      q.Size size, java.time.DayOfWeek day, java.util.concurrent.TimeUnit unit,
                      q.Shape shape) {}
                }
                """)
            .after(library)
            .with(compiler)
            .compile()
            .orFail();
    String definitions = compiled.definitions("p.Agent").replaceAll("\\s+", "");

    assertThat(definitions)
        .contains("\"enum\":[\"SMALL\",\"MEDIUM\",\"LARGE\",\"EXTRA_LARGE\"]")
        .contains("\"enum\":[\"MONDAY\",\"TUESDAY\",\"WEDNESDAY\",\"THURSDAY\"")
        .contains("\"enum\":[\"NANOSECONDS\",\"MICROSECONDS\",\"MILLISECONDS\"");
    assertThat(compiled.source("p.AgentTools")).contains("List.of(\"z\", \"m\", \"a\")");
  }

  private static final String QUERY =
      """
      package q;
      /**
       * A query.
       * @param names how to find it
       */
      public record Query(java.util.List<@jakarta.validation.constraints.Size(max = 3) String> names) {}
      """;

  private static final String[] AGENT = {
    "package p;\npublic class Agent { @dev.parlando.Tool(\"x\") public void run(q.Query q) {} }",
    "module agent { requires library; requires dev.parlando.tools; }"
  };

  private static final String MODULE =
      "module library { exports q; requires jakarta.validation; requires dev.parlando.tools; }";

  // The compiler of Eclipse takes no directory of classes for a module.
  @ParameterizedTest
  @EnumSource(names = "JAVAC")
  void whatWasKeptIsFoundOnTheModulePath(Compiler compiler) {
    Compiled library = Compilation.of(MODULE, QUERY + USE).asModule().with(compiler).compile();
    Compiled compiled =
        Compilation.of(AGENT).after(library.orFail()).asModule().with(compiler).compile().orFail();

    assertThat(compiled.warnings()).noneMatch(text -> text.contains("Lost]"));
    assertThat(compiled.definitions("p.Agent")).contains("how to find it", "\"maxLength\": 3");
  }

  /** Something that uses the query, so that it is kept. */
  private static final String USE =
      "class Use { @dev.parlando.Tool(\"x\") void run(Query query) {} }\n";

  @ParameterizedTest
  @EnumSource(names = "JAVAC")
  void annotationsThatAreLostOnTheModulePathAreWarnedOf(Compiler compiler) {
    Compiled library =
        Compilation.of(MODULE, QUERY).asModule().withoutProcessor().compile().orFail();
    Compiled compiled =
        Compilation.of(AGENT).after(library).asModule().with(compiler).compile().orFail();

    boolean found = compiled.definitions("p.Agent").contains("\"maxLength\": 3");
    assertThat(compiled.warnings())
        .filteredOn(text -> text.contains("[TypeAnnotationsLost]"))
        .hasSize(Runtime.version().feature() >= 22 ? 0 : 1);
    assertThat(found || Runtime.version().feature() < 22).isTrue();
    assertThat(compiled.warnings()).anyMatch(text -> text.contains("[DescriptionLost]"));
  }

  @ParameterizedTest
  @EnumSource
  void annotationOfWhichTheClassIsMissingIsReportedIfItCounts(Compiler compiler) {
    Compiled library =
        Compilation.of(
                "package q;\npublic record Query(@gone.Note(1) String a) {}",
                "package q;\npublic record Odd(@jakarta.validation.constraints.Odd int n) {}",
                "package gone;\npublic @interface Note { int value(); }",
                "package jakarta.validation.constraints;\npublic @interface Odd {"
                    + " Class<?>[] groups() default {}; String message() default \"\"; }")
            .withoutProcessor()
            .compile()
            .orFail();
    library.delete("gone/Note.class", "jakarta/validation/constraints/Odd.class");
    String agent = "class Agent { @dev.parlando.Tool(\"x\") void run(q.%s q) {} }";

    Compiled missed =
        Compilation.of(agent.formatted("Query")).after(library).with(compiler).compile();
    assertThat(missed.errors()).isEmpty();
    Compiled needed =
        Compilation.of(agent.formatted("Odd")).after(library).with(compiler).compile();
    assertThat(needed.errors())
        .containsExactly(
            "[TypeUndefined] Agent: the type jakarta.validation.constraints.Odd does not exist."
                + " See docs/errors.md#TypeUndefined");
  }
}
