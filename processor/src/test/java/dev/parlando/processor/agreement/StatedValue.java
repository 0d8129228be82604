package dev.parlando.processor.agreement;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Tells whether what a tool got is what the document states: the same numbers and texts, defaults
 * for what was left out, and nothing else. A text of a format may come back in its normal form.
 */
final class StatedValue {

  private static final List<Function<String, Object>> MEANINGS =
      List.of(
          OffsetDateTime::parse,
          LocalDateTime::parse,
          LocalTime::parse,
          ZoneOffset::of,
          text -> Duration.parse(text),
          text -> Period.parse(text),
          UUID::fromString,
          text -> new Locale.Builder().setLanguageTag(text).build());

  private final JsonNode root;

  StatedValue(JsonNode root) {
    this.root = root;
  }

  /** What differs, if anything does. */
  Optional<String> difference(JsonNode stated, JsonNode got) {
    return difference(root, stated, got, "$");
  }

  private Optional<String> difference(JsonNode schema, JsonNode stated, JsonNode got, String path) {
    JsonNode described = resolve(schema, stated);
    boolean same;
    if (described.isEmpty() || !described.has("type")) {
      same = stated.equals(got) || stated.toString().equals(got.toString());
    } else if (stated.isObject() && got.isObject()) {
      return objects(described, stated, got, path);
    } else if (stated.isArray() && got.isArray()) {
      return arrays(described, stated, got, path);
    } else if (stated.isNumber() && got.isNumber()) {
      same = sameNumber(stated.decimalValue(), got.decimalValue());
    } else if (stated.isString() && got.isString()) {
      same = sameText(described, stated.asString(), got.asString());
    } else {
      same = stated.equals(got);
    }
    return same ? Optional.empty() : Optional.of(path + ": stated " + stated + ", got " + got);
  }

  private Optional<String> objects(JsonNode schema, JsonNode stated, JsonNode got, String path) {
    JsonNode properties = schema.path("properties");
    for (String name : stated.propertyNames()) {
      JsonNode inner =
          properties.has(name) ? properties.get(name) : schema.get("additionalProperties");
      JsonNode value = got.get(properties.has(name) ? name : key(schema, got, name));
      if (value == null) {
        return Optional.of(path + "." + name + " is lost");
      }
      Optional<String> difference = difference(inner, stated.get(name), value, path + "." + name);
      if (difference.isPresent()) {
        return difference;
      }
    }
    for (String name : got.propertyNames()) {
      JsonNode byDefault = properties.path(name).path("default");
      boolean isDefault =
          !byDefault.isMissingNode()
              && difference(properties.get(name), byDefault, got.get(name), "").isEmpty();
      boolean isStated = stated.has(name) || !properties.has(name);
      if (!isStated && !isDefault) {
        return Optional.of(path + "." + name + " is made up: " + got.get(name));
      }
    }
    boolean isMap = schema.path("additionalProperties").isObject();
    return isMap && stated.size() != got.size()
        ? Optional.of(path + " has other entries")
        : Optional.empty();
  }

  /** UUIDs come back in lower case. */
  private static String key(JsonNode schema, JsonNode got, String name) {
    boolean isUuid = schema.path("propertyNames").path("format").asString("").equals("uuid");
    return isUuid && !got.has(name) ? name.toLowerCase(Locale.ROOT) : name;
  }

  private Optional<String> arrays(JsonNode schema, JsonNode stated, JsonNode got, String path) {
    if (stated.size() != got.size()) {
      return Optional.of(path + ": stated " + stated + ", got " + got);
    }
    List<JsonNode> left = stated.valueStream().toList();
    List<JsonNode> right = got.valueStream().toList();
    Optional<String> difference = elements(schema, left, right, path);
    boolean maySort = schema.path("uniqueItems").asBoolean(false) && difference.isPresent();
    return maySort ? elements(schema, sorted(left), sorted(right), path) : difference;
  }

  private Optional<String> elements(
      JsonNode schema, List<JsonNode> stated, List<JsonNode> got, String path) {
    for (int i = 0; i < stated.size(); i++) {
      String place = path + "[" + i + "]";
      Optional<String> difference =
          difference(schema.get("items"), stated.get(i), got.get(i), place);
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private static List<JsonNode> sorted(List<JsonNode> elements) {
    boolean areNumbers = elements.stream().allMatch(JsonNode::isNumber);
    Comparator<JsonNode> order =
        areNumbers
            ? Comparator.comparing(JsonNode::decimalValue)
            : Comparator.comparing(JsonNode::toString);
    return elements.stream().sorted(order).toList();
  }

  /** As exact as the type can be: a float has no more than nine digits. */
  private static boolean sameNumber(BigDecimal stated, BigDecimal got) {
    return stated.compareTo(got) == 0
        || (stated.precision() > 15 && stated.doubleValue() == got.doubleValue())
        || (got.precision() <= 9 && stated.floatValue() == got.floatValue());
  }

  private static boolean sameText(JsonNode schema, String stated, String got) {
    if (stated.equals(got)) {
      return true;
    }
    if (schema.has("contentEncoding")) {
      return HexFormat.of()
          .formatHex(Base64.getDecoder().decode(stated))
          .equals(HexFormat.of().formatHex(Base64.getDecoder().decode(got)));
    }
    boolean hasNormalForm =
        schema.has("format") || schema.path("description").asString("").startsWith("For example ");
    return hasNormalForm && MEANINGS.stream().anyMatch(meaning -> same(meaning, stated, got));
  }

  private static boolean same(Function<String, Object> meaning, String stated, String got) {
    try {
      Object left = meaning.apply(stated);
      Object right = meaning.apply(got);
      return left instanceof OffsetDateTime time
          ? time.isEqual((OffsetDateTime) right)
          : left.equals(right);
    } catch (RuntimeException e) {
      // Not of that kind.
      return false;
    }
  }

  /** Follows references, and chooses the variant that a tag names. */
  private JsonNode resolve(JsonNode schema, JsonNode value) {
    if (schema.has("$ref")) {
      return resolve(root.at(schema.get("$ref").asString().substring(1)), value);
    }
    for (JsonNode variant : schema.path("anyOf")) {
      JsonNode resolved = resolve(variant, value);
      boolean isMeant =
          resolved
              .get("properties")
              .propertyStream()
              .filter(each -> each.getValue().has("const"))
              .allMatch(each -> each.getValue().get("const").equals(value.get(each.getKey())));
      if (isMeant) {
        return resolved;
      }
    }
    return schema;
  }
}
