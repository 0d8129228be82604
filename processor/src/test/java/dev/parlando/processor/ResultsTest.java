package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Compiled;
import dev.parlando.processor.compiling.Tools;
import dev.parlando.tool.ToolResult;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tools return, as the model gets it. */
final class ResultsTest {

  private static final Compiled COMPILED =
      Compilation.of(
              """
              package p;

              import com.fasterxml.jackson.annotation.*;
              import dev.parlando.Tool;
              import dev.parlando.tool.ToolResult;
              import java.math.*;
              import java.time.*;
              import java.util.*;
              import java.util.concurrent.*;
              import tools.jackson.databind.JsonNode;
              import tools.jackson.databind.json.JsonMapper;

              class Agent {
                enum Unit { @JsonProperty("celsius") CELSIUS }
                record OrderId(@JsonValue String text) {}
                sealed interface Shape {}
                record Circle(double radius) implements Shape {}
                record Everything(
                    boolean flag, Boolean boxed, byte b, short s, int i, long l, float f, double d,
                    char c, Character boxedChar, String text, StringBuilder builder, BigDecimal decimal, BigInteger big,
                    Unit unit, OrderId order, LocalDate date, Year year, Duration duration, byte[] bytes,
                    Optional<String> optional, Optional<String> empty, OptionalInt number,
                    OptionalInt noNumber, List<Optional<Integer>> optionals, int[] array, String[] texts,
                    List<List<Unit>> nested, Map<Unit, List<OrderId>> map, Map<Integer, char[]> byInt,
                    ArrayDeque<Shape> shapes, TreeMap<String, Instant> times,
                    @JsonProperty("snake_case") String renamed, String absent, JsonNode tree,
                    Object any, List<?> unknown) {}
                static class Bean {
                  public String getName() { return "bean"; }
                }
                record Cycle(List<Cycle> next) {}

                @Tool("x") void ofVoid() {}
                @Tool("x") Void ofBoxedVoid() { return null; }
                @Tool("x") String ofString() { return "a \\"b\\""; }
                @Tool("x") String ofEmptyString() { return ""; }
                @Tool("x") String ofNull() { return null; }
                @Tool("x") boolean ofBoolean() { return true; }
                @Tool("x") int ofInt() { return 42; }
                @Tool("x") Double ofDouble() { return 0.5; }
                @Tool("x") double ofNan() { return Double.NaN; }
                @Tool("x") BigDecimal ofDecimal() { return new BigDecimal("1.10"); }
                @Tool("x") char ofChar() { return 'c'; }
                @Tool("x") Unit ofEnum() { return Unit.CELSIUS; }
                @Tool("x") LocalDate ofDate() { return LocalDate.of(2026, 11, 22); }
                @Tool("x") OffsetDateTime ofTime() {
                  return OffsetDateTime.parse("2026-11-22T10:00+01:00");
                }
                @Tool("x") OrderId ofWrapper() { return new OrderId("A"); }
                @Tool("x") Optional<Unit> ofOptional() { return Optional.of(Unit.CELSIUS); }
                @Tool("x") Optional<Circle> ofEmpty() { return Optional.empty(); }
                @Tool("x") OptionalInt ofOptionalInt() { return OptionalInt.of(7); }
                @Tool("x") OptionalDouble ofEmptyDouble() { return OptionalDouble.empty(); }
                @Tool("x") List<Integer> ofList() { return Arrays.asList(1, null, 2); }
                @Tool("x") Shape ofUnion() { return new Circle(1); }
                @Tool("x") Bean ofBean() { return new Bean(); }
                @Tool("x") List<Bean> ofBeans() { return List.of(new Bean()); }
                @Tool("x") Map<String, Object> ofObjects() { return Map.of("a", List.of(1)); }
                @Tool("x") ToolResult ofResult() { return ToolResult.text("a").withoutReply(); }
                @Tool("x") ToolResult ofNoResult() { return null; }
                @Tool("x") CompletableFuture<ToolResult> ofLaterNoResult() {
                  return CompletableFuture.completedFuture(null);
                }
                @Tool("x") CompletionStage<Integer> ofLater() {
                  return CompletableFuture.completedFuture(1);
                }
                @Tool("x") CompletableFuture<Void> ofLaterVoid() {
                  return CompletableFuture.completedFuture(null);
                }
                @Tool("x") CompletableFuture<ToolResult> ofLaterResult() {
                  return CompletableFuture.completedFuture(ToolResult.text("b"));
                }
                @Tool("x") CompletableFuture<Optional<String>> ofLaterEmpty() {
                  return CompletableFuture.completedFuture(Optional.empty());
                }
                @Tool("x") CompletableFuture<String> ofFailure() {
                  return CompletableFuture.failedFuture(new IllegalStateException("no"));
                }
                @Tool("x") String ofException() throws Exception { throw new Exception("checked"); }
                @Tool("x") Cycle ofCycle() {
                  List<Cycle> list = new ArrayList<>();
                  Cycle cycle = new Cycle(list);
                  list.add(cycle);
                  return cycle;
                }
                @Tool("x") Everything ofEverything() {
                  return new Everything(
                      true, false, (byte) 1, (short) 2, 3, 4L, 0.1f, 1e21, '"', 'x', "a\\nb\\u0001é😀",
                      new StringBuilder("sb"), new BigDecimal("1.10"), new BigInteger("12345678901234567890"),
                      Unit.CELSIUS, new OrderId("A"), LocalDate.of(2026, 1, 2), Year.of(2026),
                      Duration.ofMinutes(5), new byte[] {1, 2}, Optional.of("o"), Optional.empty(),
                      OptionalInt.of(9), OptionalInt.empty(), List.of(Optional.of(1), Optional.empty()),
                      new int[] {1, 2}, new String[] {"a", null}, List.of(List.of(Unit.CELSIUS), List.of()),
                      Map.of(Unit.CELSIUS, List.of(new OrderId("B"))), Map.of(7, new char[] {'z'}),
                      new ArrayDeque<>(List.of(new Circle(2))),
                      new TreeMap<>(Map.of("t", Instant.EPOCH)), "r", null,
                      JsonMapper.shared().readTree("{\\"k\\":[1.0]}"), Map.of("m", 1), List.of(1, "2"));
                }
              }
              """)
          .compile();

  private static final Tools TOOLS = COMPILED.tools("p.Agent");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "of_void         | Done.",
        "of_boxed_void   | Done.",
        "of_string       | a \"b\"",
        "of_empty_string | ''",
        "of_null         | Done.",
        "of_no_result    | Done.",
        "of_boolean      | true",
        "of_int          | 42",
        "of_double       | 0.5",
        "of_nan          | \"NaN\"",
        "of_decimal      | 1.10",
        "of_char         | c",
        "of_enum         | celsius",
        "of_date         | 2026-11-22",
        "of_time         | 2026-11-22T10:00:00+01:00",
        "of_wrapper      | \"A\"",
        "of_optional     | celsius",
        "of_empty        | Done.",
        "of_optional_int | 7",
        "of_empty_double | Done.",
        "of_list         | [1,null,2]",
        "of_union        | {\"type\":\"circle\",\"radius\":1.0}",
        "of_bean         | {\"name\":\"bean\"}",
        "of_beans        | [{\"name\":\"bean\"}]",
        "of_objects      | {\"a\":[1]}",
      })
  void valueIsWritten(String tool, String output) {
    assertThat(TOOLS.call(tool, "{}")).isEqualTo(output);
  }

  @Test
  void everyKindOfComponentIsWritten() {
    assertThat(TOOLS.call("of_everything", "{}"))
        .isEqualTo(
            "{\"flag\":true,\"boxed\":false,\"b\":1,\"s\":2,\"i\":3,\"l\":4,\"f\":0.1,\"d\":1.0E21,"
                + "\"c\":\"\\\"\",\"boxedChar\":\"x\",\"text\":\"a\\nb\\u0001é😀\",\"builder\":\"sb\","
                + "\"decimal\":1.10,\"big\":12345678901234567890,\"unit\":\"celsius\","
                + "\"order\":\"A\",\"date\":\"2026-01-02\",\"year\":2026,\"duration\":\"PT5M\","
                + "\"bytes\":\"AQI=\",\"optional\":\"o\",\"number\":9,\"optionals\":[1,null],"
                + "\"array\":[1,2],\"texts\":[\"a\",null],\"nested\":[[\"celsius\"],[]],"
                + "\"map\":{\"celsius\":[\"B\"]},\"byInt\":{\"7\":[\"z\"]},"
                + "\"shapes\":[{\"type\":\"circle\",\"radius\":2.0}],"
                + "\"times\":{\"t\":\"1970-01-01T00:00:00Z\"},\"snake_case\":\"r\","
                + "\"tree\":{\"k\":[1.0]},\"any\":{\"m\":1},\"unknown\":[1,\"2\"]}");
  }

  @Test
  void resultThatSaysWhatHappensNextIsPassedOn() {
    ToolResult result = TOOLS.result("of_result", "{}");
    assertThat(result.output()).isEqualTo("a");
    assertThat(result.reply()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "of_later,1",
    "of_later_void,Done.",
    "of_later_result,b",
    "of_later_empty,Done.",
  })
  void laterResultIsWrittenWhenItIsThere(String tool, String output) {
    ToolResult result = TOOLS.result(tool, "{}");
    assertThat(result.stage().orElseThrow().toCompletableFuture().join().output())
        .isEqualTo(output);
  }

  @Test
  void laterFailureIsPassedOn() {
    var stage = TOOLS.result("of_failure", "{}").stage().orElseThrow().toCompletableFuture();
    assertThatThrownBy(stage::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void exceptionOfTheToolIsPassedOn() {
    assertThatThrownBy(() -> TOOLS.result("of_exception", "{}"))
        .hasRootCauseInstanceOf(Exception.class)
        .hasRootCauseMessage("checked");
  }

  @Test
  void cycleEndsInAnError() {
    assertThatThrownBy(() -> TOOLS.call("of_cycle", "{}"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nested more than");
  }

  @Test
  void typeThatOnlyDatabindCanWriteIsNoted() {
    assertThat(COMPILED.notes())
        .contains(
            "[ToolResultByDatabind] Agent.ofBean: p.Agent.Bean is written by jackson-databind, by"
                + " reflection. A record would not be. See docs/errors.md#ToolResultByDatabind");
  }
}
