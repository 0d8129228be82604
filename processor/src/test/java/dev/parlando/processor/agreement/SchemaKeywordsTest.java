package dev.parlando.processor.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every schema is one of draft 2020-12, and says nothing that servers refuse. */
final class SchemaKeywordsTest {

  /**
   * What OpenAI documents for the parameters of functions. The second group is what it takes where
   * {@code strict} is not asked for, as in the Realtime API, which knows no {@code strict}.
   */
  private static final Set<String> ACCEPTED =
      Set.of(
          "type",
          "description",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "enum",
          "const",
          "anyOf",
          "$defs",
          "$ref",
          "pattern",
          "format",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "minItems",
          "maxItems",
          // Not with strict:
          "default",
          "minLength",
          "maxLength",
          "minProperties",
          "maxProperties",
          "propertyNames",
          "uniqueItems",
          "contentEncoding",
          "allOf");

  private static final Schema META_SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

  static Stream<JsonNode> schemas() {
    return Catalogue.subjects().stream().map(Subject::schema);
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void schemaIsValidAndOfAcceptedKeywords(JsonNode schema) {
    assertThat(META_SCHEMA.validate(schema)).isEmpty();
    Set<String> keywords = new TreeSet<>();
    collect(schema, keywords);
    assertThat(ACCEPTED).containsAll(keywords);
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void objectsAreClosedAndRequireWhatTheyHave(JsonNode schema) {
    assertThat(schema.path("type").asString()).isEqualTo("object");
    objects(schema)
        .forEach(
            object -> {
              assertThat(object.path("additionalProperties").toString()).isEqualTo("false");
              JsonNode required = object.path("required");
              Set<String> names = new TreeSet<>(object.get("properties").propertyNames());
              required.forEach(name -> assertThat(names).contains(name.asString()));
            });
  }

  private static Stream<JsonNode> objects(JsonNode node) {
    Stream<JsonNode> inner = node.valueStream().flatMap(SchemaKeywordsTest::objects);
    return node.path("properties").isObject() && node.has("type")
        ? Stream.concat(Stream.of(node), inner)
        : inner;
  }

  private static void collect(JsonNode schema, Set<String> keywords) {
    schema
        .propertyStream()
        .forEach(
            keyword -> {
              keywords.add(keyword.getKey());
              JsonNode value = keyword.getValue();
              switch (keyword.getKey()) {
                case "properties", "$defs" -> value.forEach(each -> collect(each, keywords));
                case "anyOf", "allOf" -> value.forEach(each -> collect(each, keywords));
                case "items", "additionalProperties", "propertyNames" -> collect(value, keywords);
                default -> {
                  // A value, not a schema.
                }
              }
            });
  }
}
