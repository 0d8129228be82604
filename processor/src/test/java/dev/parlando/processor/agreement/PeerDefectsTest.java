package dev.parlando.processor.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Tools;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What libraries of this kind get wrong, one line each: schemas that don't say what the value is,
 * and values that obey the schema and fail in the call.
 */
final class PeerDefectsTest {

  private static final Tools TOOLS =
      Compilation.of(
              """
              package p;

              import com.fasterxml.jackson.annotation.*;
              import dev.parlando.*;
              import java.math.*;
              import java.net.*;
              import java.time.*;
              import java.util.*;

              class Agent {
                enum Unit { @JsonProperty("c") CELSIUS, @JsonProperty("f") FAHRENHEIT }
                enum Size { SMALL, LARGE; @Override public String toString() { return "size " + ordinal(); } }
                sealed interface Payment {}
                record Card(String number) implements Payment {}
                record Cash(int cents) implements Payment {}
                record Node(String name, List<Node> children) {}
                interface Named { String name(); }
                record Person(String name, int age) implements Named {}
                record Page<T>(List<T> items) {}
                record Renamed(@JsonProperty("first_name") String firstName) {}
                record Ordered(String zulu, String alpha, String mike) {}

                @Tool("x") LocalDate date(LocalDate v) { return v; }
                @Tool("x") List<URI> uri(URI v) { return List.of(v); }
                @Tool("x") BigDecimal big(BigDecimal v) { return v; }
                @Tool("x") List<UUID> uuid(UUID v) { return List.of(v); }
                @Tool("x") List<Duration> duration(Duration v) { return List.of(v); }
                @Tool("x") Map<String, Integer> map(Map<String, Integer> v) { return v; }
                @Tool("x") Renamed renamed(Renamed v) { return v; }
                @Tool("x") List<Unit> unit(Unit v) { return List.of(v); }
                @Tool("x") List<Size> size(Size v) { return List.of(v); }
                @Tool("x") List<String> optional(Optional<String> v) { return v.stream().toList(); }
                @Tool("x") List<Integer> optionalInt(OptionalInt v) { return v.stream().boxed().toList(); }
                @Tool("x") Payment payment(Payment v) { return v; }
                @Tool("x") Node node(Node v) { return v; }
                @Tool("x") Ordered ordered(Ordered v) { return v; }
                @Tool("x") String required(String a, int b, boolean c, Double d) { return a + b + c + d; }
                @Tool("x") int whole(int v) { return v; }
                @Tool("x") Set<String> set(Set<String> v) { return v; }
                @Tool("x") List<byte[]> bytes(byte[] v) { return List.of(v); }
                @Tool("x") Page<Person> page(Page<Person> v) { return v; }
                @Tool("x") Person inherited(Person v) { return v; }
              }
              """)
          .compile()
          .tools("p.Agent")
          .withoutRepairs();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          date as year, month and day             | date         | {"type":"string","format":"date"}
          private fields of URI                   | uri          | {"type":"string","format":"uri"}
          private fields of BigDecimal            | big          | {"type":"number"}
          private fields of UUID                  | uuid         | {"type":"string","format":"uuid"}
          map without the type of its values      | map          | {"type":"object","additionalProperties":{"type":"integer"}}
          Java's names instead of the annotated   | renamed      | {"type":"object","properties":{"first_name":{"type":"string"}},"required":["first_name"],"additionalProperties":false}
          constants by another name than is taken | unit         | {"type":"string","enum":["c","f"]}
          constants by toString()                 | size         | {"type":"string","enum":["SMALL","LARGE"]}
          Optional as an object with a value      | optional     | {"type":"string"}
          OptionalInt as an object                | optional_int | {"type":"integer"}
          properties sorted, or in random order   | ordered      | {"type":"object","properties":{"zulu":{"type":"string"},"alpha":{"type":"string"},"mike":{"type":"string"}},"required":["zulu","alpha","mike"],"additionalProperties":false}
          set as nonsense                         | set          | {"type":"array","items":{"type":"string"},"uniqueItems":true}
          bytes as an array of integers           | bytes        | {"type":"string","contentEncoding":"base64"}
          type argument lost, nothing required    | page         | {"type":"object","properties":{"items":{"type":"array","items":{"type":"object","properties":{"name":{"type":"string"},"age":{"type":"integer"}},"required":["name","age"],"additionalProperties":false}}},"required":["items"],"additionalProperties":false}
          sealed type as an empty object          | payment      | {"anyOf":[{"type":"object","properties":{"type":{"type":"string","const":"card"},"number":{"type":"string"}},"required":["type","number"],"additionalProperties":false},{"type":"object","properties":{"type":{"type":"string","const":"cash"},"cents":{"type":"integer"}},"required":["type","cents"],"additionalProperties":false}]}
          inherited components lost               | inherited    | {"type":"object","properties":{"name":{"type":"string"},"age":{"type":"integer"}},"required":["name","age"],"additionalProperties":false}
          """)
  void schemaIsRight(String defect, String tool, String schema) {
    boolean isRecord = TOOLS.property(tool, "v").isMissingNode();
    assertThat((isRecord ? TOOLS.schema(tool) : TOOLS.property(tool, "v")).toString())
        .isEqualTo(schema);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          date as year, month and day             | date         | {"v":"2026-11-22"}                      | 2026-11-22
          URI                                     | uri          | {"v":"https://example.com/a"}           | ["https://example.com/a"]
          BigDecimal as a double                  | big          | {"v":1234567890.12345678901234567890}   | 1234567890.12345678901234567890
          UUID                                    | uuid         | {"v":"123e4567-e89b-12d3-a456-426614174000"} | ["123e4567-e89b-12d3-a456-426614174000"]
          Duration                                | duration     | {"v":"PT1H30M"}                         | ["PT1H30M"]
          map of something else                   | map          | {"v":{"b":1,"a":2}}                     | {"b":1,"a":2}
          renamed in the schema only              | renamed      | {"first_name":"Ada"}                    | {"first_name":"Ada"}
          renamed constant refused                | unit         | {"v":"c"}                               | ["c"]
          constant with toString() refused        | size         | {"v":"LARGE"}                           | ["LARGE"]
          absent Optional is null                 | optional     | {}                                      | []
          present Optional                        | optional     | {"v":"a"}                               | ["a"]
          OptionalInt                             | optional_int | {"v":3}                                 | [3]
          sealed type as an exception             | payment      | {"v":{"number":"4","type":"card"}}      | {"type":"card","number":"4"}
          recursion                               | node         | {"name":"a","children":[{"name":"b","children":[]}]} | {"name":"a","children":[{"name":"b","children":[]}]}
          3.0 refused                             | whole        | {"v":3.0}                               | 3
          set                                     | set          | {"v":["b","a"]}                         | ["b","a"]
          bytes                                   | bytes        | {"v":"AQI="}                            | ["AQI="]
          elements as maps                        | page         | {"items":[{"name":"a","age":1}]}        | {"items":[{"name":"a","age":1}]}
          """)
  void valueThatObeysTheSchemaArrives(String defect, String tool, String arguments, String result) {
    assertThat(TOOLS.call(tool, arguments)).isEqualTo(result);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          missing text becomes null               | required | {"b":1,"c":true,"d":1}         | a: is missing
          missing number becomes 0                | required | {"a":"a","c":true,"d":1}       | b: is missing
          missing boolean becomes false           | required | {"a":"a","b":1,"d":1}          | c: is missing
          missing box becomes null                | required | {"a":"a","b":1,"c":true}       | d: is missing
          null becomes 0                          | whole    | {"v":null}                     | v: must not be null
          3.7 becomes 3                           | whole    | {"v":3.7}                      | v: must be a whole number
          4294967297 becomes 1                    | whole    | {"v":4294967297}               | v: must be between -2147483648 and 2147483647
          missing component of a nested record    | page     | {"items":[{"name":"a"}]}       | items[0].age: is missing
          map value of another type               | map      | {"v":{"a":"x"}}                | v.a: must be a whole number
          the Java name of a renamed constant     | unit     | {"v":"CELSIUS"}                | v: must be one of c, f
          the Java name of a renamed property     | renamed  | {"first_name":"a","firstName":"b"} | firstName: unknown property, did you mean first_name?
          """)
  void valueThatBreaksTheSchemaIsRefused(
      String defect, String tool, String arguments, String violation) {
    assertThat(TOOLS.violations(tool, arguments)).containsExactly(violation);
  }

  @Test
  void referenceOfRecursiveTypePointsToItsDefinition() {
    String schema = TOOLS.schema("node").toString();
    assertThat(schema).contains("\"$ref\":\"#/$defs/Node\"").doesNotContain("\"$ref\":\"#\"");
    assertThat(TOOLS.schema("node").at("/$defs/Node/properties/children/items/$ref").asString())
        .isEqualTo("#/$defs/Node");
  }

  @Test
  void recursionInArgumentsHasAnEnd() {
    String deep = "{\"name\":\"a\",\"children\":[".repeat(5000) + "]}".repeat(5000);
    assertThat(TOOLS.violations("node", deep))
        .containsExactly(
            "the arguments are too deep or too long (at most 32 levels, texts of 1000000"
                + " characters)");
  }

  @Test
  void duplicateToolNamesAreNoticedByTheCompiler() {
    List<String> errors =
        Compilation.of(
                """
                package p;

                class Agent {
                  @dev.parlando.Tool("x") String lookUp(String a) { return a; }
                  @dev.parlando.Tool("y") String lookUp(int a) { return ""; }
                }
                """)
            .compile()
            .errors();
    assertThat(errors).hasSize(1);
    assertThat(errors.get(0)).startsWith("[ToolNameDuplicate] Agent.lookUp");
  }
}
