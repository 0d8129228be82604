package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Compilation.Compiler;
import dev.parlando.processor.compiling.Compiled;
import dev.parlando.processor.compiling.Tools;
import dev.parlando.tool.ToolDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Annotations whose values are constants of a class that another processor generates. */
final class GeneratedConstantsTest {

  private static final String AGENT =
      """
      package p;

      import com.fasterxml.jackson.annotation.*;
      import dev.parlando.*;
      import jakarta.validation.constraints.*;

      @VoiceAgent(instructions = "Be " + Names.TEXT)
      class Agent {
        record Query(
            @JsonProperty(Names.TEXT) String city,
            @JsonAlias({"a", Names.OTHER}) String alias,
            @Describe(Names.TEXT) @Size(max = Names.MAX) String described,
            @DefaultValue(Names.TEXT) String preset,
            java.util.List<@Size(max = Names.MAX) String> all) {}

        @Tool(Names.TEXT) Query run(Query query) { return query; }
        @Tool(value = "Limited.", maxConcurrent = Names.MAX) void limited() {}
      }
      """;

  private static final String NAMES =
      """
      package p;
      class Names {
        static final String TEXT = "polite";
        static final String OTHER = "b";
        static final int MAX = 7;
      }
      """;

  @ParameterizedTest
  @EnumSource
  void toolWaitsForTheConstantsOfItsAnnotations(Compiler compiler) {
    Compiled later =
        Compilation.of(AGENT).processor(new Later("Names", NAMES)).with(compiler).compile();
    Compiled atOnce = Compilation.of(AGENT, NAMES).with(compiler).compile();

    assertThat(later.orFail().definitions("p.Agent")).isEqualTo(atOnce.definitions("p.Agent"));
    assertThat(later.source("p.AgentTools")).isEqualTo(atOnce.orFail().source("p.AgentTools"));
    Tools tools = later.tools("p.Agent");
    assertThat(tools.set().agent().instructions()).isEqualTo("Be polite");
    assertThat(tools.definition("run").description()).isEqualTo("polite");
    assertThat(
            tools.call("run", "{\"polite\":\"c\",\"b\":\"d\",\"described\":\"e\",\"all\":[\"f\"]}"))
        .isEqualTo(
            "{\"polite\":\"c\",\"alias\":\"d\",\"described\":\"e\",\"preset\":\"polite\","
                + "\"all\":[\"f\"]}");
    assertThat(tools.property("run", "described").path("maxLength").asInt()).isEqualTo(7);
  }

  @ParameterizedTest
  @EnumSource
  void constantThatNeverComesIsReportedByTheCompilerAndNeverPublished(Compiler compiler) {
    Compiled compiled = Compilation.of(AGENT).with(compiler).compile();

    assertThat(compiled.errors())
        .isNotEmpty()
        .allSatisfy(error -> assertThat(error).containsPattern("Names|constant"))
        .noneSatisfy(error -> assertThat(error).contains("ParlandoInternal"));
    assertThat(compiled.generated().values()).noneMatch(text -> text.contains("<error>"));
  }

  @ParameterizedTest
  @EnumSource
  void textThatLooksLikeAMistakeOfTheCompilerIsText(Compiler compiler) {
    Compiled compiled =
        Compilation.of("class Agent { @dev.parlando.Tool(\"<error> codes\") void run() {} }")
            .with(compiler)
            .compile();
    assertThat(compiled.tools("Agent").definition("run").description()).isEqualTo("<error> codes");
  }

  @ParameterizedTest
  @EnumSource
  void toolsOfAGeneratedSuperclassAreInherited(Compiler compiler) {
    Tools tools =
        Compilation.of(
                """
                package p;
                import dev.parlando.Tool;
                class Agent extends Base implements Greeting {
                  @Tool("Own.") void own() {}
                }
                """)
            .processor(
                new Later(
                    "Base",
                    "package p; abstract class Base { @dev.parlando.Tool(\"Base.\") void base() {} }"))
            .processor(
                new Later(
                    "Greeting",
                    "package p; interface Greeting {"
                        + " @dev.parlando.Tool(\"Hi.\") default void greet() {} }"))
            .with(compiler)
            .compile()
            .tools("p.Agent");

    assertThat(tools.set().definitions())
        .extracting(ToolDefinition::name)
        .containsExactly("base", "greet", "own");
  }

  @ParameterizedTest
  @EnumSource
  void constraintThatIsGeneratedCounts(Compiler compiler) {
    // Of an annotation that is not there, javac 17 says nothing at all.
    Assumptions.assumeTrue(compiler == Compiler.ECJ || Runtime.version().feature() > 17);
    Compiled compiled =
        Compilation.of(
                """
                package p;
                import dev.parlando.Tool;
                class Agent {
                  record Query(@Even int n) {}
                  @Tool("x") void run(Query query) {}
                }
                """)
            .processor(
                new Later(
                    "Even",
                    """
                    package p;
                    import jakarta.validation.*;
                    @Constraint(validatedBy = {})
                    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
                    @interface Even {
                      String message() default "must be even";
                      Class<?>[] groups() default {};
                      Class<? extends Payload>[] payload() default {};
                    }
                    """))
            .with(compiler)
            .compile()
            .orFail();
    assertThat(compiled.warnings()).anyMatch(text -> text.startsWith("[ConstraintByValidator]"));
  }

  /** Generates a class in its second round. */
  @SupportedAnnotationTypes("*")
  private static final class Later extends AbstractProcessor {

    private final String name;
    private final String text;
    private int round;

    Later(String name, String text) {
      this.name = name;
      this.text = text;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
      round++;
      try {
        if (round == 1) {
          write("First" + name, "package p; class First" + name + " {}");
        } else if (round == 2) {
          write(name, text);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return false;
    }

    private void write(String type, String source) throws IOException {
      try (Writer writer = processingEnv.getFiler().createSourceFile("p." + type).openWriter()) {
        writer.write(source);
      }
    }
  }
}
