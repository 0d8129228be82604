package dev.parlando.json;

import dev.parlando.tool.ArgumentOptions;
import dev.parlando.tool.InvalidArgumentsException;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.Violation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Year;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * Reads the arguments of one call, value by value, for generated code.
 *
 * <p>Nothing that is wrong with a value throws: it is noted as a {@link Violation} with the path
 * where the reader stands, the value is skipped, and {@code null} (or zero) is returned, so that
 * one pass finds everything. Each {@code read} method expects to stand on the first token of the
 * value and leaves the reader on its last.
 *
 * <p>For one thread and one call.
 */
public final class ArgumentReader {

  /**
   * Reads a value.
   *
   * @param <T> its type
   */
  @FunctionalInterface
  public interface Decoder<T> {

    /** The value, or {@code null} after a violation was noted. */
    @Nullable T read(ArgumentReader in);
  }

  private final ArgumentCursor cursor;
  private final JsonParser parser;
  private final String text;
  private @Nullable TagFinder tags;

  ArgumentReader(ArgumentCursor cursor, String text) {
    this.cursor = cursor;
    this.parser = cursor.parser();
    this.text = text;
  }

  /**
   * Reads all of a call's arguments.
   *
   * @param decoder reads the object
   * @throws InvalidArgumentsException with every violation found
   */
  public static <T> T read(ToolCall call, ArgumentOptions options, Decoder<T> decoder)
      throws InvalidArgumentsException {
    return ArgumentDocument.read(
        call, options, (cursor, text) -> decoder.read(new ArgumentReader(cursor, text)));
  }

  /**
   * Reads the arguments of a tool that takes none.
   *
   * @throws InvalidArgumentsException if there are any
   */
  public static void readNothing(ToolCall call, ArgumentOptions options)
      throws InvalidArgumentsException {
    read(call, options, ArgumentReader::readEmptyObject);
  }

  /** Returns whatever is not null. */
  private static @Nullable Object readEmptyObject(ArgumentReader in) {
    if (!in.beginObject(ObjectShape.EMPTY)) {
      return null;
    }
    in.nextName();
    return in.endObject() ? ObjectShape.EMPTY : null;
  }

  /**
   * Enters an object; follow with {@link #nextName} until it returns {@code null}, then {@link
   * #endObject}.
   *
   * @return false, after noting a violation, if the value is no object
   */
  public boolean beginObject(ObjectShape shape) {
    if (!parser.hasToken(JsonToken.START_OBJECT)) {
      cursor.mismatch("an object");
      return false;
    }
    cursor.enter(shape);
    return true;
  }

  /**
   * Goes to the next property that the shape knows, and to the first token of its value. Properties
   * that are unknown, given twice, or null where they may be left out are dealt with on the way.
   *
   * @return its name, as the shape has it; {@code null} at the end of the object
   */
  public @Nullable String nextName() {
    ObjectScope object = cursor.object();
    ObjectShape shape = object.shape;
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken value = parser.nextToken();
      int index = shape.indexOf(name, object.next);
      if (index < 0) {
        if (!shape.isTag(name)) {
          cursor.violation(shape.complaint(name));
        } else if (!object.markTag()) {
          cursor.violation("is given twice");
        }
        parser.skipChildren();
      } else if (!object.mark(index)) {
        cursor.violation("is given twice");
        parser.skipChildren();
      } else if (value == JsonToken.VALUE_NULL && !shape.isRequired(index) && cursor.takesNull()) {
        // Left out, in other words.
      } else {
        cursor.checkable();
        return shape.name(index);
      }
    }
    return null;
  }

  /**
   * Leaves the object, noting the required properties that did not come.
   *
   * @return whether the object can be made: nothing in it was wrong
   */
  public boolean endObject() {
    ObjectScope object = cursor.object();
    long missing = object.shape.missing(object.seen);
    for (; missing != 0; missing &= missing - 1) {
      cursor.violation(object.shape.name(Long.numberOfTrailingZeros(missing)), "is missing");
    }
    cursor.leave();
    return cursor.isCheckable();
  }

  /**
   * Finds out which variant an object is, wherever in the object that stands, and stays where it
   * is.
   *
   * @param tag the property that says so
   * @param variants what it may say
   * @return one of the variants, or {@code null} after noting a violation
   */
  public @Nullable String readTag(String tag, List<String> variants) {
    if (!parser.hasToken(JsonToken.START_OBJECT)) {
      cursor.mismatch("an object");
      return null;
    }
    if (tags == null) {
      tags = new TagFinder(text);
    }
    String variant = tags.find(parser.currentTokenLocation(), tag);
    if (variant != null && variants.contains(variant)) {
      return variant;
    }
    cursor.violation(tag, "must be one of " + String.join(", ", variants));
    cursor.skip();
    return null;
  }

  /** Reads text. */
  public @Nullable String readString() {
    return TextReader.readString(cursor, parser, "text");
  }

  /** Reads text of one character; 0 after a violation. */
  public char readChar() {
    return TextReader.readChar(cursor, parser);
  }

  /** Reads a boolean; false after a violation. */
  public boolean readBoolean() {
    return TextReader.readBoolean(cursor, parser);
  }

  /** Reads a whole number; 0 after a violation. */
  public byte readByte() {
    return (byte) NumberReader.readLong(cursor, parser, Byte.MIN_VALUE, Byte.MAX_VALUE);
  }

  /** Reads a whole number; 0 after a violation. */
  public short readShort() {
    return (short) NumberReader.readLong(cursor, parser, Short.MIN_VALUE, Short.MAX_VALUE);
  }

  /** Reads a whole number; 0 after a violation. */
  public int readInt() {
    return (int) NumberReader.readLong(cursor, parser, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** Reads a whole number; 0 after a violation. */
  public long readLong() {
    return NumberReader.readLong(cursor, parser, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** Reads a whole number of any size, up to 1000 digits. */
  public @Nullable BigInteger readBigInteger() {
    return NumberReader.readBigInteger(cursor, parser);
  }

  /** Reads a year as a whole number. */
  public @Nullable Year readYear() {
    int year = (int) NumberReader.readLong(cursor, parser, Year.MIN_VALUE, Year.MAX_VALUE);
    return cursor.isCheckable() ? Year.of(year) : null;
  }

  /** Reads a number; 0 after a violation. */
  public float readFloat() {
    return NumberReader.readFloat(cursor, parser);
  }

  /** Reads a number; 0 after a violation. */
  public double readDouble() {
    return NumberReader.readDouble(cursor, parser);
  }

  /** Reads a number of up to 1000 digits on each side of the point, digit by digit as it stands. */
  public @Nullable BigDecimal readBigDecimal() {
    return NumberReader.readBigDecimal(cursor, parser);
  }

  /** Reads an enum constant by its name. */
  public <E extends Enum<E>> @Nullable E readEnum(EnumNames<E> names) {
    return TextReader.readEnum(cursor, parser, names);
  }

  /** Reads a value that is written as text. */
  public <T> @Nullable T readText(TextFormat<T> format) {
    return TextReader.readText(cursor, parser, format);
  }

  /** Reads bytes, written in base64. */
  public byte @Nullable [] readBytes() {
    return TextReader.readBytes(cursor, parser);
  }

  /** Reads any value as a tree. */
  public JsonNode readTree() {
    cursor.checkable();
    return ArgumentDocument.tree(parser);
  }

  // Containers

  /** Reads an array. Elements that can't be read are {@code null}. */
  public <T> @Nullable List<T> readList(Decoder<T> element) {
    return ContainerReader.readList(cursor, parser, () -> element.read(this));
  }

  /**
   * Reads an array.
   *
   * @param array makes one of a length
   */
  public <T> T @Nullable [] readArray(Decoder<T> element, IntFunction<T[]> array) {
    List<T> list = readList(element);
    return list == null ? null : list.toArray(array);
  }

  /** Reads an array in which each element stands once, in its order. */
  public <T> @Nullable Set<T> readSet(Decoder<T> element) {
    Set<T> set =
        ContainerReader.readDistinct(
            cursor, parser, () -> element.read(this), new LinkedHashSet<>());
    return set == null ? null : Collections.unmodifiableSet(set);
  }

  /** Reads an array in which each element stands once, sorted. */
  public <T extends Comparable<? super T>> @Nullable SortedSet<T> readSortedSet(
      Decoder<T> element) {
    SortedSet<T> set =
        ContainerReader.readDistinct(cursor, parser, () -> element.read(this), new TreeSet<>());
    return set == null ? null : Collections.unmodifiableSortedSet(set);
  }

  /** Reads an object whose properties are the entries of a map, in their order. */
  public <K, V> @Nullable Map<K, V> readMap(TextFormat<K> key, Decoder<V> value) {
    return ContainerReader.readMap(cursor, parser, key, () -> value.read(this));
  }

  /** Notes a violation if a constraint on the value just read does not hold. */
  public void check(boolean holds, String message) {
    if (!holds && cursor.isCheckable()) {
      cursor.violation(message);
    }
  }

  /** How many violations were noted so far. */
  public int violationCount() {
    return cursor.violationCount();
  }

  /** The session's clock. */
  public Clock clock() {
    return cursor.clock();
  }
}
