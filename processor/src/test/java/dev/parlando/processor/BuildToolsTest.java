package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Compiled;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import javax.annotation.processing.Completion;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** What build tools expect of a processor. */
final class BuildToolsTest {

  private static final String AGENTS =
      """
      package p;

      import dev.parlando.*;
      import java.util.List;

      class Agents {
        static class One { @Tool("x") String run(Query q) { return ""; } }
        static class Two { @Tool("x") String run(List<Query> q, Unit unit) { return ""; } }
      }
      """;
  private static final String QUERY = "package p;\nrecord Query(int a) {}";
  private static final String UNIT = "package p;\nenum Unit { A }";

  @Test
  void processorIsFoundAsAService() {
    assertThat(ServiceLoader.load(Processor.class))
        .anySatisfy(each -> assertThat(each).isInstanceOf(ParlandoProcessor.class));
  }

  @Test
  void gradleMayProcessEachClassAlone() throws IOException {
    String path = "META-INF/gradle/incremental.annotation.processors";
    try (InputStream in = getClass().getClassLoader().getResourceAsStream(path)) {
      assertThat(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo("dev.parlando.processor.ParlandoProcessor,isolating\n");
    }
  }

  @Test
  void eachFileOriginatesFromOneType() {
    List<String> created = new ArrayList<>();
    Compilation.of(AGENTS, QUERY, UNIT)
        .withoutProcessor()
        .processor(
            new WithFiler(
                (filer, method, arguments) -> {
                  if (method.getName().startsWith("create")) {
                    Element[] origins = (Element[]) arguments[arguments.length - 1];
                    Object name = arguments[method.getName().equals("createResource") ? 2 : 0];
                    created.add(name + " <- " + Arrays.toString(origins));
                  }
                  return method.invoke(filer, arguments);
                }))
        .compile()
        .orFail();

    assertThat(created)
        .containsExactlyInAnyOrder(
            "p.Agents_OneTools <- [p.Agents.One]",
            "META-INF/parlando/tools/p.Agents$One.json <- [p.Agents.One]",
            "META-INF/parlando/doc/p.Agents.json <- [p.Agents]",
            "META-INF/parlando/doc/p.Query.json <- [p.Query]",
            "p.Agents_TwoTools <- [p.Agents.Two]",
            "META-INF/parlando/tools/p.Agents$Two.json <- [p.Agents.Two]",
            "META-INF/parlando/doc/p.Unit.json <- [p.Unit]");
  }

  @Test
  void failureOfTheProcessorIsOneErrorWithoutStackTrace() {
    Compiled compiled =
        Compilation.of("class Agent { @dev.parlando.Tool(\"x\") void run() {} }")
            .withoutProcessor()
            .processor(
                new WithFiler(
                    (filer, method, arguments) -> {
                      throw new IOException("disk full");
                    }))
            .compile();

    assertThat(compiled.errors())
        .containsExactly(
            "[ParlandoInternal] Agent: the processor failed: java.io.IOException: disk full."
                + " This is a bug; please report it with this text."
                + " See docs/errors.md#ParlandoInternal");
    assertThat(compiled.output()).doesNotContain("\tat ");
  }

  @Test
  void warningsCanBeSuppressed() {
    Compiled compiled =
        Compilation.of(
                """
                import dev.parlando.Tool;
                import jakarta.validation.constraints.Pattern;

                class Agent {
                  @SuppressWarnings("parlando")
                  @Tool("x") String run(@Pattern(regexp = "a++") String a) { return ""; }

                  record Query(@Pattern(regexp = "b++") String b) {}
                  @SuppressWarnings("parlando")
                  @Tool("x") String walk(Query query) { return ""; }
                }
                """)
            .compile();

    assertThat(compiled.orFail().warnings()).isEmpty();
  }

  @Test
  void consumerMayBeANamedModuleThatTreatsWarningsAsErrors() {
    Compiled compiled =
        Compilation.of(
                """
                module p {
                  requires transitive dev.parlando.tools;
                  exports p;
                }
                """,
                """
                package p;

                import com.fasterxml.jackson.annotation.JsonProperty;
                import dev.parlando.*;
                import jakarta.validation.constraints.*;
                import java.util.*;

                /** An agent. */
                @VoiceAgent(instructions = "x")
                public class Agent {
                  /** Makes one. */
                  public Agent() {}
                  /** A query. */
                  public record Query(@JsonProperty("c") @NotBlank String city, Optional<Integer> n) {}
                  /** Runs. */
                  @Tool public List<Query> run(Query query) { return List.of(query); }
                }
                """)
            .asModule()
            .options("-Xlint:all,-processing,-requires-automatic,-serial", "-Werror")
            .compile();

    assertThat(compiled.orFail().warnings()).isEmpty();
    assertThat(compiled.generated().keySet())
        .contains("p/AgentTools.java", "META-INF/parlando/tools/p.Agent.json");
  }

  @Test
  void optionsAreNamedAfterTheProject() {
    assertThat(new ParlandoProcessor().getSupportedOptions())
        .containsExactly("parlando.debug", "parlando.targets");
    assertThat(new ParlandoProcessor().getSupportedSourceVersion())
        .isEqualTo(SourceVersion.latestSupported());
  }

  /** What to do with a call of a filer's method. */
  @FunctionalInterface
  private interface FilerCall {
    Object invoke(Filer filer, Method method, Object[] arguments)
        throws IOException, ReflectiveOperationException;
  }

  /** Our processor with a filer that is watched. */
  private static final class WithFiler implements Processor {

    private final ParlandoProcessor processor = new ParlandoProcessor();
    private final FilerCall call;

    WithFiler(FilerCall call) {
      this.call = call;
    }

    @Override
    public void init(ProcessingEnvironment environment) {
      Filer filer =
          proxy(
              Filer.class,
              (self, method, arguments) -> call.invoke(environment.getFiler(), method, arguments));
      processor.init(
          proxy(
              ProcessingEnvironment.class,
              (self, method, arguments) ->
                  method.getName().equals("getFiler")
                      ? filer
                      : method.invoke(environment, arguments)));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
      InvocationHandler unwrapping =
          (self, method, arguments) -> {
            try {
              return handler.invoke(self, method, arguments);
            } catch (InvocationTargetException e) {
              throw e.getCause();
            }
          };
      return type.cast(
          Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, unwrapping));
    }

    @Override
    public Set<String> getSupportedOptions() {
      return processor.getSupportedOptions();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return processor.getSupportedSourceVersion();
    }

    @SuppressWarnings("DoNotClaimAnnotations")
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return processor.process(annotations, round);
    }

    @Override
    public Iterable<? extends Completion> getCompletions(
        Element element, AnnotationMirror annotation, ExecutableElement member, String text) {
      return processor.getCompletions(element, annotation, member, text);
    }
  }
}
