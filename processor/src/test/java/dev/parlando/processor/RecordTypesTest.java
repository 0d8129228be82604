package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Compilation.Compiler;
import dev.parlando.processor.compiling.Tools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records: nested, generic, recursive, and those that stand for one value. */
final class RecordTypesTest {

  private static final String AGENT =
      """
      package p;

      import com.fasterxml.jackson.annotation.*;
      import dev.parlando.*;
      import java.util.*;

      class Agent {
        interface Named { String name(); }
        record Address(String street, String city) {}
        record Person(String name, Address home, Optional<Address> work) implements Named {}
        record Page<T>(List<T> items, T first, Map<String, T> byName) {}
        record Pair<A, B extends Comparable<B>>(A a, B b) {}
        record Tree(int value, List<Tree> children) {}
        record Left(Optional<Right> right) {}
        record Right(Optional<Left> left) {}
        record OrderId(@JsonValue String text) {}
        record Meters(double amount) { @JsonValue public double amount() { return amount; } }
        record Line(OrderId order, List<OrderId> related, Meters length) {}
        record Empty() {}
        record Range(int from, int to) {
          Range {
            if (from > to) {
              throw new IllegalArgumentException("from must not be after to");
            }
          }
        }
        record Plan(String in, String name, String value, int switchCount, Range range) {}

        /** Tests. */
        @Tool Person person(Person person) { return person; }
        /** Tests. */
        @Tool Page<Person> page(Page<Person> page) { return page; }
        /** Tests. */
        @Tool Pair<List<Integer>, String> pair(Pair<List<Integer>, String> pair) { return pair; }
        /** Tests. */
        @Tool Tree tree(Tree tree) { return tree; }
        /** Tests. */
        @Tool Left left(Left left) { return left; }
        /** Tests. */
        @Tool Line line(Line line) { return line; }
        /** Tests. */
        @Tool String orderId(OrderId id) { return id.text(); }
        /** Tests. */
        @Tool Empty empty(Empty empty) { return empty; }
        /** Tests. */
        @Tool String nothing() { return "nothing"; }
        /** Tests. */
        @Tool Plan plan(Plan plan) { return plan; }
        /** Tests. */
        @Tool String two(Address from, Address to) { return from.city() + to.city(); }
      }
      """;

  private static final Tools TOOLS = Compilation.of(AGENT).compile().tools("p.Agent");

  private static void assertEcho(String tool, String json) {
    assertThat(TOOLS.withoutRepairs().call(tool, json)).isEqualTo(json);
  }

  @Test
  void nestedRecordIsAnObject() {
    assertEcho(
        "person",
        "{\"name\":\"Ada\",\"home\":{\"street\":\"A\",\"city\":\"B\"},"
            + "\"work\":{\"street\":\"C\",\"city\":\"D\"}}");
    assertEcho("person", "{\"name\":\"Ada\",\"home\":{\"street\":\"A\",\"city\":\"B\"}}");
    assertThat(TOOLS.violations("person", "{\"name\":\"Ada\",\"home\":{\"street\":1}}"))
        .containsExactly("home.street: must be text", "home.city: is missing");
    assertThat(TOOLS.violations("person", "{\"name\":\"Ada\",\"home\":\"here\"}"))
        .containsExactly("home: must be an object");
  }

  @Test
  void requiredIsEmittedAtEveryLevel() {
    assertThat(TOOLS.property("person", "home").toString())
        .isEqualTo(
            "{\"type\":\"object\",\"properties\":{\"street\":{\"type\":\"string\"},"
                + "\"city\":{\"type\":\"string\"}},\"required\":[\"street\",\"city\"],"
                + "\"additionalProperties\":false}");
    assertThat(TOOLS.schema("person").path("required").toString()).isEqualTo("[\"name\",\"home\"]");
  }

  @Test
  void typeVariablesAreWhatTheyAreBoundTo() {
    String ada = "{\"name\":\"Ada\",\"home\":{\"street\":\"A\",\"city\":\"B\"}}";
    assertEcho(
        "page", "{\"items\":[%s],\"first\":%s,\"byName\":{\"a\":%s}}".formatted(ada, ada, ada));
    assertThat(TOOLS.violations("page", "{\"items\":[{}],\"first\":1,\"byName\":{}}"))
        .containsExactly(
            "items[0].name: is missing", "items[0].home: is missing", "first: must be an object");
    assertEcho("pair", "{\"a\":[1,2],\"b\":\"x\"}");
  }

  @Test
  void recursiveRecordRefersToItsDefinition() {
    assertEcho(
        "tree",
        "{\"value\":1,\"children\":[{\"value\":2,\"children\":[]},{\"value\":3,\"children\":[]}]}");
    assertThat(TOOLS.definition("tree").parameters())
        .isEqualTo(
            "{\"type\":\"object\",\"properties\":{\"value\":{\"type\":\"integer\"},"
                + "\"children\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/Tree\"}}},"
                + "\"required\":[\"value\",\"children\"],\"additionalProperties\":false,"
                + "\"$defs\":{\"Tree\":{\"type\":\"object\",\"properties\":{\"value\":{\"type\":"
                + "\"integer\"},\"children\":{\"type\":\"array\",\"items\":{\"$ref\":"
                + "\"#/$defs/Tree\"}}},\"required\":[\"value\",\"children\"],"
                + "\"additionalProperties\":false}}}");
    assertEcho("left", "{\"right\":{\"left\":{\"right\":{}}}}");
    assertThat(TOOLS.schema("left").path("$defs").propertyNames())
        .containsExactlyInAnyOrder("Left", "Right");
  }

  @Test
  void argumentsThatAreTooDeepAreRefused() {
    String deep = "{\"value\":1,\"children\":[".repeat(5000) + "]}".repeat(5000);
    assertThat(TOOLS.violations("tree", deep))
        .containsExactly(
            "the arguments are too deep or too long (at most 32 levels, texts of 1000000"
                + " characters)");
  }

  @Test
  void recordWithJsonValueIsItsComponent() {
    assertEcho("line", "{\"order\":\"A-1\",\"related\":[\"B-2\"],\"length\":2.5}");
    assertThat(TOOLS.schema("line").path("properties").toString())
        .isEqualTo(
            "{\"order\":{\"type\":\"string\"},\"related\":{\"type\":\"array\",\"items\":"
                + "{\"type\":\"string\"}},\"length\":{\"type\":\"number\"}}");
    assertThat(TOOLS.violations("line", "{\"order\":{},\"related\":[1],\"length\":\"x\"}"))
        .containsExactly(
            "order: must be text", "related[0]: must be text", "length: must be a number");
    assertThat(TOOLS.call("order_id", "{\"id\":\"A-1\"}")).isEqualTo("A-1");
  }

  @Test
  void toolWithoutPropertiesTakesAnEmptyObject() {
    String schema = "{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false}";
    assertThat(TOOLS.definition("nothing").parameters()).isEqualTo(schema);
    assertThat(TOOLS.definition("empty").parameters()).isEqualTo(schema);
    assertThat(TOOLS.call("nothing", "{}")).isEqualTo("nothing");
    assertEcho("empty", "{}");
    assertThat(TOOLS.violations("nothing", "{\"a\":{\"b\":[]}}"))
        .containsExactly("a: unknown property");
  }

  @Test
  void componentsMayHaveAnyName() {
    assertEcho(
        "plan",
        "{\"in\":\"a\",\"name\":\"b\",\"value\":\"c\",\"switchCount\":1,"
            + "\"range\":{\"from\":1,\"to\":2}}");
  }

  @Test
  void whatAConstructorRefusesIsAViolation() {
    assertThat(
            TOOLS.violations(
                "plan",
                "{\"in\":\"a\",\"name\":\"b\",\"value\":\"c\",\"switchCount\":1,"
                    + "\"range\":{\"from\":2,\"to\":1}}"))
        .containsExactly("range: from must not be after to");
  }

  @Test
  void propertiesMayComeInAnyOrderButOnce() {
    assertThat(TOOLS.violations("pair", "{\"b\":\"x\",\"a\":[1]}")).isEmpty();
    assertThat(TOOLS.violations("pair", "{\"a\":[1],\"b\":\"x\",\"a\":[2]}"))
        .containsExactly("a: is given twice");
  }

  @Test
  void severalRecordsAreSeveralProperties() {
    assertThat(
            TOOLS.call(
                "two",
                "{\"from\":{\"street\":\"\",\"city\":\"A\"},\"to\":{\"street\":\"\",\"city\":\"B\"}}"))
        .isEqualTo("AB");
  }

  @ParameterizedTest
  @EnumSource
  void everyCompilerGivesTheSameFiles(Compiler compiler) {
    assertThat(Compilation.of(AGENT).with(compiler).compile().orFail().generated())
        .isEqualTo(Compilation.of(AGENT).compile().orFail().generated());
  }
}
