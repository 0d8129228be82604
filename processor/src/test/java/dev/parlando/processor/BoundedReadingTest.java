package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Compilation.Compiler;
import dev.parlando.processor.compiling.Compiled;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.BinaryOperator;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a program is made of, reading it ends, and never with a stack trace. */
final class BoundedReadingTest {

  private static final String HEAD = "package p;\nimport dev.parlando.Tool;\nimport java.util.*;\n";

  @ParameterizedTest
  @EnumSource
  void typesThatContainThemselvesHaveAnEnd(Compiler compiler) {
    Compiled compiled =
        Compilation.of(
                HEAD
                    + """
                    class Agent {
                      static class Tree extends TreeMap<String, List<Tree>> {
                        private static final long serialVersionUID = 1;
                      }
                      static class A<T> extends ArrayList<B<A<T>>> {
                        private static final long serialVersionUID = 1;
                      }
                      static class B<T> extends HashSet<A<B<T>>> {
                        private static final long serialVersionUID = 1;
                      }
                      interface Self<T extends Self<T>> extends Comparable<Self<T>> {
                        String getName();
                      }
                      record Chain(Map<String, Chain> next, List<Set<Chain>> more) {}

                      @Tool("x") Tree tree() { return new Tree(); }
                      @Tool("x") A<String> a() { return new A<>(); }
                      @Tool("x") Self<?> self() { return null; }
                      @Tool("x") java.nio.file.Path path() { return null; }
                      @Tool("x") Chain chain(Chain chain) { return chain; }
                    }
                    """)
            .with(compiler)
            .compile()
            .orFail();

    assertThat(compiled.tools("p.Agent").call("tree", "{}")).isEqualTo("{}");
    assertThat(compiled.tools("p.Agent").call("chain", "{\"next\":{},\"more\":[]}"))
        .isEqualTo("{\"next\":{},\"more\":[]}");
  }

  @ParameterizedTest
  @EnumSource
  void typesThatGrowWithoutEndAreRefused(Compiler compiler) {
    Compiled compiled =
        Compilation.of(
                HEAD
                    + """
                    class Agent {
                      record Deep<T>(T value, Optional<Deep<List<T>>> next) {}
                      @Tool("x") void arguments(Deep<String> deep) {}
                      @Tool("x") Deep<String> result() { return null; }
                    }
                    """)
            .with(compiler)
            .compile();

    assertThat(compiled.errors())
        .hasSize(2)
        .allSatisfy(error -> assertThat(error).startsWith("[TypeTooDeep] Agent."));
  }

  @ParameterizedTest
  @EnumSource
  void longCommentsAndDeepBracesAreRead(Compiler compiler) {
    String text = "word ".repeat(100) + "{@code " + "a { b } ".repeat(60) + "}";
    String deep = "{@code " + "{".repeat(20_000) + "}".repeat(20_000) + "}";
    Compiled compiled =
        Compilation.of(
                HEAD
                    + "class Agent {\n/** "
                    + text
                    + " */ @Tool void run() {}\n"
                    + "record R(/** unused */ String a) {}\n/** R.\n @param a "
                    + deep
                    + " */ @Tool(\"x\") void deep(int a) {} }")
            .with(compiler)
            .compile()
            .orFail();
    assertThat(compiled.tools("p.Agent").definition("run").description())
        .endsWith("a { b } a { b }");
  }

  @ParameterizedTest
  @EnumSource
  void numbersTooLongToWriteOutAreRefused(Compiler compiler) {
    Compiled compiled =
        Compilation.of(
                HEAD
                    + """
                    class Agent {
                      @Tool("x") void run(
                          @jakarta.validation.constraints.DecimalMin("1e999999999") double a,
                          @dev.parlando.DefaultValue("1e999999999") java.math.BigInteger b) {}
                    }
                    """)
            .with(compiler)
            .compile();
    assertThat(compiled.errors())
        .extracting(text -> text.substring(0, text.indexOf(':')))
        .containsExactlyInAnyOrder(
            "[ConstraintContradiction] Agent.run(a)", "[DefaultInvalid] Agent.run(b)");
  }

  @ParameterizedTest
  @EnumSource
  void anErrorOfOursIsTheInternalProblemWithItsElement(Compiler compiler) {
    Compiled compiled =
        Compilation.of(
                HEAD
                    + "class Agent {\n"
                    + "  @Tool(\"x\") void first() {}\n  @Tool(\"x\") void second(int a) {}\n}")
            .withoutProcessor()
            .processor(new Overflowing())
            .with(compiler)
            .compile();

    assertThat(compiled.errors())
        .containsExactly(
            "[ParlandoInternal] Agent.second: the processor failed: java.lang.StackOverflowError."
                + " This is a bug; please report it with this text."
                + " See docs/errors.md#ParlandoInternal");
  }

  /** The processor in an environment in which reading a certain comment has no end. */
  @SupportedAnnotationTypes("dev.parlando.Tool")
  private static final class Overflowing extends AbstractProcessor {

    private final ParlandoProcessor processor = new ParlandoProcessor();

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      Elements elements =
          with(
              Elements.class,
              environment.getElementUtils(),
              "getDocComment",
              (comment, element) -> {
                if (((Element) element).getSimpleName().contentEquals("second")) {
                  throw new StackOverflowError();
                }
                return comment;
              });
      processor.init(
          with(
              ProcessingEnvironment.class,
              environment,
              "getElementUtils",
              (result, argument) -> elements));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      processor.process(annotations, round);
      return false;
    }

    /** The same object, but for what one of its methods returns. */
    private static <T> T with(
        Class<T> type, T original, String method, BinaryOperator<Object> change) {
      InvocationHandler handler =
          (proxy, called, arguments) -> {
            Object result = called.invoke(original, arguments);
            boolean isChanged = called.getName().equals(method);
            return isChanged ? change.apply(result, arguments == null ? "" : arguments[0]) : result;
          };
      ClassLoader loader = Overflowing.class.getClassLoader();
      return type.cast(Proxy.newProxyInstance(loader, new Class<?>[] {type}, handler));
    }
  }

  @Test
  void toolInASourceFileWithoutAClassIsRefused() {
    Assumptions.assumeTrue(Runtime.version().feature() >= 25);
    Compiled compiled =
        Compilation.of()
            .file(
                "Compact.java",
                "@dev.parlando.Tool(\"x\") String run() { return \"\"; }\nvoid main() {}\n")
            .compile();

    assertThat(compiled.errors())
        .containsExactly(
            "[ToolClassUnsupported] Compact: Compact can't have tools, because it is a source file"
                + " without a class. Make it a class with a name."
                + " See docs/errors.md#ToolClassUnsupported");
  }
}
