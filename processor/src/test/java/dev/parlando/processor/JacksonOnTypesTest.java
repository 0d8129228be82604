package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Compilation.Compiler;
import dev.parlando.processor.compiling.Compiled;
import dev.parlando.processor.compiling.Tools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Annotations of Jackson are honoured or named, wherever they stand. */
final class JacksonOnTypesTest {

  private static final String HEAD =
      """
      package p;

      import com.fasterxml.jackson.annotation.*;
      import dev.parlando.*;
      import java.time.*;
      import java.util.*;
      import tools.jackson.databind.*;
      import tools.jackson.databind.annotation.*;

      """;

  @ParameterizedTest
  @EnumSource
  void whatHasNoEffectIsNamed(Compiler compiler) {
    Compiled compiled =
        Compilation.of(
                HEAD
                    + """
                    class Agent {
                      record Factory(int n) {
                        @JsonCreator static Factory of(String text) { return new Factory(1); }
                      }
                      record Delegating(int n) {
                        @JsonCreator(mode = JsonCreator.Mode.DELEGATING) Delegating {}
                      }
                      record Canonical(@JsonProperty("m") int n) { @JsonCreator Canonical {} }
                      record Renaming(int n) { Renaming(@JsonProperty("m") int n) { this.n = n; } }
                      record Getter(int n) { @JsonProperty int twice() { return 2 * n; } }
                      @JsonFormat(shape = JsonFormat.Shape.NUMBER) enum Number { A }
                      @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class) enum Naming { A }
                      enum Creating { A; @JsonCreator static Creating of(String s) { return A; } }
                      @JsonDeserialize(using = tools.jackson.databind.ValueDeserializer.None.class)
                      enum Deserialized { A }
                      @JsonDeserialize(as = Wrapped.class) record Wrapped(@JsonValue String text) {}
                      sealed interface Shape permits Circle {}
                      record Circle(int r) implements Shape {}
                      @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, defaultImpl = Dot.class)
                      sealed interface Point permits Dot {}
                      record Dot() implements Point {}
                      @JacksonAnnotationsInside
                      @JsonProperty("other")
                      @interface Bundle {}
                      record Parts(
                          @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) Shape shape,
                          @JsonFormat(pattern = "d MMM uuuu", locale = "de") LocalDate date,
                          @JsonFormat(pattern = "d MMM uuuu", locale = "en_GB") LocalDate english,
                          @Bundle String bundled) {}

                      @Tool("x") void run(
                          Factory factory, Delegating delegating, Canonical canonical,
                          Renaming renaming, Getter getter, Number number, Naming naming,
                          Creating creating, Deserialized deserialized, Wrapped wrapped, Point point,
                          Parts parts) {}
                      @Tool("x") @JsonFormat(pattern = "uuuu") LocalDate when() { return null; }
                    }
                    """)
            .with(compiler)
            .compile()
            .orFail();

    assertThat(compiled.warnings())
        .filteredOn(text -> text.startsWith("[JacksonAnnotationIgnored]"))
        .extracting(text -> text.replaceAll("\\[JacksonAnnotationIgnored] Agent\\.| has no.*", ""))
        .containsExactlyInAnyOrder(
            "run(factory): @JsonCreator",
            "run(delegating): @JsonCreator",
            "run(renaming): @JsonProperty",
            "run(getter): @JsonProperty",
            "run(number): @JsonFormat",
            "run(naming): @EnumNaming",
            "run(creating): @JsonCreator",
            "run(deserialized): @JsonDeserialize",
            "run(wrapped): @JsonDeserialize",
            "run(point): @JsonTypeInfo(defaultImpl)",
            "run(parts.shape): @JsonTypeInfo",
            "run(parts.date): @JsonFormat(locale)",
            "run(parts.bundled): @Bundle",
            "when: @JsonFormat");
  }

  @ParameterizedTest
  @EnumSource
  void accessSaysWhoSeesAProperty(Compiler compiler) {
    Tools tools =
        Compilation.of(
                HEAD
                    + """
                    class Agent {
                      record Order(
                          @JsonProperty(access = JsonProperty.Access.READ_ONLY) Optional<String> id,
                          @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) String pin,
                          @JsonProperty(access = JsonProperty.Access.READ_WRITE) int count) {}
                      record Result(@JsonIgnore String secret, int n) {}

                      @Tool("x") Order run(Order order) {
                        return new Order(Optional.of("id"), order.pin(), order.count());
                      }
                      @Tool("x") Result result() { return new Result("s", 1); }
                    }
                    """)
            .with(compiler)
            .compile()
            .tools("p.Agent");

    assertThat(tools.schema("run").path("properties").propertyNames())
        .containsExactly("pin", "count");
    assertThat(tools.violations("run", "{\"id\":\"i\",\"pin\":\"p\",\"count\":1}"))
        .containsExactly("id: unknown property");
    assertThat(tools.call("run", "{\"pin\":\"p\",\"count\":1}"))
        .isEqualTo("{\"id\":\"id\",\"count\":1}");
    assertThat(tools.call("result", "{}")).isEqualTo("{\"n\":1}");
  }

  @Test
  void hiddenPropertyWithoutAValueIsRefused() {
    Compiled compiled =
        Compilation.of(
                HEAD
                    + "class Agent { record R("
                    + "@JsonProperty(access = JsonProperty.Access.READ_ONLY) String id) {}\n"
                    + "@Tool(\"x\") R run(R r) { return r; } }")
            .compile();
    assertThat(compiled.errors())
        .singleElement()
        .asString()
        .startsWith(
            "[IgnoredWithoutDefault] Agent.run(r.id): @JsonProperty(access = READ_ONLY) hides it");
  }

  @Test
  void patternInWhichNoValueCanBeReadIsRefused() {
    Compiled compiled =
        Compilation.of(
                HEAD
                    + """
                    class Agent {
                      record Times(
                          @JsonFormat(pattern = "uuuu-MM-dd HH:mm") ZonedDateTime noZone,
                          @JsonFormat(pattern = "uuuu-MM-dd HH:mm VV") ZonedDateTime zone,
                          @JsonFormat(pattern = "uuuu-MM-dd HH:mm XXX") ZonedDateTime offset,
                          @JsonFormat(pattern = "uuuu-MM-dd HH:mm") OffsetDateTime noOffset,
                          @JsonFormat(pattern = "MM-dd") LocalDate noYear,
                          @JsonFormat(pattern = "uuuu-MM-dd HH") LocalDate withHour,
                          @JsonFormat(pattern = "hh:mm") LocalTime noHalf,
                          @JsonFormat(pattern = "hh:mm a") LocalTime half,
                          @JsonFormat(pattern = "MM/uuuu") YearMonth month) {}
                      @Tool("x") void run(Times times) {}
                    }
                    """)
            .compile();
    assertThat(compiled.errors())
        .extracting(text -> text.replaceAll(": .*", ""))
        .containsExactlyInAnyOrder(
            "[FormatInvalid] Agent.run(times.noZone)",
            "[FormatInvalid] Agent.run(times.noOffset)",
            "[FormatInvalid] Agent.run(times.noYear)",
            "[FormatInvalid] Agent.run(times.withHour)",
            "[FormatInvalid] Agent.run(times.noHalf)");
  }
}
