package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Tools;
import org.junit.jupiter.api.Test;

/** Sealed interfaces of records. */
final class UnionTypesTest {

  private static final Tools TOOLS =
      Compilation.of(
              """
              package p;

              import com.fasterxml.jackson.annotation.*;
              import dev.parlando.*;
              import java.util.*;

              class Agent {
                /** What to draw. */
                sealed interface Shape permits Circle, Polygon {}
                /** Round. */
                record Circle(double radius) implements Shape {}
                sealed interface Polygon extends Shape {}
                record Square(double side) implements Polygon {}
                record RightTriangle(double a, double b, Optional<Shape> inside) implements Polygon {}

                @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
                @JsonSubTypes(@JsonSubTypes.Type(value = Card.class, name = "card-payment"))
                sealed interface Payment {}
                record Card(String number) implements Payment {}
                @JsonTypeName("CASH") record Cash() implements Payment {}

                @Tool("x") Shape shape(Shape v) { return v; }
                @Tool("x") List<Payment> pay(List<Payment> v) { return v; }
                @Tool("x") Circle circle(Circle v) { return v; }
              }
              """)
          .compile()
          .tools("p.Agent");

  private static void assertEcho(String tool, String json) {
    assertThat(TOOLS.withoutRepairs().call(tool, "{\"v\":" + json + "}")).isEqualTo(json);
  }

  @Test
  void variantIsToldByItsName() {
    assertEcho("shape", "{\"type\":\"circle\",\"radius\":1.5}");
    assertEcho("shape", "{\"type\":\"square\",\"side\":2.0}");
    assertEcho(
        "shape",
        "{\"type\":\"right_triangle\",\"a\":3.0,\"b\":4.0,\"inside\":{\"type\":\"square\",\"side\":1.0}}");
    assertEcho("pay", "[{\"kind\":\"card-payment\",\"number\":\"1\"},{\"kind\":\"CASH\"}]");
  }

  @Test
  void nameMayStandAnywhereInTheObject() {
    assertThat(TOOLS.call("shape", "{\"v\": {\"radius\" : 1.5 , \"type\":\"circle\"}}"))
        .isEqualTo("{\"type\":\"circle\",\"radius\":1.5}");
    String padding = " ".repeat(100_000);
    assertThat(
            TOOLS.call(
                "shape",
                "{\"v\":{\"a\":1,%s\"inside\":{\"side\":2,\"type\":\"square\"},\"b\":2,\"type\":\"right_triangle\"}}"
                    .formatted(padding)))
        .isEqualTo(
            "{\"type\":\"right_triangle\",\"a\":1.0,\"b\":2.0,\"inside\":{\"type\":\"square\",\"side\":2.0}}");
  }

  @Test
  void unknownOrMissingNameIsRefused() {
    String message = "v.type: must be one of circle, square, right_triangle";
    assertThat(TOOLS.violations("shape", "{\"v\":{\"type\":\"hexagon\",\"side\":1}}"))
        .containsExactly(message);
    assertThat(TOOLS.violations("shape", "{\"v\":{\"side\":1}}")).containsExactly(message);
    assertThat(TOOLS.violations("shape", "{\"v\":{\"type\":7}}")).containsExactly(message);
    assertThat(TOOLS.violations("shape", "{\"v\":[]}")).containsExactly("v: must be an object");
  }

  @Test
  void propertiesOfAnotherVariantAreUnknown() {
    assertThat(TOOLS.violations("shape", "{\"v\":{\"type\":\"circle\",\"side\":1}}"))
        .containsExactly("v.side: unknown property", "v.radius: is missing");
  }

  @Test
  void schemaIsAChoiceOfObjectsWithTheirNames() {
    assertThat(TOOLS.property("pay", "v").path("items").toString())
        .isEqualTo(
            "{\"anyOf\":[{\"type\":\"object\",\"properties\":{\"kind\":{\"type\":\"string\","
                + "\"const\":\"card-payment\"},\"number\":{\"type\":\"string\"}},\"required\":"
                + "[\"kind\",\"number\"],\"additionalProperties\":false},{\"type\":\"object\","
                + "\"properties\":{\"kind\":{\"type\":\"string\",\"const\":\"CASH\"}},"
                + "\"required\":[\"kind\"],\"additionalProperties\":false}]}");
    assertThat(TOOLS.schema("shape").path("$defs").path("Shape").path("description").asString())
        .isEqualTo("What to draw.");
  }

  @Test
  void recordByItselfHasNoName() {
    assertThat(TOOLS.withoutRepairs().call("circle", "{\"radius\":1.5}"))
        .isEqualTo("{\"radius\":1.5}");
    assertThat(TOOLS.violations("circle", "{\"type\":\"circle\",\"radius\":1.5}"))
        .containsExactly("type: unknown property");
  }
}
