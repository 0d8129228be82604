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
  private final boolean careful;
  private @Nullable JsonNode tree;

  /**
   * @param careful whether nothing is read that might turn out to be wanted as a tree after all
   */
  Source(JsonParser parser, boolean careful) {
    this.parser = parser;
    this.careful = careful;
  }

  /** Thrown where more care was needed; the message is to be read again, with it. */
  static final class CareException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private CareException() {
      super(null, null, false, false);
    }
  }

  /** Stands at the whole of a tree that was read before. */
  static Source of(JsonNode node) {
    Source source = new Source(new TreeTraversingParser(node, ObjectReadContext.empty()), true);
    source.nextToken();
    return source;
  }

  /** Whether values that may be wanted as trees must be read as trees. */
  boolean careful() {
    return careful;
  }

  /** What to throw where that turns out too late. */
  CareException needsCare() {
    return new CareException();
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
