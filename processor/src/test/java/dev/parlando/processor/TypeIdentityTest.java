package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Compilation.Compiler;
import dev.parlando.processor.compiling.Compiled;
import dev.parlando.processor.compiling.Tools;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two types are one only if nothing tells them apart: no annotation, no type argument. */
final class TypeIdentityTest {

  private static final String LIMITED =
      """
      class Agent {
        record Page<T>(java.util.List<T> items, T first) {}
        record Two<K, V>(java.util.Map<K, V> map) {}

        %s
        @Tool("x") Page<String> free(Page<String> page, Two<String, Integer> two) { return page; }
        @Tool("x") void nested(
            Page<java.util.List<@Size(max = 3) String>> page,
            Two<@Size(max = 2) String, @Max(9) Integer> two,
            Page<@org.jspecify.annotations.Nullable String> nullable) {}
        %s
      }
      """;
  private static final String TOOL =
      "@Tool(\"x\") void limited(Page<@Size(max = 3) String> page, boolean b) {}";

  private static final String HEAD =
      "package p;\nimport dev.parlando.Tool;\nimport jakarta.validation.constraints.*;\n";

  @ParameterizedTest
  @EnumSource
  void annotationOnATypeArgumentMakesAnotherType(Compiler compiler) {
    Tools first =
        Compilation.of(HEAD + LIMITED.formatted(TOOL, ""))
            .with(compiler)
            .compile()
            .tools("p.Agent");
    Tools last =
        Compilation.of(HEAD + LIMITED.formatted("", TOOL))
            .with(compiler)
            .compile()
            .tools("p.Agent");

    for (Tools tools : new Tools[] {first, last}) {
      assertThat(tools.property("free", "page").toString()).doesNotContain("maxLength");
      assertThat(tools.property("limited", "page").at("/properties/items/items/maxLength").asInt())
          .isEqualTo(3);
      assertThat(tools.property("limited", "page").at("/properties/first/maxLength").asInt())
          .isEqualTo(3);
      assertThat(
              tools
                  .property("nested", "page")
                  .at("/properties/items/items/items/maxLength")
                  .asInt())
          .isEqualTo(3);
      assertThat(
              tools
                  .property("nested", "two")
                  .at("/properties/map/additionalProperties/maximum")
                  .asInt())
          .isEqualTo(9);
      assertThat(tools.property("free", "two").toString()).doesNotContain("maximum");
      assertThat(tools.property("nested", "nullable").path("required").toString())
          .isEqualTo("[\"items\"]");
      assertThat(
              tools.violations(
                  "limited", "{\"page\":{\"items\":[\"abcd\"],\"first\":\"a\"},\"b\":true}"))
          .containsExactly("page.items[0]: must have at most 3 characters");
      assertThat(
              tools.violations(
                  "free",
                  "{\"page\":{\"items\":[\"abcd\"],\"first\":\"abcd\"},"
                      + "\"two\":{\"map\":{\"abc\":10}}}"))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void wildcardsSurviveWhereverTheyStand(Compiler compiler) {
    Tools tools =
        Compilation.of(
                """
                package p;

                import dev.parlando.Tool;
                import java.util.*;

                class Agent {
                  interface Named {}
                  record X(int n) {}
                  record Box<T>(T value, List<? extends T> more, Map<String, List<? extends T>> map) {}
                  record Holder(Map<String, ? extends List<? extends X>> map, Box<? extends X> box) {}

                  @Tool("x") Map<String, List<? extends X>> nested(Map<String, List<? extends X>> map) {
                    return map;
                  }
                  @Tool("x") Box<? extends X> box(Box<? extends X> box, Box<X> same) { return box; }
                  @Tool("x") List<Box<? extends X>> boxes(List<Box<? extends X>> boxes) { return boxes; }
                  @Tool("x") Holder holder(Holder holder) { return holder; }
                  @Tool("x") Box<List<? extends X>> deep(Box<List<? extends X>> box) { return box; }
                  @Tool("x") Optional<? extends List<? extends X>> optional(
                      Optional<? extends List<? extends X>> list) { return list; }
                  @Tool("x") List<? extends X>[] array(List<? extends X>[] lists) { return lists; }
                  @Tool("x") List<? super Integer> lower() { return List.of(1); }
                  @Tool("x") Map<? extends String, ?> any() { return Map.of("a", 1); }
                }
                """)
            .options("-Xlint:all,-processing,-classfile")
            .with(compiler)
            .compile()
            .tools("p.Agent");

    String box = "{\"value\":{\"n\":1},\"more\":[{\"n\":2}],\"map\":{\"a\":[{\"n\":3}]}}";
    assertThat(tools.call("nested", "{\"map\":{\"a\":[{\"n\":1}]}}"))
        .isEqualTo("{\"a\":[{\"n\":1}]}");
    assertThat(tools.call("box", "{\"box\":" + box + ",\"same\":" + box + "}")).isEqualTo(box);
    assertThat(tools.call("boxes", "{\"boxes\":[" + box + "]}")).isEqualTo("[" + box + "]");
    String holder = "{\"map\":{\"a\":[{\"n\":1}]},\"box\":" + box + "}";
    assertThat(tools.call("holder", holder)).isEqualTo(holder);
    String deep = "{\"value\":[{\"n\":1}],\"more\":[[{\"n\":2}]],\"map\":{\"a\":[[{\"n\":3}]]}}";
    assertThat(tools.call("deep", deep)).isEqualTo(deep);
    assertThat(tools.call("optional", "{\"list\":[{\"n\":1}]}")).isEqualTo("[{\"n\":1}]");
    assertThat(tools.call("array", "{\"lists\":[[{\"n\":1}]]}")).isEqualTo("[[{\"n\":1}]]");
    assertThat(tools.call("lower", "{}")).isEqualTo("[1]");
    assertThat(tools.call("any", "{}")).isEqualTo("{\"a\":1}");
  }

  @ParameterizedTest
  @EnumSource
  void genericSealedInterfaceHasTheRecordsOfItsTypeArgument(Compiler compiler) {
    Tools tools =
        Compilation.of(
                """
                package p;

                import dev.parlando.Tool;

                class Agent {
                  sealed interface Event<T> {}
                  sealed interface Textual extends Event<String> {}
                  record Text(String text) implements Textual {}
                  record Line(String line) implements Event<String> {}
                  record Count(int n) implements Event<Integer> {}

                  @Tool("x") Event<String> texts(Event<String> event) { return event; }
                  @Tool("x") Event<? extends Number> numbers(Event<? extends Number> event) { return event; }
                  @Tool("x") Event<?> all(Event<?> event) { return event; }
                }
                """)
            .with(compiler)
            .compile()
            .tools("p.Agent");

    assertThat(tools.property("texts", "event").path("anyOf")).hasSize(2);
    assertThat(tools.property("numbers", "event").path("anyOf")).hasSize(1);
    assertThat(tools.property("all", "event").path("anyOf")).hasSize(3);
    String count = "{\"type\":\"count\",\"n\":1}";
    assertThat(tools.call("all", "{\"event\":" + count + "}")).isEqualTo(count);
    assertThat(tools.call("numbers", "{\"event\":" + count + "}")).isEqualTo(count);
    String text = "{\"type\":\"text\",\"text\":\"a\"}";
    assertThat(tools.call("texts", "{\"event\":" + text + "}")).isEqualTo(text);
  }

  @ParameterizedTest
  @EnumSource
  void variantThatGeneratedCodeCantNameIsRefused(Compiler compiler) {
    Compiled compiled =
        Compilation.of(
                """
                package p;
                import dev.parlando.Tool;
                class Agent {
                  @Tool("x") void run(q.Shape shape) {}
                  @Tool("x") q.Shape make() { return null; }
                }
                """,
                """
                package q;
                public sealed interface Shape permits Circle, Square {}
                """,
                "package q;\nrecord Circle(int r) implements Shape {}",
                "package q;\npublic record Square(int a) implements Shape {}")
            .with(compiler)
            .compile();

    assertThat(compiled.errors())
        .extracting(text -> text.replaceAll(" See docs.*", ""))
        .containsExactlyInAnyOrder(
            "[TypeNotAccessible] Agent.run(shape): Circle is private, or in another package."
                + " Make it visible.",
            "[TypeNotAccessible] Agent.make: Circle is private, or in another package."
                + " Make it visible.");
  }
}
