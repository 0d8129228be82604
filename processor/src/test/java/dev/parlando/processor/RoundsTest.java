package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Compilation.Compiler;
import dev.parlando.processor.compiling.Compiled;
import dev.parlando.processor.compiling.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Types that come in later rounds. */
final class RoundsTest {

  @ParameterizedTest
  @EnumSource
  void toolWaitsForARecordThatAnotherProcessorGenerates(Compiler compiler) {
    Tools tools =
        Compilation.of(
                """
                package p;

                import dev.parlando.Tool;

                class Agent {
                  @Tool("x") String run(java.util.List<Late> late) { return late.get(0).text(); }
                }
                """)
            .processor(new LateRecord())
            .with(compiler)
            .compile()
            .tools("p.Agent");

    assertThat(tools.call("run", "{\"late\":[{\"text\":\"a\"}]}")).isEqualTo("a");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWrongIsSaidOnceHoweverManyRoundsItTakes(Compiler compiler) {
    Compiled compiled =
        Compilation.of(
                """
                package p;

                import dev.parlando.Tool;

                class Agent {
                  @Tool("x") Early early(java.util.Calendar when) { return null; }
                  @Tool("x") String late(Late late) { return ""; }
                }
                """)
            .processor(new LateRecord())
            .with(compiler)
            .compile();

    assertThat(compiled.errors())
        .singleElement()
        .asString()
        .startsWith("[ToolParameterUnsupported] Agent.early(when): java.util.Calendar can't");
  }

  @ParameterizedTest
  @EnumSource
  void toolClassMayUseTheClassThatIsGeneratedFromIt(Compiler compiler) {
    Tools tools =
        Compilation.of(
                """
                package p;

                import dev.parlando.Tool;

                class Agent {
                  private final AgentTools tools = new AgentTools(this);
                  AgentTools tools() { return tools; }
                  @Tool("x") String run() { return "" + (tools != null); }
                }
                """)
            .with(compiler)
            .compile()
            .tools("p.Agent");

    assertThat(tools.call("run", "{}")).isEqualTo("true");
  }

  /** Generates a record in its second round. */
  @SupportedAnnotationTypes("*")
  private static final class LateRecord extends AbstractProcessor {

    private int round;

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
      round++;
      if (round == 1) {
        write("Early", "package p; class Early { public int count; }");
      } else if (round == 2) {
        write("Late", "package p; record Late(String text) {}");
      }
      return false;
    }

    private void write(String name, String text) {
      try (Writer writer = processingEnv.getFiler().createSourceFile("p." + name).openWriter()) {
        writer.write(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
