package dev.parlando.processor.agreement;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import com.networknt.schema.path.NodePath;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Says whether a document is valid under a schema, by a validator that knows nothing of us. Formats
 * are assertions, regular expressions are ECMA's. What it only annotates but the schema means as an
 * assertion, {@code contentEncoding}, is checked here.
 */
final class Judge {

  /**
   * A mailbox of RFC 5321: local part of at most 64 characters, labels of at most 63. The
   * validator's own format wants a top-level domain that it has heard of.
   */
  private static final Pattern MAILBOX =
      Pattern.compile(
          "(?=.{3,254}$)(?=[^@]{1,64}@|\".{0,62}\"@)"
              + "([\\w!#$%&'*+/=?^`{|}~-]+(\\.[\\w!#$%&'*+/=?^`{|}~-]+)*|\"(\\\\[ -~]|[ -~&&[^\"\\\\]])*\")"
              + "@(((?!-)[A-Za-z0-9-]{1,63}(?<!-)\\.)*(?!-)[A-Za-z0-9-]{1,63}(?<!-)"
              + "|\\[[0-9.]{7,15}\\]|\\[IPv6:[0-9A-Fa-f:.]+\\])");

  private static final SchemaRegistry DRAFT_2020_12 =
      SchemaRegistry.withDefaultDialect(
          Dialect.builder(Dialects.getDraft202012())
              .format(
                  new Format() {
                    @Override
                    public String getName() {
                      return "email";
                    }

                    @Override
                    public boolean matches(ExecutionContext context, String value) {
                      return MAILBOX.matcher(value).matches();
                    }
                  })
              .build(),
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder()
                      .formatAssertionsEnabled(true)
                      .regularExpressionFactory(EcmaPattern::new)
                      .build()));

  private final Schema schema;
  private final JsonNode schemaText;

  Judge(JsonNode schemaText) {
    this.schemaText = schemaText;
    schema = DRAFT_2020_12.getSchema(schemaText);
  }

  /** The places that are wrong, as {@code order.items[2].price}; none if the document is valid. */
  Set<String> wrongPlaces(JsonNode document) {
    Set<String> places = new TreeSet<>();
    for (Error error : schema.validate(Json.digestible(document))) {
      places.add(place(error));
    }
    encodings(schemaText, document, "", places);
    return places;
  }

  private static String place(Error error) {
    StringBuilder path = new StringBuilder();
    NodePath location = error.getInstanceLocation();
    for (int i = 0; i < location.getNameCount(); i++) {
      Object element = location.getElement(i);
      if (element instanceof Integer index) {
        path.append('[').append(index).append(']');
      } else {
        append(path, String.valueOf(element));
      }
    }
    if (error.getProperty() != null) {
      append(path, error.getProperty());
    }
    return path.toString();
  }

  private static void append(StringBuilder path, String name) {
    path.append(path.length() == 0 ? "" : ".").append(name);
  }

  /** Not inside of references and choices: no tool of ours has bytes there. */
  private static void encodings(JsonNode schema, JsonNode value, String path, Set<String> places) {
    if (schema.has("contentEncoding") && value.isString() && !isBase64(value.asString())) {
      places.add(path);
    }
    value
        .propertyStream()
        .forEach(
            each -> {
              JsonNode inner = schema.path("properties").path(each.getKey());
              String name = path.isEmpty() ? each.getKey() : path + "." + each.getKey();
              encodings(inner, each.getValue(), name, places);
            });
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        encodings(schema.path("items"), value.get(i), path + "[" + i + "]", places);
      }
    }
  }

  private static boolean isBase64(String text) {
    try {
      Base64.getDecoder().decode(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
