package dev.parlando.processor.agreement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes a document in one place, in a way that models get things wrong: another type, beyond a
 * bound by the least, a property too many or too few. The result may still be valid.
 */
final class Mutator {

  private final RandomGenerator random;
  private final TextGenerator texts;

  /** The numbers and texts that the schema speaks of: bounds, enum constants, tags. */
  private final List<BigDecimal> numbers = new ArrayList<>();

  private final List<String> words = new ArrayList<>();

  Mutator(JsonNode schema, RandomGenerator random) {
    this.random = random;
    texts = new TextGenerator(random);
    collect(schema);
    numbers.add(BigDecimal.ZERO);
    words.add("");
  }

  private void collect(JsonNode node) {
    if (node.isNumber()) {
      numbers.add(node.decimalValue());
    } else if (node.isString() && node.asString().length() < 20) {
      words.add(node.asString());
    }
    node.forEach(this::collect);
    node.propertyNames().forEach(words::add);
  }

  JsonNode mutate(JsonNode document) {
    List<List<Object>> paths = Json.paths(document);
    List<Object> path = paths.get(random.nextInt(paths.size()));
    return Json.replace(document, path, this::changed);
  }

  private JsonNode changed(JsonNode value) {
    if (random.nextInt(5) == 0) {
      return other();
    }
    if (value.isObject()) {
      return changedObject((ObjectNode) value.deepCopy());
    } else if (value.isArray()) {
      return changedArray((ArrayNode) value.deepCopy());
    } else if (value.isNumber()) {
      return changedNumber(value.decimalValue());
    } else if (value.isString()) {
      return changedText(value.asString());
    }
    return value.isBoolean() ? Json.NODES.booleanNode(!value.booleanValue()) : other();
  }

  private JsonNode other() {
    return switch (random.nextInt(8)) {
      case 0 -> Json.NODES.nullNode();
      case 1 -> Json.NODES.booleanNode(random.nextBoolean());
      case 2 ->
          Json.number(
              texts.pick(
                  List.of(
                      "0",
                      "7",
                      "3.0",
                      "3.7",
                      "-1",
                      "1e400",
                      "1e40",
                      "99999999999",
                      "123456789012345678901234567890")));
      case 3 ->
          Json.NODES.stringNode(
              texts.pick(List.of("", "3", "3.7", "true", "null", "x", "2026-11-22")));
      case 4 -> Json.NODES.stringNode(texts.pick(words));
      case 5 -> Json.NODES.arrayNode();
      case 6 -> Json.NODES.objectNode();
      default -> Json.NODES.arrayNode().add(1).addNull();
    };
  }

  private JsonNode changedObject(ObjectNode object) {
    List<String> names = new ArrayList<>(object.propertyNames());
    int way = random.nextInt(4);
    if (names.isEmpty() || way == 0) {
      return object.set(texts.pick(List.of("unknown", "", "a.b", texts.pick(words))), other());
    }
    String name = texts.pick(names);
    if (way == 1) {
      JsonNode value = object.remove(name);
      return object.set(random.nextBoolean() ? name.toUpperCase(Locale.ROOT) : name + "s", value);
    }
    object.remove(name);
    return object;
  }

  private JsonNode changedArray(ArrayNode array) {
    if (array.isEmpty()) {
      return array.add(other());
    }
    int index = random.nextInt(array.size());
    return switch (random.nextInt(4)) {
      case 0 -> array.add(array.get(index).deepCopy());
      case 1 -> array.add(other());
      case 2 -> array.get(index);
      default -> {
        array.remove(index);
        yield array;
      }
    };
  }

  private JsonNode changedNumber(BigDecimal number) {
    BigDecimal bound = texts.pick(numbers);
    BigDecimal changed =
        switch (random.nextInt(9)) {
          case 0 -> number.negate();
          case 1 -> number.add(BigDecimal.ONE);
          case 2 -> number.subtract(BigDecimal.ONE);
          case 3 -> number.add(new BigDecimal("0.5"));
          case 4 -> bound;
          case 5 -> bound.add(BigDecimal.ONE);
          case 6 -> bound.subtract(new BigDecimal("0.001"));
          case 7 -> number.multiply(new BigDecimal("1e15"));
          default -> number.setScale(Math.max(number.scale(), 0) + 2);
        };
    return Json.number(changed.toString());
  }

  private JsonNode changedText(String text) {
    int[] codePoints = text.codePoints().toArray();
    String shorter = codePoints.length == 0 ? "" : new String(codePoints, 0, codePoints.length - 1);
    int wanted = Math.max(0, Math.min(40, texts.pick(numbers).intValue() + random.nextInt(3) - 1));
    return Json.NODES.stringNode(
        switch (random.nextInt(11)) {
          case 0 -> shorter;
          case 1 -> text + "a";
          case 2 -> text + "😀";
          case 3 -> text.toUpperCase(Locale.ROOT);
          case 4 -> text.toLowerCase(Locale.ROOT);
          case 5 -> "😀".repeat(wanted);
          case 6 -> "x".repeat(wanted);
          case 7 -> texts.pick(words);
          case 8 -> text + "\n";
          case 9 -> text.replace('_', ' ').replace('-', ' ');
          default -> texts.pick(List.of(" ", "\u00a0", "\u0001", " " + text, "\ufeff\u2003"));
        });
  }
}
