package dev.parlando.processor.discover;

import dev.parlando.processor.json.JsonParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.AnnotationMirror;
import org.jspecify.annotations.Nullable;

/**
 * An annotation as it stands, defaults filled in.
 *
 * @param name its qualified name
 * @param values its values by name: text, numbers and booleans as they are, enum constants and
 *     classes by their names, annotations as {@code Annotation}, arrays as lists
 * @param mirror the compiler's view of it, unless it was kept from an earlier build
 */
record Annotation(String name, Map<String, Object> values, @Nullable AnnotationMirror mirror) {

  String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  String text(String value) {
    return (String) get(value);
  }

  boolean flag(String value) {
    return (Boolean) get(value);
  }

  long number(String value) {
    return ((Number) get(value)).longValue();
  }

  List<?> list(String value) {
    return (List<?>) get(value);
  }

  private Object get(String value) {
    Object stated = values.get(value);
    if (stated == null) {
      // Its defaults are in its class, which is not on the class path.
      throw new UnresolvedTypeException(name);
    }
    return stated;
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("values", toJson(values));
    return json;
  }

  private static Object toJson(Object value) {
    if (value instanceof Annotation annotation) {
      return annotation.toJson();
    } else if (value instanceof List<?> list) {
      List<Object> json = new ArrayList<>();
      for (Object each : list) {
        json.add(toJson(each));
      }
      return json;
    } else if (value instanceof Map<?, ?> map) {
      Map<String, Object> json = new TreeMap<>();
      for (Map.Entry<?, ?> each : map.entrySet()) {
        json.put(String.valueOf(each.getKey()), toJson(each.getValue()));
      }
      return json;
    }
    return value instanceof Character ? value.toString() : value;
  }

  static Annotation fromJson(Map<?, ?> json) {
    Map<String, Object> values = new TreeMap<>();
    JsonParser.child(json, "values")
        .forEach((name, value) -> values.put(String.valueOf(name), fromJson(value)));
    return new Annotation(String.valueOf(json.get("name")), values, null);
  }

  private static Object fromJson(Object value) {
    if (value instanceof Map<?, ?> map) {
      return fromJson(map);
    }
    return value instanceof List<?> list ? list.stream().map(Annotation::fromJson).toList() : value;
  }

  /** Two are equal if they say the same, wherever they stand. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Annotation that
        && name.equals(that.name)
        && values.toString().equals(that.values.toString());
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return "@" + name + values;
  }
}
