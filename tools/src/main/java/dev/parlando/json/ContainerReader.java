package dev.parlando.json;

import dev.parlando.tool.Repair;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads lists, sets and maps. Elements that can't be read are {@code null} in them. */
final class ContainerReader {

  private ContainerReader() {}

  static <T> @Nullable List<T> readList(
      ArgumentCursor cursor, JsonParser parser, Supplier<@Nullable T> element) {
    List<T> list = new ArrayList<>();
    if (parser.hasToken(JsonToken.START_ARRAY)) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        list.add(element.get());
      }
    } else if (cursor.lenient() && !parser.hasToken(JsonToken.VALUE_NULL)) {
      T single = element.get();
      if (!cursor.isCheckable()) {
        return null;
      }
      cursor.repaired(Repair.Kind.SINGLE_ELEMENT);
      list.add(single);
    } else {
      cursor.mismatch("a list");
      return null;
    }
    cursor.checkable();
    return Collections.unmodifiableList(list);
  }

  /** Fills a set with the elements of an array, each of which may come once. */
  static <T, S extends Set<T>> @Nullable S readDistinct(
      ArgumentCursor cursor, JsonParser parser, Supplier<@Nullable T> element, S set) {
    List<T> list = readList(cursor, parser, () -> valid(cursor, element));
    if (list == null) {
      return null;
    }
    Set<Object> seen = new HashSet<>();
    for (T value : list) {
      if (value == null) {
        cursor.uncheckable();
      } else if (seen.add(identity(value))) {
        set.add(value);
      } else {
        if (cursor.lenient()) {
          cursor.repaired(Repair.Kind.DUPLICATE_ELEMENT);
        } else {
          cursor.violation("must not have the same element twice");
        }
      }
    }
    return set;
  }

  /** What makes an element the same as another: 1.0 is 1.00, and -0.0 is 0.0, as in JSON Schema. */
  private static Object identity(Object value) {
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros();
    }
    return value instanceof Double || value instanceof Float
        ? ((Number) value).doubleValue() + 0.0
        : value;
  }

  /** The next element; null if it is wrong, since all that is wrong may seem to be the same. */
  private static <T> @Nullable T valid(ArgumentCursor cursor, Supplier<@Nullable T> element) {
    int violations = cursor.violationCount();
    T value = element.get();
    return cursor.violationCount() == violations ? value : null;
  }

  static <K, V> @Nullable Map<K, V> readMap(
      ArgumentCursor cursor, JsonParser parser, TextFormat<K> key, Supplier<@Nullable V> value) {
    if (!parser.hasToken(JsonToken.START_OBJECT)) {
      cursor.mismatch("an object");
      return null;
    }
    Map<K, V> map = new LinkedHashMap<>();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      K parsed = key.parse(name);
      if (parsed == null) {
        cursor.violation("the name must be " + key.expected());
        parser.skipChildren();
      } else if (map.containsKey(parsed)) {
        cursor.violation("is given twice");
        parser.skipChildren();
      } else {
        map.put(parsed, value.get());
      }
    }
    cursor.checkable();
    return Collections.unmodifiableMap(map);
  }
}
