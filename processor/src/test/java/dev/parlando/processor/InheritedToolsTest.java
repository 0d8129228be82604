package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Compilation.Compiler;
import dev.parlando.processor.compiling.Compiled;
import dev.parlando.processor.compiling.Tools;
import dev.parlando.tool.ToolDefinition;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tools that a class has from others, compiled with it or before. */
final class InheritedToolsTest {

  private static final String TEMPLATE =
      """
      package p;

      import dev.parlando.Tool;
      import dev.parlando.tool.ToolContext;
      import jakarta.validation.constraints.Size;
      import java.util.List;

      public abstract class Template<T> {
        /**
         * Zooms.
         *
         * @param value what to zoom
         * @param names how it is named
         */
        @Tool public String zoom(T value, ToolContext context, List<@Size(max = 3) String> names) {
          return value + " " + names;
        }

        /** Answers by number. */
        @Tool(name = "by_number") public String find(int number) { return "number"; }

        /** Answers by text. */
        @Tool(name = "by_text") public String find(String text) { return "text"; }
      }
      """;

  private static final String BASE =
      """
      package p;

      import dev.parlando.Tool;

      public class Base implements Greeting {
        /**
         * Adds.
         *
         * @param left one
         */
        @Tool public int add(int left, int right) { return left + right; }
      }
      """;

  private static final String GREETING =
      """
      package p;

      import dev.parlando.Tool;

      public interface Greeting {
        /** Greets {@code name}. */
        @Tool default String greet(String name) { return "hello " + name; }
      }
      """;

  private static final String ONE =
      """
      package p;

      import dev.parlando.*;

      @VoiceAgent public class One extends Template<Long> {}
      """;

  private static final String TWO =
      """
      package p;

      import dev.parlando.*;

      @VoiceAgent public class Two extends Base {}
      """;

  private static Map<String, String> of(Compiled compiled, String agent) {
    Map<String, String> files = compiled.orFail().generated();
    files.keySet().removeIf(path -> !path.contains(agent));
    return files;
  }

  @ParameterizedTest
  @EnumSource
  void compilingOnlyTheSubclassGivesTheSameFiles(Compiler compiler) {
    Compiled all =
        Compilation.of(TEMPLATE, BASE, GREETING, ONE, TWO).with(compiler).compile().orFail();
    Map<String, String> one = of(all, "One");
    Map<String, String> two = of(all, "Two");
    all.delete("p/One.class", "p/OneTools.class", "p/OneTools.java");
    all.delete("p/Two.class", "p/TwoTools.class", "p/TwoTools.java");
    Compiled part = Compilation.of(ONE, TWO).after(all).with(compiler).compile();

    assertThat(of(part, "One")).hasSize(2).isEqualTo(one);
    assertThat(of(part, "Two")).hasSize(2).isEqualTo(two);
    assertThat(part.warnings()).isEmpty();
    assertThat(part.definitions("p.One"))
        .contains("what to zoom", "\"names\"", "\"maxLength\": 3", "Answers by text.");
    assertThat(part.definitions("p.Two")).contains("Greets name.", "\"left\"", "one");
  }

  @ParameterizedTest
  @EnumSource
  void subclassMayBeNewerThanTheClassItExtends(Compiler compiler) {
    // Nobody extended these when they were compiled.
    Compiled library = Compilation.of(TEMPLATE, BASE, GREETING).with(compiler).compile().orFail();
    Tools tools =
        Compilation.of(TWO)
            .after(library)
            .with(compiler)
            .compile()
            .orFail()
            .tools("p.Two", library);
    assertThat(tools.call("add", "{\"left\":1,\"right\":2}")).isEqualTo("3");
  }

  @ParameterizedTest
  @EnumSource
  void toolOfWhichTooLittleIsLeftIsRefusedWithTheReason(Compiler compiler) {
    Compiled library =
        Compilation.of(BASE, GREETING).withoutProcessor().with(compiler).compile().orFail();
    Compiled compiled = Compilation.of(TWO).after(library).with(compiler).compile();

    assertThat(compiled.errors())
        .extracting(text -> text.replaceAll(" Compile it with.*", ""))
        .containsExactlyInAnyOrder(
            "[InheritedToolLost] Two.greet: Greeting was compiled before, without this processor,"
                + " so the names of its parameters can't be read.",
            "[InheritedToolLost] Two.add: Base was compiled before, without this processor,"
                + " so the names of its parameters can't be read.");
    assertThat(compiled.diagnostics())
        .filteredOn(each -> each.getMessage(null).contains("InheritedToolLost"))
        .allSatisfy(each -> assertThat(each.getLineNumber()).isEqualTo(5));
  }

  @Test
  void toolThatSaysAllInAnnotationsNeedsNothingElse() {
    Compiled library =
        Compilation.of(
                """
                package p;
                import com.fasterxml.jackson.annotation.JsonProperty;
                import dev.parlando.*;
                public abstract class Base {
                  @Tool("Adds.") public int add(
                      @JsonProperty("left") @Describe("one") int a,
                      @JsonProperty("right") @Describe("two") int b) { return a + b; }
                }
                """)
            .withoutProcessor()
            .compile()
            .orFail();
    Compiled compiled = Compilation.of(TWO).after(library).compile().orFail();

    assertThat(compiled.warnings()).isEmpty();
    assertThat(compiled.tools("p.Two", library).call("add", "{\"left\":1,\"right\":2}"))
        .isEqualTo("3");
  }

  @Test
  void javadocThatIsLostIsWarnedOf() {
    Compiled library =
        Compilation.of(BASE.replace("@Tool", "@Tool(\"Adds.\")"), GREETING.replace("@Tool", ""))
            .withoutProcessor()
            .options("-parameters")
            .compile()
            .orFail();
    Compiled compiled = Compilation.of(TWO).after(library).compile().orFail();

    assertThat(compiled.warnings())
        .singleElement()
        .asString()
        .startsWith("[DescriptionLost] Two.add: Base was compiled before");
    assertThat(compiled.tools("p.Two", library).call("add", "{\"left\":1,\"right\":2}"))
        .isEqualTo("3");
  }

  @ParameterizedTest
  @EnumSource
  void toolThatIsReachedOnSeveralWaysIsOne(Compiler compiler) {
    Tools tools =
        Compilation.of(
                """
                package p;

                import dev.parlando.*;

                @VoiceAgent
                class Agent extends Parent implements Upper, Lower, Other, Strings {
                  @Override public String own(String a) { return "agent " + a; }
                  @Override public String both(String a) { return "agent both"; }
                  @Override public String generic(String a) { return "generic"; }
                }
                class Parent {
                  /** By the class. */
                  @Tool public String inherited() { return "parent"; }
                }
                interface Upper {
                  /** Upper. */
                  @Tool default String diamond() { return "upper"; }
                  /** Of Upper. */
                  @Tool String own(String a);
                  /** Both of Upper. */
                  @Tool String both(String a);
                  /** By the interface. */
                  @Tool String inherited();
                }
                interface Lower extends Upper {
                  /** Lower. */
                  @Tool @Override default String diamond() { return "lower"; }
                }
                interface Other {
                  /** Both of Other. */
                  @Tool String both(String a);
                  @Tool("Not inherited.") static String none() { return ""; }
                }
                interface Generic<T> {
                  /** Generic. */
                  @Tool String generic(T a);
                }
                interface Strings extends Generic<String> {
                  /** Of strings. */
                  @Tool @Override String generic(String a);
                }
                """)
            .with(compiler)
            .compile()
            .tools("p.Agent");

    assertThat(tools.set().definitions())
        .extracting(ToolDefinition::name, ToolDefinition::description)
        .extracting(Object::toString)
        .containsExactlyInAnyOrder(
            "(\"inherited\", \"By the class.\")",
            "(\"diamond\", \"Lower.\")",
            "(\"own\", \"Of Upper.\")",
            "(\"both\", \"Both of Upper.\")",
            "(\"generic\", \"Of strings.\")");
    assertThat(tools.call("diamond", "{}")).isEqualTo("lower");
    assertThat(tools.call("both", "{\"a\":\"\"}")).isEqualTo("agent both");
  }

  @ParameterizedTest
  @EnumSource
  void recordThatIsReachedTwiceIsOneVariant(Compiler compiler) {
    Tools tools =
        Compilation.of(
                """
                package p;

                import dev.parlando.Tool;

                class Agent {
                  sealed interface A permits B, R {}
                  sealed interface B extends A permits R, S {}
                  record R(int n) implements A, B {}
                  record S(int n) implements B {}
                  @Tool("x") A run(A a) { return a; }
                }
                """)
            .with(compiler)
            .compile()
            .tools("p.Agent");

    assertThat(tools.property("run", "a").path("anyOf")).hasSize(2);
    String json = "{\"type\":\"r\",\"n\":1}";
    assertThat(tools.call("run", "{\"a\":" + json + "}")).isEqualTo(json);
  }

  @ParameterizedTest
  @EnumSource
  void subclassOfATemplateIsNamedWhereverItIs(Compiler compiler) {
    Compiled compiled =
        Compilation.of(
                TEMPLATE,
                ONE,
                """
                package p;
                public class Silent extends Template<String> {
                  static class Inner extends Mid {}
                  abstract static class Mid extends Template<Integer> {}
                  @SuppressWarnings("parlando") static class Known extends Template<Integer> {}
                  static class OfAgent extends One {}
                }
                """)
            .with(compiler)
            .compile()
            .orFail();
    assertThat(compiled.warnings())
        .filteredOn(text -> text.contains("[ToolClassUnannotated]"))
        .extracting(text -> text.replaceAll(": it inherits.*", ""))
        .containsExactlyInAnyOrder(
            "[ToolClassUnannotated] Silent", "[ToolClassUnannotated] Silent.Inner");
  }
}
