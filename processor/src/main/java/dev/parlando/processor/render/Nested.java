package dev.parlando.processor.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks into a schema that is made of maps and lists. */
final class Nested {

  private Nested() {}

  /** An object, by its keys. */
  static Map<String, Object> map(Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (Map.Entry<?, ?> each : ((Map<?, ?>) value).entrySet()) {
      map.put(String.valueOf(each.getKey()), each.getValue());
    }
    return map;
  }

  /** A keyword's list; empty if the keyword is not there. */
  static List<?> list(Map<String, Object> schema, String keyword) {
    return schema.get(keyword) instanceof List<?> list ? list : List.of();
  }
}
