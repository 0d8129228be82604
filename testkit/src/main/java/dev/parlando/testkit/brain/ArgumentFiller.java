package dev.parlando.testkit.brain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Fills the arguments of a tool from a text, by the tool's schema. */
final class ArgumentFiller {

  /** Arguments, and the names of required ones that nothing in the text was found for. */
  record Filled(ObjectNode arguments, List<String> missing) {}

  private static final int MAX_DEPTH = 4;
  private static final int MAX_ELEMENTS = 20;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final OfferedTool tool;
  private final Phrases phrases;
  private final TextFinder texts;
  private final List<String> missing = new ArrayList<>();

  ArgumentFiller(OfferedTool tool, String text) {
    this.tool = tool;
    Set<String> known = new HashSet<>(Words.telling(Words.spoken(tool.name())));
    for (String name : tool.parameters().path("properties").propertyNames()) {
      known.addAll(Words.telling(Words.spoken(name)));
    }
    this.phrases = new Phrases(text, known);
    this.texts = new TextFinder(phrases);
  }

  /** The arguments that the text gives. */
  Filled fill() {
    ObjectNode arguments = object(ArgumentSchema.of(tool.parameters()), 0);
    return new Filled(arguments, List.copyOf(missing));
  }

  /** Narrow arguments go first, so that their words aren't taken for free text. */
  private ObjectNode object(ArgumentSchema schema, int depth) {
    Set<String> required = schema.required();
    ObjectNode found = NODES.objectNode();
    for (boolean narrow : new boolean[] {true, false}) {
      for (String name : schema.propertyNames()) {
        ArgumentSchema property = schema.property(name, phrases::contains);
        if (property.isNarrow() == narrow) {
          JsonNode value = value(name, property, required.contains(name), depth);
          if (value != null) {
            found.set(name, value);
          } else if (required.contains(name)) {
            missing.add(name);
          }
        }
      }
    }
    return inOrder(schema, found);
  }

  private static ObjectNode inOrder(ArgumentSchema schema, ObjectNode found) {
    ObjectNode ordered = NODES.objectNode();
    for (String name : schema.propertyNames()) {
      if (found.has(name)) {
        ordered.set(name, found.path(name));
      }
    }
    return ordered;
  }

  private @Nullable JsonNode value(
      String name, ArgumentSchema schema, boolean required, int depth) {
    if (schema.has("const")) {
      return schema.get("const");
    }
    if (schema.has("enum")) {
      return enumValue(schema.get("enum"), required);
    }
    return switch (schema.type()) {
      case "integer", "number" -> number(schema);
      case "boolean" -> bool(name, required);
      case "array" -> array(name, schema, required, depth);
      case "object" -> nested(schema, required, depth);
      default -> texts.find(name, schema, required).<JsonNode>map(NODES::stringNode).orElse(null);
    };
  }

  private @Nullable JsonNode enumValue(JsonNode values, boolean required) {
    for (JsonNode value : values) {
      String words = value.isString() ? Words.spoken(value.stringValue()) : value.toString();
      if (phrases.takeWords(words)) {
        return value;
      }
    }
    return required ? values.get(0) : null;
  }

  private @Nullable JsonNode number(ArgumentSchema schema) {
    boolean whole = schema.type().equals("integer");
    return phrases
        .takeNumber(schema::allowsNumber)
        .<JsonNode>map(
            number ->
                whole ? NODES.numberNode(number.toBigIntegerExact()) : NODES.numberNode(number))
        .orElse(null);
  }

  private @Nullable JsonNode bool(String name, boolean required) {
    String words = Words.spoken(name);
    if (phrases.takeWords("no " + words) || phrases.takeWords("without " + words)) {
      return NODES.booleanNode(false);
    }
    if (phrases.takeWords(words)) {
      return NODES.booleanNode(true);
    }
    for (String word : List.of("off", "no", "not", "false")) {
      if (required && phrases.takeWords(word)) {
        return NODES.booleanNode(false);
      }
    }
    return required ? NODES.booleanNode(true) : null;
  }

  private @Nullable JsonNode array(
      String name, ArgumentSchema schema, boolean required, int depth) {
    ArrayNode elements = NODES.arrayNode();
    ArgumentSchema element = schema.items(phrases::contains);
    if (element.type().equals("object")) {
      JsonNode only = nested(element, required, depth);
      if (only != null) {
        elements.add(only);
      }
    } else if (!element.type().equals("boolean")) {
      int limit = schema.get("maxItems").asInt(MAX_ELEMENTS);
      while (elements.size() < limit) {
        JsonNode value = value(name, element, false, depth);
        if (value == null) {
          break;
        }
        elements.add(value);
      }
    }
    return elements.isEmpty() && !required ? null : elements;
  }

  private @Nullable JsonNode nested(ArgumentSchema schema, boolean required, int depth) {
    if (depth == MAX_DEPTH) {
      return required ? NODES.objectNode() : null;
    }
    int before = missing.size();
    ObjectNode object = object(schema, depth + 1);
    if (!required && (object.isEmpty() || missing.size() > before)) {
      missing.subList(before, missing.size()).clear();
      return null;
    }
    return object;
  }
}
