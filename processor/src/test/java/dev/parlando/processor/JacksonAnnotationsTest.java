package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Compiled;
import dev.parlando.processor.compiling.Tools;
import org.junit.jupiter.api.Test;

/** Jackson's annotations mean the same to schema, decoder and result. */
final class JacksonAnnotationsTest {

  private static final Tools TOOLS =
      Compilation.of(
              """
              package p;

              import com.fasterxml.jackson.annotation.*;
              import dev.parlando.*;

              class Agent {
                @JsonClassDescription("Where to send it.")
                record Address(
                    @JsonProperty("postal_code") @JsonAlias({"zip", "plz"}) String postalCode,
                    @JsonPropertyDescription("the town") String city) {}
                record Order(Address address) {}

                @Tool("x") Order order(Order order) { return order; }
              }
              """)
          .compile()
          .tools("p.Agent");

  @Test
  void renamedPropertyHasThatNameEverywhere() {
    String json = "{\"address\":{\"postal_code\":\"1010\",\"city\":\"Vienna\"}}";
    assertThat(TOOLS.call("order", json)).isEqualTo(json);
    assertThat(TOOLS.property("order", "address").path("required").toString())
        .isEqualTo("[\"postal_code\",\"city\"]");
    assertThat(TOOLS.violations("order", "{\"address\":{\"postalCode\":\"1010\",\"city\":\"V\"}}"))
        .containsExactly(
            "address.postalCode: unknown property, did you mean postal_code?",
            "address.postal_code: is missing");
  }

  @Test
  void aliasIsTakenButNotToldOf() {
    assertThat(TOOLS.call("order", "{\"address\":{\"zip\":\"1010\",\"city\":\"Vienna\"}}"))
        .isEqualTo("{\"address\":{\"postal_code\":\"1010\",\"city\":\"Vienna\"}}");
    assertThat(
            TOOLS.violations("order", "{\"address\":{\"zip\":\"1\",\"plz\":\"2\",\"city\":\"\"}}"))
        .containsExactly("address.plz: is given twice");
    assertThat(TOOLS.definition("order").parameters()).doesNotContain("zip");
  }

  @Test
  void descriptionsAreTaken() {
    assertThat(TOOLS.property("order", "address").path("description").asString())
        .isEqualTo("Where to send it.");
    assertThat(TOOLS.property("order", "address").at("/properties/city/description").asString())
        .isEqualTo("the town");
  }

  @Test
  void annotationWithoutEffectIsNotIgnoredInSilence() {
    Compiled compiled =
        Compilation.of(
                """
                package p;

                import com.fasterxml.jackson.annotation.*;
                import dev.parlando.*;

                class Agent {
                  @JsonIgnoreProperties(ignoreUnknown = true)
                  record Query(@JsonProperty(required = true) String a, @JsonUnwrapped Inner b) {}
                  record Inner(@JsonFormat(pattern = "#,##0") int c) {}

                  @Tool("x") Query query(Query query) { return query; }
                }
                """)
            .compile()
            .orFail();

    assertThat(compiled.warnings())
        .containsExactlyInAnyOrder(
            "[JacksonAnnotationIgnored] Agent.query(query): @JsonIgnoreProperties has no effect"
                + " here. The JSON is as the record says."
                + " See docs/errors.md#JacksonAnnotationIgnored",
            "[JacksonAnnotationIgnored] Agent.query(query.a): @JsonProperty(required) has no effect"
                + " here. Use Optional, @Nullable or @DefaultValue for what may be left out."
                + " See docs/errors.md#JacksonAnnotationIgnored",
            "[JacksonAnnotationIgnored] Agent.query(query.b): @JsonUnwrapped has no effect"
                + " here. The JSON is as the record says."
                + " See docs/errors.md#JacksonAnnotationIgnored",
            "[JacksonAnnotationIgnored] Agent.query(query.b.c): @JsonFormat has no effect"
                + " here. It is for the pattern of a date or time."
                + " See docs/errors.md#JacksonAnnotationIgnored");
  }

  @Test
  void annotationInTheWrongPlaceIsNotIgnoredInSilence() {
    Compiled compiled =
        Compilation.of(
                """
                package p;

                import com.fasterxml.jackson.annotation.*;
                import dev.parlando.*;

                class Agent {
                  enum Unit { METER; @JsonValue String code() { return "m"; } }
                  record Pair(int a, int b) { @JsonValue String text() { return a + ":" + b; } }
                  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
                  sealed interface Shape {}
                  record Circle() implements Shape {}

                  @Tool("x") String run(Unit unit, Pair pair, Shape shape) { return ""; }
                }
                """)
            .compile()
            .orFail();

    assertThat(compiled.warnings())
        .extracting(text -> text.replaceAll("\\[JacksonAnnotationIgnored] | See docs.*", ""))
        .containsExactlyInAnyOrder(
            "Agent.run(unit): @JsonValue has no effect here. Use @JsonProperty on the constants.",
            "Agent.run(pair): @JsonValue has no effect here."
                + " It is for the only component of a record.",
            "Agent.run(shape): @JsonTypeInfo has no effect here."
                + " Variants are told apart by a property.");
  }
}
