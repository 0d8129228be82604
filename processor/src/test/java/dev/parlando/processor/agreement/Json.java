package dev.parlando.processor.agreement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON whose numbers keep every digit. */
final class Json {

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Json() {}

  static JsonNode parse(String text) {
    return MAPPER.readTree(text);
  }

  /** Reads a number: whole if it has neither point nor exponent. */
  static JsonNode number(String text) {
    return parse(text);
  }

  /** A copy of a document in which the value at a path of names and indices is another. */
  static JsonNode replace(JsonNode document, List<Object> path, UnaryOperator<JsonNode> by) {
    if (path.isEmpty()) {
      return by.apply(document.deepCopy());
    }
    JsonNode copy = document.deepCopy();
    JsonNode parent = copy;
    for (Object step : path.subList(0, path.size() - 1)) {
      parent = child(parent, step);
    }
    Object last = path.get(path.size() - 1);
    JsonNode value = by.apply(child(parent, last));
    if (last instanceof Integer index) {
      ((ArrayNode) parent).set(index, value);
    } else {
      ((ObjectNode) parent).set((String) last, value);
    }
    return copy;
  }

  private static JsonNode child(JsonNode parent, Object step) {
    return step instanceof Integer index ? parent.get(index) : parent.get((String) step);
  }

  /**
   * A copy that the validator can take, whose comparison with the bound of an integer fails for
   * fractions beyond a long: 3.0 is written 3, which is the same number for JSON Schema, and a
   * fraction is brought nearer.
   */
  static JsonNode digestible(JsonNode node) {
    if (node.isObject()) {
      ObjectNode copy = NODES.objectNode();
      node.propertyStream().forEach(it -> copy.set(it.getKey(), digestible(it.getValue())));
      return copy;
    } else if (node.isArray()) {
      ArrayNode copy = NODES.arrayNode();
      node.forEach(element -> copy.add(digestible(element)));
      return copy;
    }
    if (!node.isNumber()) {
      return node;
    }
    BigDecimal number = node.decimalValue();
    if (number.stripTrailingZeros().scale() <= 0) {
      return NODES.numberNode(number.toBigIntegerExact());
    }
    BigDecimal far = new BigDecimal("1e18").multiply(BigDecimal.valueOf(number.signum()));
    return number.abs().compareTo(far.abs()) > 0
        ? NODES.numberNode(far.add(new BigDecimal("0.5")))
        : node;
  }

  /** The value at a place such as {@code order.items[2].price}; missing if there is none. */
  static JsonNode at(JsonNode document, String place) {
    return paths(document).stream()
        .filter(path -> place(path).equals(place))
        .findFirst()
        .map(path -> at(document, path))
        .orElse(NODES.missingNode());
  }

  static JsonNode at(JsonNode document, List<Object> path) {
    JsonNode node = document;
    for (Object step : path) {
      node = child(node, step);
    }
    return node;
  }

  private static String place(List<Object> path) {
    StringBuilder place = new StringBuilder();
    for (Object step : path) {
      if (step instanceof Integer index) {
        place.append('[').append(index).append(']');
      } else {
        place.append(place.length() == 0 ? "" : ".").append(step);
      }
    }
    return place.toString();
  }

  /** The paths of all values in a document, the root first. */
  static List<List<Object>> paths(JsonNode document) {
    List<List<Object>> paths = new ArrayList<>();
    collect(document, List.of(), paths);
    return paths;
  }

  private static void collect(JsonNode node, List<Object> path, List<List<Object>> paths) {
    paths.add(path);
    node.propertyStream()
        .forEach(each -> collect(each.getValue(), with(path, each.getKey()), paths));
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(node.get(i), with(path, i), paths);
      }
    }
  }

  private static List<Object> with(List<Object> path, Object step) {
    List<Object> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }
}
