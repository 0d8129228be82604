package dev.parlando.json;

import dev.parlando.tool.ArgumentOptions;
import dev.parlando.tool.InvalidArgumentsException;
import dev.parlando.tool.Repair;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.Violation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
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

  private final String toolName;
  private final ArgumentOptions options;
  private final String text;
  private final JsonParser parser;
  private final NumberReader numbers;

  /** Empty in almost every call: created with the first violation. */
  private List<Violation> violations = List.of();

  private @Nullable ObjectScope scope;

  /** Whether the last value read is one that can be checked. */
  private boolean checkable;

  ArgumentReader(String toolName, ArgumentOptions options, String text, JsonParser parser) {
    this.toolName = toolName;
    this.options = options;
    this.text = text;
    this.parser = parser;
    this.numbers = new NumberReader(this, parser);
  }

  /**
   * Reads all of a call's arguments.
   *
   * @param decoder reads the object
   * @throws InvalidArgumentsException with every violation found
   */
  public static <T> T read(ToolCall call, ArgumentOptions options, Decoder<T> decoder)
      throws InvalidArgumentsException {
    return ArgumentDocument.read(call, options, decoder);
  }

  /**
   * Reads the arguments of a tool that takes none.
   *
   * @throws InvalidArgumentsException if there are any
   */
  public static void readNothing(ToolCall call, ArgumentOptions options)
      throws InvalidArgumentsException {
    ArgumentDocument.read(call, options, ArgumentReader::readEmptyObject);
  }

  private static @Nullable Boolean readEmptyObject(ArgumentReader in) {
    if (!in.beginObject(ObjectShape.EMPTY)) {
      return null;
    }
    in.nextName();
    return in.endObject() ? true : null;
  }

  // Objects

  /**
   * Enters an object; follow with {@link #nextName} until it returns {@code null}, then {@link
   * #endObject}.
   *
   * @return false, after noting a violation, if the value is no object
   */
  public boolean beginObject(ObjectShape shape) {
    if (!parser.hasToken(JsonToken.START_OBJECT)) {
      mismatch("an object");
      return false;
    }
    ObjectScope outer = scope;
    ObjectScope entered = outer == null ? new ObjectScope(null, shape) : outer.inner(shape);
    entered.begin(violations.size());
    scope = entered;
    return true;
  }

  /**
   * Goes to the next property that the shape knows, and to the first token of its value. Properties
   * that are unknown, given twice, or null where they may be left out are dealt with on the way.
   *
   * @return its name, as the shape has it; {@code null} at the end of the object
   */
  public @Nullable String nextName() {
    ObjectScope object = current();
    ObjectShape shape = object.shape;
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken value = parser.nextToken();
      int index = shape.indexOf(name, object.next);
      if (index < 0) {
        if (!shape.isTag(name)) {
          unknownProperty(name, shape);
        }
        parser.skipChildren();
      } else if (!object.mark(index)) {
        violation("is given twice");
        parser.skipChildren();
      } else if (value == JsonToken.VALUE_NULL && !shape.isRequired(index) && options.repairs()) {
        repaired(Repair.Kind.NULL_PROPERTY);
      } else {
        checkable = true;
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
    ObjectScope object = current();
    long missing = object.shape.missing(object.seen);
    for (; missing != 0; missing &= missing - 1) {
      violation(object.shape.name(Long.numberOfTrailingZeros(missing)), "is missing");
    }
    scope = object.outer;
    checkable = violations.size() == object.violationsBefore;
    return checkable;
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
      mismatch("an object");
      return null;
    }
    String variant = ArgumentDocument.findText(text, parser.currentTokenLocation(), tag);
    if (variant != null && variants.contains(variant)) {
      return variant;
    }
    violation(tag, "must be one of " + String.join(", ", variants));
    skip();
    return null;
  }

  // Values

  /** Reads text. */
  public @Nullable String readString() {
    if (parser.hasToken(JsonToken.VALUE_STRING)) {
      checkable = true;
      return parser.getString();
    }
    mismatch("text");
    return null;
  }

  /** Reads text of one character; 0 after a violation. */
  public char readChar() {
    String text = readString();
    if (text == null) {
      return 0;
    }
    if (text.length() != 1) {
      unusable("must be a single character");
      return 0;
    }
    return text.charAt(0);
  }

  /** Reads a boolean; false after a violation. */
  public boolean readBoolean() {
    checkable = true;
    if (parser.hasToken(JsonToken.VALUE_TRUE)) {
      return true;
    }
    if (parser.hasToken(JsonToken.VALUE_FALSE)) {
      return false;
    }
    if (options.repairs() && parser.hasToken(JsonToken.VALUE_STRING)) {
      String text = parser.getString();
      if (text.equals("true") || text.equals("false")) {
        repaired(Repair.Kind.QUOTED_VALUE);
        return text.equals("true");
      }
    }
    mismatch("true or false");
    return false;
  }

  /** Reads a whole number; 0 after a violation. */
  public byte readByte() {
    return (byte) numbers.readLong(Byte.MIN_VALUE, Byte.MAX_VALUE);
  }

  /** Reads a whole number; 0 after a violation. */
  public short readShort() {
    return (short) numbers.readLong(Short.MIN_VALUE, Short.MAX_VALUE);
  }

  /** Reads a whole number; 0 after a violation. */
  public int readInt() {
    return (int) numbers.readLong(Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** Reads a whole number; 0 after a violation. */
  public long readLong() {
    return numbers.readLong(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** Reads a whole number of any size, up to 1000 digits. */
  public @Nullable BigInteger readBigInteger() {
    return numbers.readBigInteger();
  }

  /** Reads a year as a whole number. */
  public @Nullable Year readYear() {
    int year = (int) numbers.readLong(Year.MIN_VALUE, Year.MAX_VALUE);
    return checkable ? Year.of(year) : null;
  }

  /** Reads a number; 0 after a violation. */
  public float readFloat() {
    return numbers.readFloat();
  }

  /** Reads a number; 0 after a violation. */
  public double readDouble() {
    return numbers.readDouble();
  }

  /** Reads a number, digit by digit as it stands. */
  public @Nullable BigDecimal readBigDecimal() {
    return numbers.readBigDecimal("a number");
  }

  /** Reads an enum constant by its name. */
  public <E extends Enum<E>> @Nullable E readEnum(EnumNames<E> names) {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      mismatch(names.expected());
      return null;
    }
    String text = parser.getString();
    E constant = names.parse(text);
    if (constant == null && options.repairs()) {
      constant = repairEnum(text, names);
    }
    checkable = constant != null;
    if (constant == null) {
      unusable("must be " + names.expected());
    }
    return constant;
  }

  private <E extends Enum<E>> @Nullable E repairEnum(String text, EnumNames<E> names) {
    E constant = names.parseLoosely(text);
    if (constant != null) {
      repaired(Repair.Kind.ENUM_SPELLING);
    } else if (names.unknown() != null) {
      repaired(Repair.Kind.ENUM_DEFAULT);
      constant = names.unknown();
    }
    return constant;
  }

  /** Reads a value that is written as text. */
  public <T> @Nullable T readText(TextFormat<T> format) {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      mismatch(format.expected());
      return null;
    }
    T value = format.parse(parser.getString());
    checkable = value != null;
    if (value == null) {
      unusable("must be " + format.expected());
    }
    return value;
  }

  /** Reads bytes, written in base64. */
  public byte @Nullable [] readBytes() {
    String text = readString();
    if (text == null) {
      return null;
    }
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      unusable("must be base64");
      return null;
    }
  }

  /** Reads any value as a tree. */
  public JsonNode readTree() {
    checkable = true;
    return ArgumentDocument.tree(parser);
  }

  // Containers

  /** Reads an array. Elements that can't be read are {@code null}. */
  public <T> @Nullable List<T> readList(Decoder<T> element) {
    List<T> list = new ArrayList<>();
    if (parser.hasToken(JsonToken.START_ARRAY)) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        list.add(element.read(this));
      }
    } else if (isSingleElement()) {
      T value = element.read(this);
      if (!checkable) {
        return null;
      }
      repaired(Repair.Kind.SINGLE_ELEMENT);
      list.add(value);
    } else {
      mismatch("a list");
      return null;
    }
    checkable = true;
    return Collections.unmodifiableList(list);
  }

  private boolean isSingleElement() {
    return options.repairs() && !parser.hasToken(JsonToken.VALUE_NULL);
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
    List<T> list = readList(element);
    return list == null ? null : Collections.unmodifiableSet(distinct(list, new LinkedHashSet<>()));
  }

  /** Reads an array in which each element stands once, sorted. */
  public <T extends Comparable<? super T>> @Nullable SortedSet<T> readSortedSet(
      Decoder<T> element) {
    List<T> list = readList(element);
    return list == null ? null : Collections.unmodifiableSortedSet(distinct(list, new TreeSet<>()));
  }

  private <T, S extends Set<T>> S distinct(List<T> list, S set) {
    for (T value : list) {
      if (value != null && !set.add(value)) {
        if (options.repairs()) {
          repaired(Repair.Kind.DUPLICATE_ELEMENT);
        } else {
          violation("must not have the same element twice");
        }
      }
    }
    return set;
  }

  /** Reads an object whose properties are the entries of a map, in their order. */
  public <K, V> @Nullable Map<K, V> readMap(TextFormat<K> key, Decoder<V> value) {
    if (!parser.hasToken(JsonToken.START_OBJECT)) {
      mismatch("an object");
      return null;
    }
    Map<K, V> map = new LinkedHashMap<>();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      K parsed = key.parse(name);
      if (parsed == null) {
        violation("the name must be " + key.expected());
        parser.skipChildren();
      } else if (map.containsKey(parsed)) {
        violation("is given twice");
        parser.skipChildren();
      } else {
        map.put(parsed, value.read(this));
      }
    }
    checkable = true;
    return Collections.unmodifiableMap(map);
  }

  // Checks

  /** Notes a violation if a constraint on the value just read does not hold. */
  public void check(boolean holds, String message) {
    if (!holds && checkable) {
      violation(message);
    }
  }

  /** How many violations were noted so far. */
  public int violationCount() {
    return violations.size();
  }

  /** The session's clock. */
  public Clock clock() {
    return options.clock();
  }

  // What the other classes of this package tell the reader

  void checkable() {
    checkable = true;
  }

  boolean repairs() {
    return options.repairs();
  }

  List<Violation> violations() {
    return violations;
  }

  void repaired(Repair.Kind kind) {
    String path = ArgumentPath.of(parser.streamReadContext());
    options.repairListener().repaired(new Repair(toolName, path, kind));
  }

  /** Notes that the value can't be read at all, and skips it. */
  void mismatch(String expected) {
    unusable(parser.hasToken(JsonToken.VALUE_NULL) ? "must not be null" : "must be " + expected);
    skip();
  }

  /** Notes that the value was read but means nothing. */
  void unusable(String message) {
    violation(message);
    checkable = false;
  }

  void violation(String message) {
    add(new Violation(ArgumentPath.of(parser.streamReadContext()), message));
  }

  private void violation(String property, String message) {
    add(new Violation(ArgumentPath.of(parser.streamReadContext(), property), message));
  }

  private void unknownProperty(String name, ObjectShape shape) {
    String meant = Spelling.closest(name, shape.names());
    violation(meant == null ? "unknown property" : "unknown property, did you mean " + meant + "?");
  }

  private void add(Violation violation) {
    if (violations.isEmpty()) {
      violations = new ArrayList<>();
    }
    violations.add(violation);
  }

  private void skip() {
    parser.skipChildren();
    checkable = false;
  }

  private ObjectScope current() {
    ObjectScope current = scope;
    if (current == null) {
      throw new IllegalStateException("not in an object");
    }
    return current;
  }
}
