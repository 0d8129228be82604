package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Tools;
import dev.parlando.tool.Repair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lossless repairs of what models really send. */
final class RepairsTest {

  private static final Tools TOOLS =
      Compilation.of(
              """
              package p;

              import dev.parlando.Tool;
              import java.math.*;
              import java.util.*;

              class Agent {
                record Query(
                    Optional<Integer> number, Optional<BigDecimal> decimal, Optional<Double> real,
                    Optional<Boolean> flag, Optional<List<String>> list, Optional<Set<Integer>> set,
                    Optional<List<Query>> records) {}

                @Tool("x") String ask(Query query) {
                  StringJoiner s = new StringJoiner(" ");
                  query.number().ifPresent(it -> s.add("number=" + it));
                  query.decimal().ifPresent(it -> s.add("decimal=" + it));
                  query.real().ifPresent(it -> s.add("real=" + it));
                  query.flag().ifPresent(it -> s.add("flag=" + it));
                  query.list().ifPresent(it -> s.add("list=" + it));
                  query.set().ifPresent(it -> s.add("set=" + it));
                  query.records().ifPresent(it -> s.add("records=" + it.size()));
                  return s.toString();
                }
              }
              """)
          .compile()
          .tools("p.Agent");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"number\":\"3\"}          | number=3      | number | QUOTED_VALUE",
        "{\"number\":\"3.0\"}        | number=3      | number | QUOTED_VALUE",
        "{\"decimal\":\"1.10\"}      | decimal=1.10  | decimal | QUOTED_VALUE",
        "{\"real\":\"-2e3\"}         | real=-2000.0  | real | QUOTED_VALUE",
        "{\"flag\":\"true\"}         | flag=true     | flag | QUOTED_VALUE",
        "{\"list\":\"a\"}            | list=[a]      | list | SINGLE_ELEMENT",
        "{\"records\":{\"number\":1}} | records=1    | records | SINGLE_ELEMENT",
        "{\"set\":[1,2,1]}           | set=[1, 2]    | set | DUPLICATE_ELEMENT",
        "{\"number\":null}           | ''            | number | NULL_PROPERTY",
      })
  void valueIsRepairedAndTheListenerTold(String json, String result, String path, String kind) {
    assertThat(TOOLS.call("ask", json)).isEqualTo(result);
    assertThat(TOOLS.repairs()).containsExactly(new Repair("ask", path, Repair.Kind.valueOf(kind)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"number\":\"3\"}      | number: must be a whole number",
        "{\"flag\":\"true\"}     | flag: must be true or false",
        "{\"list\":\"a\"}        | list: must be a list",
        "{\"set\":[1,2,1]}       | set: must not have the same element twice",
        "{\"number\":null}       | number: must not be null",
        "\"{}\"                  | must be an object",
      })
  void nothingIsRepairedIfRepairsAreOff(String json, String violation) {
    assertThat(TOOLS.withoutRepairs().violations("ask", json)).containsExactly(violation);
    assertThat(TOOLS.repairs()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"number\":\"3.7\"}    | number: must be a whole number",
        "{\"number\":\" 3\"}     | number: must be a whole number",
        "{\"number\":\"0x3\"}    | number: must be a whole number",
        "{\"number\":\"1e9999999999\"} | number: must be a whole number",
        "{\"number\":\"NaN\"}    | number: must be a whole number",
        "{\"real\":\"Infinity\"} | real: must be a number",
        "{\"flag\":\"yes\"}      | flag: must be true or false",
        "{\"flag\":1}            | flag: must be true or false",
        "{\"list\":5}            | list: must be text",
        "{\"nmber\":3}           | nmber: unknown property, did you mean number?",
        "{\"zzz\":3}             | zzz: unknown property",
      })
  void nothingElseIsGuessed(String json, String violation) {
    assertThat(TOOLS.violations("ask", json)).containsExactly(violation);
  }

  @Test
  void noTextMeansNoArguments() {
    assertThat(TOOLS.call("ask", "")).isEmpty();
    assertThat(TOOLS.repairs()).containsExactly(new Repair("ask", "", Repair.Kind.EMPTY_ARGUMENTS));
  }

  @Test
  void quotedArgumentsAreUnquotedOnce() {
    assertThat(TOOLS.call("ask", "\"{\\\"number\\\":3}\"")).isEqualTo("number=3");
    assertThat(TOOLS.repairs())
        .containsExactly(new Repair("ask", "", Repair.Kind.QUOTED_ARGUMENTS));
    assertThat(TOOLS.violations("ask", "\"\\\"{}\\\"\"")).containsExactly("must be an object");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"number\":1           | the arguments are not valid JSON, at character 11",
        "{\"number\":1,}         | the arguments are not valid JSON, at character 13",
        "{number:1}              | the arguments are not valid JSON, at character 2",
        "nonsense                | the arguments are not valid JSON, at character 8",
        "{\"number\":1} {}       | more follows after the end of the JSON object",
        "[]                      | must be an object",
        "null                    | must not be null",
      })
  void whatIsNoJsonObjectIsRefused(String json, String violation) {
    assertThat(TOOLS.violations("ask", json)).containsExactly(violation);
  }

  @Test
  void whatIsFoundBeforeTheJsonBreaksIsToldToo() {
    assertThat(TOOLS.violations("ask", "{\"number\":true,\"flag\":"))
        .containsExactly(
            "number: must be a whole number", "the arguments are not valid JSON, at character 22");
  }

  @Test
  void longListOfNonsenseIsCutShort() {
    String many = "{\"list\":[" + "1,".repeat(9_999) + "1]}";
    assertThat(TOOLS.violations("ask", many))
        .hasSize(51)
        .startsWith("list[0]: must be text")
        .endsWith("and 9950 more violations");
  }

  @Test
  void hugeTextIsRefused() {
    assertThat(TOOLS.violations("ask", "{\"list\":[\"" + "x".repeat(1_000_001) + "\"]}"))
        .singleElement()
        .asString()
        .startsWith("the arguments are too deep or too long");
  }
}
