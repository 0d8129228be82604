package dev.parlando.json;

import dev.parlando.json.ArgumentReader.Decoder;
import dev.parlando.tool.Repair;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads lists, sets and maps. Elements that can't be read are {@code null} in them. */
final class ContainerReader {

  private ContainerReader() {}

  static <T> @Nullable List<T> readList(ArgumentReader in, JsonParser parser, Decoder<T> element) {
    List<T> list = new ArrayList<>();
    if (parser.hasToken(JsonToken.START_ARRAY)) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        list.add(element.read(in));
      }
    } else if (in.repairs() && !parser.hasToken(JsonToken.VALUE_NULL)) {
      T single = element.read(in);
      if (!in.isCheckable()) {
        return null;
      }
      in.repaired(Repair.Kind.SINGLE_ELEMENT);
      list.add(single);
    } else {
      in.mismatch("a list");
      return null;
    }
    in.checkable();
    return Collections.unmodifiableList(list);
  }

  /** Fills a set with the elements of an array, each of which may come once. */
  static <T, S extends Set<T>> @Nullable S readDistinct(
      ArgumentReader in, JsonParser parser, Decoder<T> element, S set) {
    List<T> list = readList(in, parser, it -> valid(it, element));
    if (list == null) {
      return null;
    }
    Set<Object> seen = new HashSet<>();
    for (T value : list) {
      if (value == null) {
        in.uncheckable();
      } else if (seen.add(identity(value))) {
        set.add(value);
      } else {
        if (in.repairs()) {
          in.repaired(Repair.Kind.DUPLICATE_ELEMENT);
        } else {
          in.violation("must not have the same element twice");
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
  private static <T> @Nullable T valid(ArgumentReader in, Decoder<T> element) {
    int violations = in.violationCount();
    T value = element.read(in);
    return in.violationCount() == violations ? value : null;
  }

  static <K, V> @Nullable Map<K, V> readMap(
      ArgumentReader in, JsonParser parser, TextFormat<K> key, Decoder<V> value) {
    if (!parser.hasToken(JsonToken.START_OBJECT)) {
      in.mismatch("an object");
      return null;
    }
    Map<K, V> map = new LinkedHashMap<>();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      K parsed = key.parse(name);
      if (parsed == null) {
        in.violation("the name must be " + key.expected());
        parser.skipChildren();
      } else if (map.containsKey(parsed)) {
        in.violation("is given twice");
        parser.skipChildren();
      } else {
        map.put(parsed, value.read(in));
      }
    }
    in.checkable();
    return Collections.unmodifiableMap(map);
  }
}
