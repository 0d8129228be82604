package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Compilation.Compiler;
import dev.parlando.processor.compiling.Compiled;
import dev.parlando.processor.compiling.Tools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A result is refused unless it has a value to read. */
final class ResultValuesTest {

  @ParameterizedTest
  @EnumSource
  void whatIsNoValueIsRefusedWhereverItStands(Compiler compiler) {
    Compiled compiled =
        Compilation.of(
                """
                package p;

                import dev.parlando.Tool;
                import java.util.*;
                import java.util.concurrent.*;
                import java.util.function.*;

                class Agent {
                  record Lazy(Callable<String> value) {}
                  static class Opaque { private int secret; int count() { return secret; } }
                  interface Mine { void subscribe(Object to); }

                  @Tool("x") io.smallrye.mutiny.Uni<String> uni() { return null; }
                  @Tool("x") io.reactivex.rxjava3.core.Single<String> single() { return null; }
                  @Tool("x") io.vertx.core.Future<String> vertx() { return null; }
                  @Tool("x") Callable<String> callable() { return null; }
                  @Tool("x") Supplier<String> supplier() { return null; }
                  @Tool("x") List<CompletableFuture<String>> futures() { return null; }
                  @Tool("x") Map<String, List<Callable<String>>> deep() { return null; }
                  @Tool("x") Lazy component() { return null; }
                  @Tool("x") CompletionStage<Future<String>> later() { return null; }
                  @Tool("x") Optional<Iterator<String>> iterator() { return null; }
                  @Tool("x") Opaque opaque() { return null; }
                  @Tool("x") Mine mine() { return null; }
                  @Tool("x") com.fasterxml.jackson.databind.JsonNode jackson2() { return null; }
                }
                """,
                "package io.smallrye.mutiny;\npublic interface Uni<T> { Object subscribe(); }",
                "package io.reactivex.rxjava3.core;\n"
                    + "public abstract class Single<T> { public final void subscribe() {} }",
                "package io.vertx.core;\n"
                    + "public interface Future<T> { boolean isComplete(); T result(); }",
                "package com.fasterxml.jackson.core;\npublic interface TreeNode {}",
                """
                package com.fasterxml.jackson.databind;
                public abstract class JsonNode
                    implements com.fasterxml.jackson.core.TreeNode, Iterable<JsonNode> {
                  public boolean isArray() { return false; }
                }
                """)
            .with(compiler)
            .compile();

    String later = "Return a java.util.concurrent.CompletionStage.";
    assertThat(compiled.errors())
        .extracting(text -> text.replaceAll(" See docs.*", ""))
        .containsExactlyInAnyOrder(
            refused("uni", "Uni<String>", later),
            refused("single", "Single<String>", later),
            refused("vertx", "Future<String>", later),
            refused("callable", "Callable<String>", "Return what it computes."),
            refused("supplier", "Supplier<String>", "Return what it computes."),
            refused("futures([])", "CompletableFuture<String>", later),
            refused("deep([][])", "Callable<String>", "Return what it computes."),
            refused("component(value)", "Callable<String>", "Return what it computes."),
            refused("later", "Future<String>", later),
            refused("iterator", "Iterator<String>", "Return a java.util.List."),
            refused(
                "opaque",
                "Agent.Opaque",
                "It has no getters and no public fields. Return a record."),
            refused("mine", "Agent.Mine", later),
            refused(
                "jackson2",
                "JsonNode",
                "Return a tools.jackson.databind.JsonNode, or its text as a String."));
  }

  private static String refused(String place, String type, String advice) {
    return "[ToolResultUnsupported] Agent.%s: %s can't be the result of a tool. %s"
        .formatted(place, type, advice);
  }

  @ParameterizedTest
  @EnumSource
  void valueIsWrittenAsWhatItIsAndNotAsWhatItIterates(Compiler compiler) {
    Tools tools =
        Compilation.of(
                """
                package p;

                import com.fasterxml.jackson.annotation.*;
                import dev.parlando.Tool;
                import java.util.*;
                import tools.jackson.databind.node.*;

                class Agent {
                  static class Page<T> implements Iterable<T> {
                    private final List<T> items;
                    Page(List<T> items) { this.items = items; }
                    @Override public Iterator<T> iterator() { return items.iterator(); }
                    public List<T> getItems() { return items; }
                    public int getTotal() { return 9; }
                  }
                  static class Bag extends AbstractCollection<String> {
                    @Override public Iterator<String> iterator() { return List.of("a").iterator(); }
                    @Override public int size() { return 1; }
                  }
                  static class Node extends TreeMap<String, Node> {
                    private static final long serialVersionUID = 1;
                  }
                  static class Forest extends ArrayList<Forest> {
                    private static final long serialVersionUID = 1;
                  }
                  static class Fields { public int n = 1; }
                  static class Named { @JsonProperty private int n = 2; }
                  interface Open {}
                  record Held(ObjectNode node, Page<Integer> page) {}
                  private ObjectNode object() {
                    return JsonNodeFactory.instance.objectNode().put("city", "Wien").put("c", 22);
                  }

                  @Tool("x") ObjectNode node() { return object(); }
                  @Tool("x") Held held() { return new Held(object(), new Page<>(List.of(1))); }
                  @Tool("x") Page<String> page() { return new Page<>(List.of("a")); }
                  @Tool("x") Iterable<String> iterable() { return List.of("a"); }
                  @Tool("x") Bag bag() { return new Bag(); }
                  @Tool("x") Node tree() {
                    Node node = new Node();
                    node.put("a", new Node());
                    return node;
                  }
                  @Tool("x") Forest forest() {
                    Forest forest = new Forest();
                    forest.add(new Forest());
                    return forest;
                  }
                  @Tool("x") java.nio.file.Path path() { return java.nio.file.Path.of("/a"); }
                  @Tool("x") Fields fields() { return new Fields(); }
                  @Tool("x") Named named() { return new Named(); }
                  @Tool("x") Open open() { return null; }
                }
                """)
            .with(compiler)
            .compile()
            .tools("p.Agent");

    assertThat(tools.call("node", "{}")).isEqualTo("{\"city\":\"Wien\",\"c\":22}");
    assertThat(tools.call("held", "{}"))
        .isEqualTo("{\"node\":{\"city\":\"Wien\",\"c\":22},\"page\":{\"items\":[1],\"total\":9}}");
    assertThat(tools.call("page", "{}")).isEqualTo("{\"items\":[\"a\"],\"total\":9}");
    assertThat(tools.call("iterable", "{}")).isEqualTo("[\"a\"]");
    assertThat(tools.call("bag", "{}")).isEqualTo("[\"a\"]");
    assertThat(tools.call("tree", "{}")).isEqualTo("{\"a\":{}}");
    assertThat(tools.call("forest", "{}")).isEqualTo("[[]]");
    assertThat(tools.call("path", "{}")).isEqualTo("\"file:///a\"");
    assertThat(tools.call("fields", "{}")).isEqualTo("{\"n\":1}");
    assertThat(tools.call("named", "{}")).isEqualTo("{\"n\":2}");
  }

  @Test
  void classWhoseGettersAreStillToComeIsNotRefused() {
    Compiled compiled =
        Compilation.of(
                """
                package p;
                class Agent {
                  @lombok.Data static class Later { private int count; }
                  @dev.parlando.Tool("x") Later run() { return null; }
                }
                """,
                "package lombok;\npublic @interface Data {}")
            .compile();
    assertThat(compiled.errors()).isEmpty();
  }
}
