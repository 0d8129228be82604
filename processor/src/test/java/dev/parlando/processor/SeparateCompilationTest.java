package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Compilation.Compiler;
import dev.parlando.processor.compiling.Compiled;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What comes out does not depend on what is compiled together, or in what order. */
final class SeparateCompilationTest {

  private static final String AGENT =
      """
      package p;

      import dev.parlando.Tool;

      class Agent {
        /** Asks. */
        @Tool
        Page<Query> ask(Query query) { return null; }
      }
      """;

  private static final String QUERY =
      """
      package p;

      import dev.parlando.*;
      import jakarta.validation.constraints.*;
      import java.time.*;
      import java.util.*;
      import org.jspecify.annotations.Nullable;

      /**
       * A query.
       *
       * @param text what to look for – “quoted”
       * @param tags how it is marked
       * @param page the page
       */
      record Query(
          @NotBlank String text,
          List<@Size(min = 1, max = 3) @Pattern(regexp = "\\\\w+") String> tags,
          @Nullable String hint,
          Optional<@Past LocalDate> since,
          Map<String, List<@DecimalMin(value = "0.5", inclusive = false) Double>> weights,
          Unit unit,
          Page<@Nullable String> page,
          List<Shape> shapes,
          @Sensitive @DefaultValue("7") int count) {}
      """;

  private static final String UNIT =
      """
      package p;

      /** A unit. */
      enum Unit {
        /** of length */
        METER,
        GRAM
      }
      """;

  private static final String PAGE =
      """
      package p;

      import jakarta.validation.constraints.Size;
      import java.util.List;

      /**
       * A page.
       *
       * @param items what is on it
       */
      record Page<T>(@Size(max = 9) List<@jakarta.validation.constraints.NotNull T> items) {}
      """;

  private static final String SHAPE =
      """
      package p;

      /** A shape. */
      sealed interface Shape {
        record Square(double side) implements Shape {}

        record Circle(Shape inside, double radius) implements Shape {}

        record Group(java.util.List<Shape> all) implements Shape {}

        record Arc(double angle) implements Shape {}
      }
      """;

  private static Map<String, String> ofAgent(Compiled compiled) {
    Map<String, String> files = compiled.orFail().generated();
    files.keySet().removeIf(path -> !path.contains("Agent") || path.contains("/doc/"));
    return files;
  }

  @ParameterizedTest
  @EnumSource
  void compilingOnlyTheToolClassGivesTheSameFiles(Compiler compiler) {
    Compiled all = Compilation.of(AGENT, QUERY, UNIT, PAGE, SHAPE).with(compiler).compile();
    // As incremental builds do, with what is about to be made again.
    Map<String, String> files = ofAgent(all);
    all.delete("p/Agent.class", "p/AgentTools.class", "p/AgentTools.java");
    Compiled part = Compilation.of(AGENT).after(all).with(compiler).compile();

    assertThat(ofAgent(part)).hasSize(2).isEqualTo(files);
    assertThat(part.warnings()).isEmpty();
    assertThat(part.source("p.AgentTools"))
        .contains("List.of(\"square\", \"circle\", \"group\", \"arc\")");
    assertThat(part.definitions("p.Agent"))
        .contains("what to look for – “quoted”", "\"maxLength\": 3", "Must be in the past.");
  }

  @Test
  void orderOfTheSourcesDoesNotMatter() {
    assertThat(Compilation.of(SHAPE, UNIT, PAGE, QUERY, AGENT).compile().orFail().generated())
        .isEqualTo(Compilation.of(AGENT, QUERY, PAGE, UNIT, SHAPE).compile().orFail().generated());
  }

  @Test
  void generatedSourceIsAsciiWhateverTheEncoding() {
    Compiled compiled = Compilation.of(AGENT, QUERY, UNIT, PAGE, SHAPE).compile().orFail();
    assertThat(compiled.source("p.AgentTools")).isASCII().contains("\\u201cquoted\\u201d");
    assertThat(compiled.tools("p.Agent").definition("ask").parameters()).contains("“quoted”");
  }

  @Test
  void recordThatWasCompiledWithoutTheProcessorIsWarnedOf() {
    Compiled library =
        Compilation.of(QUERY, UNIT, PAGE, SHAPE).withoutProcessor().compile().orFail();
    Compiled compiled = Compilation.of(AGENT).after(library).compile().orFail();

    assertThat(compiled.warnings())
        .contains(
            "[DescriptionLost] Agent.ask(query): Query was compiled before, so its Javadoc can't be"
                + " read. Use @Describe for what the model should know."
                + " See docs/errors.md#DescriptionLost");
    boolean seesAnnotations = Runtime.version().feature() >= 22;
    assertThat(compiled.warnings())
        .filteredOn(text -> text.startsWith("[TypeAnnotationsLost] Agent.ask(query): Query was"))
        .hasSize(seesAnnotations ? 0 : 1);
    assertThat(compiled.diagnostics())
        .filteredOn(each -> each.getMessage(null).startsWith("[DescriptionLost]"))
        .allSatisfy(each -> assertThat(each.getLineNumber()).isEqualTo(8));
  }

  @Test
  void recordWithDescribedComponentsLosesNothing() {
    Compiled library =
        Compilation.of(
                "package q;\nimport dev.parlando.*;\n"
                    + "public record Query(@Describe(\"the town\") String city) {}")
            .withoutProcessor()
            .compile()
            .orFail();
    Compiled compiled =
        Compilation.of(
                "class Agent { @dev.parlando.Tool(\"x\") String run(q.Query q) { return \"\"; } }")
            .after(library)
            .compile()
            .orFail();

    assertThat(compiled.warnings()).isEmpty();
    assertThat(compiled.tools("Agent").property("run", "city").path("description").asString())
        .isEqualTo("the town");
  }

  @ParameterizedTest
  @EnumSource
  void typeThatOnlyAClassFileMissesIsReportedOnce(Compiler compiler) {
    Compiled library =
        Compilation.of(
                "package q;\npublic record Query(Gone gone) {}",
                "package q;\npublic record Gone(int a) {}")
            .withoutProcessor()
            .compile()
            .orFail();
    library.delete("q/Gone.class");
    Compiled compiled =
        Compilation.of(
                "class Agent { @dev.parlando.Tool(\"x\") String run(q.Query q) { return \"\"; } }")
            .after(library)
            .with(compiler)
            .compile();

    assertThat(compiled.errors())
        .singleElement()
        .asString()
        .contains("q.Gone")
        .doesNotContain("ParlandoInternal");
  }

  @Test
  void typeThatSourceMissesIsReportedByTheCompilerAlone() {
    Compiled compiled =
        Compilation.of(
                """
                class Agent {
                  @dev.parlando.Tool("x") String run(Missing m) { return ""; }
                  Object tools = new AgentTools(this);
                }
                """)
            .compile();

    assertThat(compiled.errors()).singleElement().asString().contains("cannot find symbol");
  }
}
