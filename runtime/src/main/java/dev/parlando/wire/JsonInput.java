package dev.parlando.wire;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.TreeTraversingParser;

/**
 * JSON that is being read. It stands at a value, which may be taken in pieces or as a tree; a tree
 * may be taken again until the input moves on.
 */
public abstract class JsonInput {

  /** Below this, each whole number is a double of its own. */
  private static final double EXACT = 0x1p53;

  private @Nullable JsonNode tree;

  /** Thrown where the JSON is unusual; the message is read again, carefully. */
  public static final class UnusualJsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private UnusualJsonException() {
      super(null, null, false, false);
    }
  }

  /** Stands at the whole of a tree that was read before. */
  public static JsonInput of(JsonNode node) {
    JsonInput source =
        new JacksonInput(new TreeTraversingParser(node, ObjectReadContext.empty()), true);
    source.nextToken();
    return source;
  }

  /** Whether values that may be wanted as trees must be read as trees. */
  public abstract boolean careful();

  /** What to throw where that turns out too late. */
  public static UnusualJsonException unusual() {
    return new UnusualJsonException();
  }

  /** The first token of the value. */
  public abstract @Nullable JsonToken token();

  /** Moves on to the next value of an array, or its end. */
  public @Nullable JsonToken nextToken() {
    tree = null;
    return moveToToken();
  }

  public abstract @Nullable JsonToken moveToToken();

  /**
   * Moves on to the next field of an object and its value; null, and at the end, if none is left.
   *
   * @param expected the name that it probably has: then no name is made of its bytes, but this one
   *     is returned
   */
  public @Nullable String nextField(@Nullable SerializedString expected) {
    tree = null;
    return moveToField(expected);
  }

  public abstract @Nullable String moveToField(@Nullable SerializedString expected);

  /** The whole value. */
  public JsonNode tree() {
    if (tree == null) {
      tree = readTree();
    }
    return tree;
  }

  public abstract JsonNode readTree();

  /** The value of a string. */
  public abstract String text();

  /**
   * The bytes of a string in base64.
   *
   * @throws IllegalValueException if it is none
   */
  public abstract byte[] audio();

  /** The value of a whole number without point; null if it is too large. */
  public abstract @Nullable Long whole();

  /** The value of a number; infinite if it is too large. */
  public abstract double decimal();

  /** Whether nothing is left. */
  public abstract boolean ended();

  /** The value as a whole number, with a point or without; null if it is none, or too large. */
  public @Nullable Long integer() {
    if (token() == JsonToken.VALUE_NUMBER_INT) {
      return whole();
    }
    Double number = number();
    if (number == null || number != Math.rint(number) || Math.abs(number) >= EXACT) {
      return null;
    }
    return number.longValue();
  }

  /** The value as a number; null if it is none, or too large. */
  public @Nullable Double number() {
    JsonToken token = token();
    if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
      return null;
    }
    double number = decimal();
    return Double.isFinite(number) ? number : null;
  }
}
