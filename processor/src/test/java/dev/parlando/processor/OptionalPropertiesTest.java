package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Tools;
import dev.parlando.tool.Repair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be left out, and what it is then. */
final class OptionalPropertiesTest {

  private static final Tools TOOLS =
      Compilation.of(
              """
              package p;

              import com.fasterxml.jackson.annotation.*;
              import dev.parlando.*;
              import java.math.*;
              import java.time.*;
              import java.util.*;
              import org.jspecify.annotations.Nullable;

              class Agent {
                enum Unit { @JsonProperty("celsius") CELSIUS }
                record OrderId(@JsonValue String text) {}
                record Options(
                    Optional<String> text, OptionalInt count, OptionalLong size, OptionalDouble share,
                    Optional<Integer> boxed, Optional<List<String>> list, Optional<Unit> unit,
                    @Nullable String nullable, @Nullable Integer number) {}
                record Defaults(
                    @DefaultValue("true") boolean flag, @DefaultValue("7") byte b,
                    @DefaultValue("-7") short s, @DefaultValue("10") int i,
                    @DefaultValue("10000000000") Long l, @DefaultValue("1.5") float f,
                    @DefaultValue("0.1") double d, @DefaultValue("1.10") BigDecimal decimal,
                    @DefaultValue("12345678901234567890") BigInteger big,
                    @DefaultValue("a \\"quoted\\" $text") String text, @DefaultValue("'") char c,
                    @DefaultValue("celsius") Unit unit, @DefaultValue("2026-11-22") LocalDate date,
                    @DefaultValue("PT5M") Duration duration, @DefaultValue("2026") Year year,
                    @DefaultValue("A-1") OrderId order, @DefaultValue("3") Optional<Integer> boxed,
                    @DefaultValue("4") OptionalInt primitive) {}
                record Hidden(
                    String seen, @JsonIgnore @DefaultValue("x") String fixed,
                    @JsonIgnore Optional<String> empty) {}

                @Tool("x") String options(Options v) { return v.toString(); }
                @Tool("x") String defaults(Defaults v) { return v.toString(); }
                @Tool("x") String hidden(Hidden v) { return v.toString(); }
              }
              """)
          .compile()
          .tools("p.Agent");

  @Test
  void whatIsLeftOutIsEmptyOrNull() {
    String empty =
        "Options[text=Optional.empty, count=OptionalInt.empty, size=OptionalLong.empty,"
            + " share=OptionalDouble.empty, boxed=Optional.empty, list=Optional.empty,"
            + " unit=Optional.empty, nullable=null, number=null]";
    assertThat(TOOLS.call("options", "{}")).isEqualTo(empty);
    assertThat(
            TOOLS.call(
                "options",
                "{\"text\":null,\"count\":null,\"size\":null,\"share\":null,\"boxed\":null,"
                    + "\"list\":null,\"unit\":null,\"nullable\":null,\"number\":null}"))
        .isEqualTo(empty);
    assertThat(TOOLS.repairs())
        .hasSize(9)
        .contains(new Repair("options", "count", Repair.Kind.NULL_PROPERTY));
  }

  @Test
  void whatIsThereIsThere() {
    assertThat(
            TOOLS.call(
                "options",
                "{\"text\":\"a\",\"count\":1,\"size\":2,\"share\":0.5,\"boxed\":3,\"list\":[\"b\"],"
                    + "\"unit\":\"celsius\",\"nullable\":\"c\",\"number\":4}"))
        .isEqualTo(
            "Options[text=Optional[a], count=OptionalInt[1], size=OptionalLong[2],"
                + " share=OptionalDouble[0.5], boxed=Optional[3], list=Optional[[b]],"
                + " unit=Optional[CELSIUS], nullable=c, number=4]");
  }

  @Test
  void nullIsNoValueOfItsTypeWithoutRepairs() {
    assertThat(TOOLS.withoutRepairs().violations("options", "{\"text\":null,\"count\":null}"))
        .containsExactly("text: must not be null", "count: must not be null");
  }

  @Test
  void nothingIsRequiredAndTypesArePlain() {
    assertThat(TOOLS.schema("options").has("required")).isFalse();
    assertThat(TOOLS.property("options", "text").toString()).isEqualTo("{\"type\":\"string\"}");
    assertThat(TOOLS.property("options", "count").toString()).isEqualTo("{\"type\":\"integer\"}");
    assertThat(TOOLS.property("options", "share").toString()).isEqualTo("{\"type\":\"number\"}");
  }

  @Test
  void wrongOptionalValueIsRefused() {
    assertThat(TOOLS.violations("options", "{\"count\":1.5,\"boxed\":\"x\",\"list\":[1]}"))
        .containsExactly(
            "count: must be a whole number",
            "boxed: must be a whole number",
            "list[0]: must be text");
  }

  @Test
  void defaultStandsInForWhatIsLeftOut() {
    assertThat(TOOLS.call("defaults", "{}"))
        .isEqualTo(
            "Defaults[flag=true, b=7, s=-7, i=10, l=10000000000, f=1.5, d=0.1, decimal=1.10,"
                + " big=12345678901234567890, text=a \"quoted\" $text, c=', unit=CELSIUS,"
                + " date=2026-11-22, duration=PT5M, year=2026, order=OrderId[text=A-1],"
                + " boxed=Optional[3], primitive=OptionalInt[4]]");
    assertThat(TOOLS.call("defaults", "{\"flag\":false,\"i\":null,\"unit\":\"celsius\"}"))
        .startsWith("Defaults[flag=false, b=7, s=-7, i=10,");
    assertThat(TOOLS.schema("defaults").has("required")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "flag | true",
        "b | 7",
        "s | -7",
        "l | 10000000000",
        "f | 1.5",
        "d | 0.1",
        "decimal | 1.1",
        "big | 12345678901234567890",
        "text | \"a \\\"quoted\\\" $text\"",
        "unit | \"celsius\"",
        "date | \"2026-11-22\"",
        "year | 2026",
        "order | \"A-1\"",
        "boxed | 3"
      })
  void schemaHasTheDefault(String property, String json) {
    assertThat(TOOLS.property("defaults", property).path("default").toString()).isEqualTo(json);
  }

  @Test
  void ignoredComponentIsUnknownToTheModel() {
    assertThat(TOOLS.call("hidden", "{\"seen\":\"a\"}"))
        .isEqualTo("Hidden[seen=a, fixed=x, empty=Optional.empty]");
    assertThat(TOOLS.schema("hidden").path("properties").propertyNames()).containsExactly("seen");
    assertThat(TOOLS.violations("hidden", "{\"seen\":\"a\",\"fixed\":\"b\"}"))
        .containsExactly("fixed: unknown property");
  }
}
