package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Compiled;
import dev.parlando.processor.compiling.Tools;
import dev.parlando.tool.Repair;
import dev.parlando.tool.ToolDefinition;
import dev.parlando.tool.ToolFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schemas for strict mode, and what is decoded that was made to them. */
final class StrictSchemaTest {

  private static final Compiled COMPILED =
      Compilation.of(
              """
              package p;

              import dev.parlando.*;
              import jakarta.validation.constraints.*;
              import java.net.URI;
              import java.util.*;
              import tools.jackson.databind.JsonNode;

              class Agent {
                enum Unit { celsius, fahrenheit }
                record Place(String city, Optional<String> street) {}
                sealed interface Shape permits Circle, Square {}
                record Circle(double radius) implements Shape {}
                record Square(double side) implements Shape {}
                record Chain(String name, Optional<Chain> next) {}
                record Query(
                    @Describe("the city") @Size(max = 80) String city,
                    @Describe("the unit") Optional<Unit> unit,
                    @DefaultValue("3") int days,
                    Optional<Place> place, Optional<Shape> shape,
                    @Size(min = 1, max = 3) Set<@Size(min = 2) String> words,
                    Optional<byte[]> bytes, URI address,
                    @NotBlank @Pattern(regexp = "a.*") String both) {}

                @Tool("x") String same(String city, Unit unit, List<Integer> numbers) { return ""; }
                @Tool("x") String nothing() { return ""; }
                @Tool("x") Query all(Query query) { return query; }
                @Tool("x") String chain(Chain chain, @Describe("another") Chain other) { return ""; }
                @Tool("x") String open(Place place, List<Map<String, Integer>> counts) { return ""; }
                @Tool("x") String any(JsonNode payload) { return ""; }
              }
              """)
          .compile()
          .orFail();

  private static final Tools TOOLS = COMPILED.tools("p.Agent");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "city; {\"type\":\"string\",\"description\":\"the city. At most 80 characters.\"}",
        "unit; {\"description\":\"the unit\",\"anyOf\":[{\"type\":\"string\",\"enum\":[\"celsius\","
            + "\"fahrenheit\"]},{\"type\":\"null\"}]}",
        "days; {\"type\":[\"integer\",\"null\"],\"description\":\"Null means 3.\"}",
        "place; {\"anyOf\":[{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"},"
            + "\"street\":{\"type\":[\"string\",\"null\"]}},\"required\":[\"city\",\"street\"],"
            + "\"additionalProperties\":false},{\"type\":\"null\"}]}",
        "words; {\"type\":\"array\",\"description\":\"No element twice.\",\"items\":{\"type\":"
            + "\"string\",\"description\":\"At least 2 characters.\"},\"minItems\":1,\"maxItems\":3}",
        "bytes; {\"type\":[\"string\",\"null\"],\"description\":\"In Base64.\"}",
        "address; {\"type\":\"string\",\"description\":\"An absolute URI.\"}",
        "both; {\"type\":\"string\",\"pattern\":\"[^\\\\x00-\\\\x20]\"}",
      })
  void schemaHasOnlyWhatStrictModeKnows(String property, String schema) {
    assertThat(TOOLS.strictSchema("all").path("properties").path(property)).hasToString(schema);
  }

  @Test
  void everyPropertyIsRequired() {
    assertThat(TOOLS.strictSchema("all").path("required"))
        .hasToString(
            "[\"city\",\"unit\",\"days\",\"place\",\"shape\",\"words\",\"bytes\",\"address\","
                + "\"both\"]");
    assertThat(TOOLS.schema("all").path("required"))
        .hasToString("[\"city\",\"words\",\"address\",\"both\"]");
  }

  @Test
  void referenceStandsAlone() {
    assertThat(TOOLS.strictSchema("chain"))
        .hasToString(
            "{\"type\":\"object\",\"properties\":{\"chain\":{\"$ref\":\"#/$defs/Chain\"},"
                + "\"other\":{\"description\":\"another\",\"anyOf\":[{\"$ref\":\"#/$defs/Chain\"}]}},"
                + "\"required\":[\"chain\",\"other\"],\"additionalProperties\":false,"
                + "\"$defs\":{\"Chain\":{\"type\":\"object\",\"properties\":{\"name\":{\"type\":"
                + "\"string\"},\"next\":{\"anyOf\":[{\"$ref\":\"#/$defs/Chain\"},{\"type\":\"null\"}]}},"
                + "\"required\":[\"name\",\"next\"],\"additionalProperties\":false}}}");
  }

  @ParameterizedTest
  @CsvSource({"same", "nothing"})
  void schemaThatIsStrictAlreadyIsNotStoredTwice(String tool) {
    ToolDefinition definition = TOOLS.definition(tool);
    assertThat(definition.strictParameters()).contains(definition.parameters());
    assertThat(COMPILED.source("p.AgentTools").split("asStrict\\(\\)", -1)).hasSize(3);
    assertThat(definition.json(ToolFormat.STRICT)).endsWith(",\"strict\":true}");
  }

  @Test
  void whatKeepsAToolFromStrictModeIsNamed() {
    assertThat(COMPILED.notes())
        .filteredOn(note -> note.startsWith("[StrictImpossible]"))
        .containsExactly(
            "[StrictImpossible] Agent.open: strict mode can't have this tool, since counts[] may"
                + " have any names. See docs/errors.md#StrictImpossible",
            "[StrictImpossible] Agent.any: strict mode can't have this tool, since payload may be"
                + " any JSON. See docs/errors.md#StrictImpossible");
    assertThat(TOOLS.definition("open").strictParameters()).isEmpty();
    assertThat(TOOLS.definition("open").json(ToolFormat.STRICT)).endsWith(",\"strict\":false}");
  }

  @Test
  void nullIsLeftOutAndNoRepair() {
    String arguments =
        "{\"city\":\"Wien\",\"unit\":null,\"days\":null,\"place\":{\"city\":\"Graz\",\"street\":null},"
            + "\"shape\":null,\"words\":[\"ab\"],\"bytes\":null,\"address\":\"a:b\",\"both\":\"a\"}";
    String read =
        "{\"city\":\"Wien\",\"days\":3,\"place\":{\"city\":\"Graz\"},\"words\":[\"ab\"],"
            + "\"address\":\"a:b\",\"both\":\"a\"}";
    for (Tools strict : new Tools[] {TOOLS.strict(), TOOLS.strict().withoutRepairs().strict()}) {
      assertThat(strict.call("all", arguments)).isEqualTo(read);
      assertThat(strict.repairs()).isEmpty();
    }
    assertThat(TOOLS.call("all", arguments)).isEqualTo(read);
    assertThat(TOOLS.repairs()).extracting(Repair::kind).containsOnly(Repair.Kind.NULL_PROPERTY);
    assertThat(TOOLS.withoutRepairs().violations("all", arguments)).isNotEmpty();
  }

  @Test
  void nullForWhatIsRequiredStaysWrong() {
    assertThat(
            TOOLS
                .strict()
                .violations("same", "{\"city\":null,\"unit\":\"celsius\",\"numbers\":[]}"))
        .containsExactly("city: must not be null");
  }

  @Test
  void constraintThatStrictModeCannotSayIsCheckedAllTheSame() {
    assertThat(
            TOOLS
                .strict()
                .violations(
                    "all", "{\"city\":\"W\",\"words\":[\"a\"],\"address\":\"a:b\",\"both\":\"b\"}"))
        .containsExactly("words[0]: must have at least 2 characters", "both: must match a.*");
  }

  @Test
  void limitOfTheModeIsNamed() {
    StringBuilder levels = new StringBuilder();
    for (int i = 0; i < 11; i++) {
      levels.append("record L%d(%s x) {}\n".formatted(i, i == 10 ? "int" : "L" + (i + 1)));
    }
    Compiled deep =
        Compilation.of(
                """
                package p;
                import dev.parlando.*;
                class Agent {
                  %s
                  @Tool("x") void deep(L0 l) {}
                }
                """
                    .formatted(levels))
            .compile()
            .orFail();
    assertThat(deep.notes())
        .singleElement()
        .asString()
        .contains("since x.x.x.x.x.x.x.x.x.x.x is more than 10 levels deep");
    assertThat(Optional.of(deep.tools("p.Agent").definition("deep").strictParameters()))
        .contains(Optional.empty());
  }
}
