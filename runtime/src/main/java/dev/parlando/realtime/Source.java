package dev.parlando.realtime;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.TreeTraversingParser;

/**
 * JSON that is being read. It stands at a value, which may be taken in pieces or as a tree; a tree
 * may be taken again until the source moves on.
 */
final class Source {

  /** Below this, each whole number is a double of its own. */
  private static final double EXACT = 0x1p53;

  private final JsonParser parser;
  private @Nullable JsonNode tree;

  Source(JsonParser parser) {
    this.parser = parser;
  }

  /** Stands at the whole of a tree that was read before. */
  static Source of(JsonNode node) {
    Source source = new Source(new TreeTraversingParser(node, ObjectReadContext.empty()));
    source.nextToken();
    return source;
  }

  @Nullable JsonToken token() {
    return parser.currentToken();
  }

  @Nullable JsonToken nextToken() {
    tree = null;
    return parser.nextToken();
  }

  /**
   * Moves on to the next field of an object and its value; null, and at the end, if none is left.
   */
  @Nullable String nextField() {
    tree = null;
    String name = parser.nextName();
    if (name != null) {
      parser.nextToken();
    }
    return name;
  }

  /** The whole value. */
  JsonNode tree() {
    if (tree == null) {
      tree = Trees.read(parser);
    }
    return tree;
  }

  /** The value of a string. */
  String text() {
    return parser.getString();
  }

  /** The value as a whole number, with a point or without; null if it is none, or too large. */
  @Nullable Long integer() {
    if (token() == JsonToken.VALUE_NUMBER_INT) {
      return parser.getNumberType() == NumberType.BIG_INTEGER ? null : parser.getLongValue();
    }
    Double number = number();
    if (number == null || number != Math.rint(number) || Math.abs(number) >= EXACT) {
      return null;
    }
    return number.longValue();
  }

  /** The value as a number; null if it is none, or too large. */
  @Nullable Double number() {
    JsonToken token = token();
    if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
      return null;
    }
    double number = parser.getDoubleValue();
    return Double.isFinite(number) ? number : null;
  }
}
