package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Tools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists, sets, arrays and maps. */
final class ContainerTypesTest {

  private static final Tools TOOLS =
      Compilation.of(
              """
              package p;

              import dev.parlando.Tool;
              import java.math.*;
              import java.time.*;
              import java.util.*;

              class Agent {
                enum Day { MON, TUE }
                record Item(String sku, int count) {}

                @Tool("x") Object list(List<String> v) { return v; }
                @Tool("x") Object collection(Collection<Item> v) { return v; }
                @Tool("x") Object iterable(Iterable<Integer> v) { return v; }
                @Tool("x") Object wildcard(List<? extends Item> v) { return v; }
                @Tool("x") Object nested(List<List<Day>> v) { return v; }
                @Tool("x") Object set(Set<Integer> v) { return v; }
                @Tool("x") Object sortedSet(SortedSet<String> v) { return v; }
                @Tool("x") Object strings(String... v) { return Arrays.asList(v); }
                @Tool("x") Object records(Item[] v) { return Arrays.asList(v); }
                @Tool("x") Object matrix(int[][] v) { return Arrays.deepToString(v); }
                @Tool("x") Object lists(List<String>[] v) { return Arrays.deepToString(v); }
                @Tool("x") Object ints(int[] v) { return Arrays.toString(v); }
                @Tool("x") Object longs(long[] v) { return Arrays.toString(v); }
                @Tool("x") Object shorts(short[] v) { return Arrays.toString(v); }
                @Tool("x") Object doubles(double[] v) { return Arrays.toString(v); }
                @Tool("x") Object floats(float[] v) { return Arrays.toString(v); }
                @Tool("x") Object booleans(boolean[] v) { return Arrays.toString(v); }
                @Tool("x") Object chars(char[] v) { return Arrays.toString(v); }
                @Tool("x") Object map(Map<String, Item> v) { return v; }
                @Tool("x") Object byDay(Map<Day, List<Integer>> v) { return v; }
                @Tool("x") Object byUuid(Map<UUID, String> v) { return v; }
                @Tool("x") Object byInt(Map<Integer, String> v) { return v; }
                @Tool("x") Object byLong(Map<Long, Boolean> v) { return v; }
                @Tool("x") String frozen(List<Integer> a, Set<Integer> b, Map<String, Integer> c) {
                  int refused = 0;
                  try { a.add(1); } catch (UnsupportedOperationException e) { refused++; }
                  try { b.add(1); } catch (UnsupportedOperationException e) { refused++; }
                  try { c.put("", 1); } catch (UnsupportedOperationException e) { refused++; }
                  return "" + refused;
                }
              }
              """)
          .options("-Xlint:-varargs")
          .compile()
          .tools("p.Agent");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "list       | [\"b\",\"a\"] | [\"b\",\"a\"]",
        "list       | [] | []",
        "collection | [{\"sku\":\"a\",\"count\":1}] | [{\"sku\":\"a\",\"count\":1}]",
        "iterable   | [1,2] | [1,2]",
        "nested     | [[\"MON\"],[]] | [[\"MON\"],[]]",
        "set        | [2,1] | [2,1]",
        "sorted_set | [\"b\",\"a\"] | [\"a\",\"b\"]",
        "strings    | [\"a\"] | [\"a\"]",
        "matrix     | [[1],[2,3]] | \"[[1], [2, 3]]\"",
        "lists      | [[\"a\"]] | \"[[a]]\"",
        "ints       | [1,2] | \"[1, 2]\"",
        "longs      | [1] | \"[1]\"",
        "shorts     | [1] | \"[1]\"",
        "doubles    | [1,2.5] | \"[1.0, 2.5]\"",
        "floats     | [0.1] | \"[0.1]\"",
        "booleans   | [true] | \"[true]\"",
        "chars      | [\"a\"] | \"[a]\"",
        "by_day     | {\"TUE\":[1],\"MON\":[]} | {\"TUE\":[1],\"MON\":[]}",
        "by_int     | {\"-7\":\"a\",\"0\":\"b\"} | {\"-7\":\"a\",\"0\":\"b\"}",
        "by_long    | {\"12345678901\":true} | {\"12345678901\":true}",
        "by_uuid    | {\"123e4567-e89b-12d3-a456-426614174000\":\"a\"} |"
            + " {\"123e4567-e89b-12d3-a456-426614174000\":\"a\"}",
      })
  void elementsArriveInOrder(String tool, String json, String result) {
    assertThat(TOOLS.withoutRepairs().call(tool, "{\"v\":" + json + "}")).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "list    | \"a\"                      | v: must be a list",
        "list    | [\"a\",null,\"b\",2]       | v[1]: must not be null; v[3]: must be text",
        "ints    | [1,\"x\"]                  | v[1]: must be a whole number",
        "nested  | [[\"MON\"],[\"SUN\"],5]    |"
            + " v[1][0]: must be one of MON, TUE; v[2]: must be a list",
        "records | [{\"sku\":\"a\"},{\"sku\":1,\"count\":1}] |"
            + " v[0].count: is missing; v[1].sku: must be text",
        "set     | [1,1]                      | v: must not have the same element twice",
        "map     | []                         | v: must be an object",
        "map     | {\"k\":{\"sku\":\"a\",\"count\":-0.5}} | v.k.count: must be a whole number",
        "map     | {\"k\":null}               | v.k: must not be null",
        "by_day  | {\"SUN\":[]}               | v.SUN: the name must be one of MON, TUE",
        "by_int  | {\"07\":\"a\"}             | v.07: the name must be a whole number",
        "by_int  | {\"3000000000\":\"a\"}     | v.3000000000: the name must be a whole number",
        "by_uuid | {\"x\":\"a\"}              |"
            + " v.x: the name must be a UUID such as 123e4567-e89b-12d3-a456-426614174000",
        "map     | {\"k\":{\"sku\":\"a\",\"count\":1},\"k\":{}} | v.k: is given twice",
      })
  void eachWrongElementIsNamed(String tool, String json, String violations) {
    assertThat(TOOLS.withoutRepairs().violations(tool, "{\"v\":" + json + "}"))
        .containsExactly(violations.split("; "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "list   ; {\"type\":\"array\",\"items\":{\"type\":\"string\"}}",
        "set    ; {\"type\":\"array\",\"items\":{\"type\":\"integer\"},\"uniqueItems\":true}",
        "matrix ; {\"type\":\"array\",\"items\":{\"type\":\"array\",\"items\":{\"type\":\"integer\"}}}",
        "by_day ; {\"type\":\"object\",\"propertyNames\":{\"enum\":[\"MON\",\"TUE\"]},"
            + "\"additionalProperties\":{\"type\":\"array\",\"items\":{\"type\":\"integer\"}}}",
        "by_int ; {\"type\":\"object\",\"propertyNames\":{\"pattern\":\"^(0|-?[1-9][0-9]*)$\"},"
            + "\"additionalProperties\":{\"type\":\"string\"}}",
        "by_uuid ; {\"type\":\"object\",\"propertyNames\":{\"format\":\"uuid\"},"
            + "\"additionalProperties\":{\"type\":\"string\"}}",
        "map    ; {\"type\":\"object\",\"additionalProperties\":{\"type\":\"object\",\"properties\":"
            + "{\"sku\":{\"type\":\"string\"},\"count\":{\"type\":\"integer\"}},"
            + "\"required\":[\"sku\",\"count\"],\"additionalProperties\":false}}",
      })
  void schemaSaysWhatIsInside(String tool, String schema) {
    assertThat(TOOLS.property(tool, "v").toString()).isEqualTo(schema);
  }

  @Test
  void sortedSetOfWhatCannotBeComparedIsAnError() {
    assertThat(
            Compilation.of(
                    """
                    class Agent {
                      record Item(int a) {}
                      @dev.parlando.Tool("x") void run(java.util.SortedSet<Item> items) {}
                    }
                    """)
                .compile()
                .errors())
        .containsExactly(
            "[ToolParameterUnsupported] Agent.run(items): SortedSet<Agent.Item>, whose elements"
                + " can't be compared, can't be a tool parameter. Use java.util.Set."
                + " See docs/errors.md#ToolParameterUnsupported");
  }

  @Test
  void toolCannotChangeItsArguments() {
    assertThat(TOOLS.call("frozen", "{\"a\":[],\"b\":[],\"c\":{}}")).isEqualTo("3");
  }
}
