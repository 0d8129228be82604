package dev.parlando.processor.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds a smaller document that fails in the same way. */
final class Shrinker {

  private Shrinker() {}

  static JsonNode smallest(JsonNode failing, Predicate<JsonNode> fails) {
    JsonNode smallest = failing;
    Optional<JsonNode> smaller = Optional.of(failing);
    while (smaller.isPresent()) {
      smallest = smaller.get();
      smaller = candidates(smallest).filter(fails).findFirst();
    }
    return smallest;
  }

  /** Documents that are simpler in one place. */
  private static Stream<JsonNode> candidates(JsonNode document) {
    return Json.paths(document).stream()
        .flatMap(
            path ->
                simpler(Json.at(document, path))
                    .map(value -> Json.replace(document, path, old -> value)));
  }

  private static Stream<JsonNode> simpler(JsonNode value) {
    List<JsonNode> simpler = new ArrayList<>();
    if (value instanceof ObjectNode object) {
      object.propertyNames().forEach(name -> simpler.add(object.deepCopy().without(name)));
    } else if (value instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        ArrayNode shorter = array.deepCopy();
        shorter.remove(i);
        simpler.add(shorter);
      }
    } else if (value.isString() && !value.asString().isEmpty()) {
      int[] codePoints = value.asString().codePoints().toArray();
      simpler.add(Json.NODES.stringNode(new String(codePoints, 0, codePoints.length / 2)));
      simpler.add(Json.NODES.stringNode(new String(codePoints, 1, codePoints.length - 1)));
    } else if (value.isNumber() && value.toString().length() > 1) {
      simpler.add(Json.number("1"));
    }
    return simpler.stream();
  }
}
