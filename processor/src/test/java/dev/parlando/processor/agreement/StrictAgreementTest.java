package dev.parlando.processor.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.parlando.processor.compiling.Tools;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is valid under a tool's schema is valid under its strict one as well, once null stands for
 * what was left out, and is then read as the same; and a strict schema has nothing that strict mode
 * refuses.
 */
final class StrictAgreementTest {

  private static final int DOCUMENTS = Integer.getInteger("parlando.agreement.documents", 24_000);
  private static final long SEED = Long.getLong("parlando.agreement.seed", 20261127L);

  private static final Set<String> KEYWORDS =
      Set.of(
          "type",
          "description",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "anyOf",
          "enum",
          "const",
          "$defs",
          "pattern",
          "format",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "minItems",
          "maxItems");

  private static final List<Subject> SUBJECTS = Catalogue.subjects();

  static List<Subject> tools() {
    return SUBJECTS;
  }

  @ParameterizedTest
  @MethodSource("tools")
  void strictSchemaTakesWhatThePlainOneTakes(Subject subject) {
    var definition = subject.tools().definition(subject.name());
    assumeThat(definition.strictParameters()).isPresent();
    JsonNode strict = JsonMapper.shared().readTree(definition.strictParameters().orElseThrow());
    assertStrict(strict);
    Judge judge = new Judge(strict);
    Tools tools = subject.tools().withoutRepairs();
    Random random = new Random(SEED ^ subject.name().hashCode());
    DocumentGenerator generator = new DocumentGenerator(subject.schema(), random);
    for (int i = 0; i < DOCUMENTS / SUBJECTS.size() / 4; i++) {
      JsonNode document = generator.document();
      if (!subject.judge().wrongPlaces(document).isEmpty()
          || !tools.violations(subject.name(), document.toString()).isEmpty()) {
        continue;
      }
      JsonNode filled = filled(document.deepCopy(), strict, strict);
      assertThat(judge.wrongPlaces(filled)).as("%s as %s", document, filled).isEmpty();
      assertThat(tools.strict().call(subject.name(), filled.toString()))
          .isEqualTo(tools.call(subject.name(), document.toString()));
    }
  }

  /** Puts null where a property was left out. */
  private static JsonNode filled(JsonNode value, JsonNode schema, JsonNode root) {
    if (schema.has("$ref")) {
      String name = schema.get("$ref").asString().substring("#/$defs/".length());
      return filled(value, root.get("$defs").get(name), root);
    }
    for (JsonNode choice : schema.path("anyOf")) {
      if (fits(value, choice, root)) {
        filled(value, choice, root);
      }
    }
    if (value instanceof ObjectNode object) {
      schema
          .path("properties")
          .propertyStream()
          .forEach(
              each -> {
                if (object.has(each.getKey())) {
                  filled(object.get(each.getKey()), each.getValue(), root);
                } else {
                  object.putNull(each.getKey());
                }
              });
    }
    value
        .valueStream()
        .filter(each -> value.isArray())
        .forEach(each -> filled(each, schema.path("items"), root));
    return value;
  }

  /** Whether a choice is the one meant: by the property that says which variant it is. */
  private static boolean fits(JsonNode value, JsonNode choice, JsonNode root) {
    JsonNode resolved =
        choice.has("$ref")
            ? root.get("$defs").get(choice.get("$ref").asString().substring("#/$defs/".length()))
            : choice;
    return resolved
        .path("properties")
        .propertyStream()
        .filter(each -> each.getValue().has("const"))
        .allMatch(each -> each.getValue().get("const").equals(value.path(each.getKey())));
  }

  private static void assertStrict(JsonNode schema) {
    if (schema.has("$ref")) {
      assertThat(schema.size()).as("%s", schema).isOne();
      return;
    }
    assertThat(schema.propertyNames()).allMatch(KEYWORDS::contains);
    if (schema.path("type").asString("").equals("object")) {
      assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
      assertThat(schema.path("required").valueStream().map(JsonNode::asString))
          .containsExactlyElementsOf(schema.path("properties").propertyNames());
    } else {
      assertThat(schema.has("type") || schema.has("anyOf")).as("%s", schema).isTrue();
    }
    schema.path("properties").forEach(StrictAgreementTest::assertStrict);
    schema.path("$defs").forEach(StrictAgreementTest::assertStrict);
    schema.path("anyOf").forEach(StrictAgreementTest::assertStrict);
    if (schema.has("items")) {
      assertStrict(schema.get("items"));
    }
  }
}
