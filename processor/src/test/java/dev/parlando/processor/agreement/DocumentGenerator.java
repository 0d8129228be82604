package dev.parlando.processor.agreement;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes documents from the text of a schema alone. Nearly all are valid; the judge has the say. */
final class DocumentGenerator {

  private static final int DEEP = 5;

  private final JsonNode root;
  private final RandomGenerator random;
  private final TextGenerator texts;

  DocumentGenerator(JsonNode root, RandomGenerator random) {
    this.root = root;
    this.random = random;
    texts = new TextGenerator(random);
  }

  JsonNode document() {
    return value(root, 0);
  }

  private JsonNode value(JsonNode schema, int depth) {
    if (schema.has("$ref")) {
      return value(resolve(schema), depth);
    }
    if (schema.has("anyOf")) {
      List<JsonNode> variants = new ArrayList<>();
      schema.get("anyOf").forEach(variants::add);
      if (depth > DEEP) {
        variants.removeIf(variant -> resolve(variant).toString().contains("$ref"));
      }
      return value(texts.pick(variants), depth);
    }
    if (schema.has("const")) {
      return schema.get("const");
    }
    if (schema.has("enum")) {
      return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
    }
    return switch (schema.path("type").asString("any")) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, depth);
      case "string" -> Json.NODES.stringNode(string(schema));
      case "integer" -> integer(schema);
      case "number" -> number(schema);
      case "boolean" -> Json.NODES.booleanNode(random.nextBoolean());
      default -> any(depth);
    };
  }

  private JsonNode resolve(JsonNode schema) {
    return schema.has("$ref") ? root.at(schema.get("$ref").asString().substring(1)) : schema;
  }

  private JsonNode object(JsonNode schema, int depth) {
    ObjectNode object = Json.NODES.objectNode();
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(each -> required.add(each.asString()));
    List<String> names = new ArrayList<>(schema.path("properties").propertyNames());
    if (random.nextInt(4) == 0) {
      // Order says nothing in JSON.
      Collections.shuffle(names, new Random(random.nextLong()));
    }
    for (String name : names) {
      if (required.contains(name) || (depth < DEEP && random.nextBoolean())) {
        object.set(name, value(schema.get("properties").get(name), depth + 1));
      }
    }
    if (schema.path("additionalProperties").isObject()) {
      int size = size(schema, "Properties", depth);
      for (int i = 0; i < 20 && object.size() < size; i++) {
        object.set(key(schema), value(schema.get("additionalProperties"), depth + 1));
      }
    }
    return object;
  }

  private String key(JsonNode schema) {
    JsonNode names = schema.path("propertyNames");
    return names.has("enum")
        ? names.get("enum").get(random.nextInt(names.get("enum").size())).asString()
        : string(names);
  }

  private int size(JsonNode schema, String what, int depth) {
    int min = schema.path("min" + what).asInt(0);
    int max = schema.path("max" + what).asInt(min + (depth > DEEP ? 0 : 3));
    return random.nextInt(3) == 0
        ? (random.nextBoolean() ? min : max)
        : min + random.nextInt(max - min + 1);
  }

  private JsonNode array(JsonNode schema, int depth) {
    ArrayNode array = Json.NODES.arrayNode();
    int size = size(schema, "Items", depth);
    boolean unique = schema.path("uniqueItems").asBoolean(false);
    for (int i = 0; i < 3 * size && array.size() < size; i++) {
      JsonNode element = value(schema.get("items"), depth + 1);
      if (!unique || !array.valueStream().anyMatch(element::equals)) {
        array.add(element);
      }
    }
    return array;
  }

  private String string(JsonNode schema) {
    int min = schema.path("minLength").asInt(0);
    int max = schema.path("maxLength").asInt(Math.max(min, 5));
    List<EcmaPattern> patterns = new ArrayList<>();
    patterns(schema).forEach(regexp -> patterns.add(new EcmaPattern(regexp)));
    String text = candidate(schema, min, max);
    for (int i = 0; i < 100; i++) {
      int length = text.codePointCount(0, text.length());
      String tried = text;
      if (length >= min
          && (length <= max || !schema.has("maxLength"))
          && patterns.stream().allMatch(pattern -> pattern.matches(tried))) {
        return text;
      }
      text = candidate(schema, min, max);
    }
    return text;
  }

  private static List<String> patterns(JsonNode schema) {
    List<String> patterns = new ArrayList<>();
    patterns.add(schema.path("pattern").asString(""));
    schema.path("allOf").forEach(each -> patterns.add(each.path("pattern").asString("")));
    patterns.removeIf(String::isEmpty);
    return patterns;
  }

  private String candidate(JsonNode schema, int min, int max) {
    List<String> patterns = patterns(schema);
    patterns.remove("\\S");
    String description = schema.path("description").asString("");
    if (schema.path("format").asString("").equals("uri") && !patterns.isEmpty()) {
      return texts.matching(patterns.get(0)) + "//example.com/a";
    } else if (!patterns.isEmpty()) {
      return texts.matching(texts.pick(patterns));
    } else if (schema.has("format")) {
      return texts.format(schema.get("format").asString());
    } else if (schema.has("contentEncoding")) {
      byte[] bytes = new byte[random.nextInt(5)];
      new Random(random.nextLong()).nextBytes(bytes);
      return Base64.getEncoder().encodeToString(bytes);
    } else if (description.startsWith("For example ")) {
      String example = description.substring("For example ".length(), description.length() - 1);
      return texts.pick(List.of(example, "UTC", "Z", "America/New_York"));
    }
    return switch (random.nextInt(4)) {
      case 0 -> texts.text(min, min);
      case 1 -> texts.text(max, max);
      default -> texts.text(min, max);
    };
  }

  private JsonNode integer(JsonNode schema) {
    BigDecimal min = bound(schema, "minimum", "exclusiveMinimum", BigDecimal.ONE);
    BigDecimal max = bound(schema, "maximum", "exclusiveMaximum", BigDecimal.ONE.negate());
    BigInteger value = whole(min, max).toBigIntegerExact();
    // The same number, otherwise written.
    return switch (random.nextInt(10)) {
      case 0 -> Json.number(value + ".0");
      case 1 -> Json.number(value + "e0");
      case 2 -> Json.number(new BigDecimal(value).stripTrailingZeros().toString());
      default -> Json.number(value.toString());
    };
  }

  private BigDecimal whole(BigDecimal min, BigDecimal max) {
    if (min != null && max != null) {
      BigDecimal low = min.setScale(0, RoundingMode.CEILING);
      BigDecimal high = max.setScale(0, RoundingMode.FLOOR);
      return switch (random.nextInt(4)) {
        case 0 -> low;
        case 1 -> high;
        default ->
            low.add(
                new BigDecimal(
                    new BigInteger(70, new Random(random.nextLong()))
                        .mod(high.subtract(low).toBigIntegerExact().add(BigInteger.ONE))));
      };
    }
    BigDecimal offset = BigDecimal.valueOf(random.nextInt(texts.pick(List.of(1, 3, 100, 100_000))));
    if (min != null) {
      return min.setScale(0, RoundingMode.CEILING).add(offset);
    }
    if (max != null) {
      return max.setScale(0, RoundingMode.FLOOR).subtract(offset);
    }
    return switch (random.nextInt(12)) {
      case 0 -> BigDecimal.valueOf(Integer.MAX_VALUE);
      case 1 -> BigDecimal.valueOf(Integer.MIN_VALUE);
      case 2 -> BigDecimal.valueOf(random.nextLong());
      case 3 -> new BigDecimal(new BigInteger(90, new Random(random.nextLong())));
      default -> random.nextBoolean() ? offset : offset.negate();
    };
  }

  private JsonNode number(JsonNode schema) {
    BigDecimal step =
        schema.has("multipleOf")
            ? schema.get("multipleOf").decimalValue()
            : new BigDecimal("0.001");
    BigDecimal min = bound(schema, "minimum", "exclusiveMinimum", step);
    BigDecimal max = bound(schema, "maximum", "exclusiveMaximum", step.negate());
    boolean bounded = min != null || max != null;
    if (!bounded && random.nextInt(8) == 0) {
      return Json.number(
          texts.pick(List.of("1e30", "-1.5E-20", "1E+2", "-0.0", "0.10", "123456e-3")));
    }
    BigDecimal offset = step.multiply(BigDecimal.valueOf(random.nextInt(1000)));
    BigDecimal value;
    if (bounded && random.nextInt(3) == 0) {
      value = min == null || (max != null && random.nextBoolean()) ? max : min;
    } else if (min != null) {
      value = max != null && min.add(offset).compareTo(max) > 0 ? max : min.add(offset);
    } else {
      value = max != null ? max.subtract(offset) : random.nextBoolean() ? offset : offset.negate();
    }
    return Json.number(value.toString());
  }

  /** The last number inside of a limit, on a grid of steps. */
  private static BigDecimal bound(
      JsonNode schema, String inclusive, String exclusive, BigDecimal step) {
    if (schema.has(inclusive) && !schema.has(exclusive)) {
      return schema.get(inclusive).decimalValue();
    }
    if (!schema.has(exclusive)) {
      return null;
    }
    BigDecimal inside = schema.get(exclusive).decimalValue().add(step);
    if (!schema.has(inclusive)) {
      return inside;
    }
    BigDecimal other = schema.get(inclusive).decimalValue();
    return step.signum() > 0 ? inside.max(other) : inside.min(other);
  }

  private JsonNode any(int depth) {
    return switch (random.nextInt(depth > DEEP ? 4 : 6)) {
      case 0 -> Json.NODES.stringNode(texts.text(0, 3));
      case 1 -> Json.number(texts.pick(List.of("0", "-1", "2.50", "1e5", "12345678901234567890")));
      case 2 -> Json.NODES.booleanNode(random.nextBoolean());
      case 3 -> Json.NODES.nullNode();
      case 4 -> Json.NODES.arrayNode().add(any(depth + 1)).add(any(depth + 1));
      default -> Json.NODES.objectNode().set("k", any(depth + 1));
    };
  }
}
