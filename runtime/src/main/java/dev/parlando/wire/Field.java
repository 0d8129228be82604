package dev.parlando.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.databind.JsonNode;

/**
 * One field of a class.
 *
 * @param slot where its value stands among those of an object that is being read
 * @param label its name for a developer
 * @param type what its values are
 * @param accessor takes its value from the Java object
 */
public record Field<T, V>(int slot, String label, JsonType<V> type, Accessor<T, V> accessor) {

  /** Takes a value from a Java object. */
  public interface Accessor<T, V> {
    @Nullable V get(T object);
  }

  public boolean in(T object) {
    return accessor.get(object) != null;
  }

  /**
   * Writes name and value. What was read but could not be held is written where there is no value
   * in its place.
   */
  public void write(
      JsonGenerator out,
      SerializableString name,
      T object,
      @Nullable JsonNode leftovers,
      Enum<?> dialect) {
    V value = accessor.get(object);
    if (value != null && !(leftovers != null && isEmpty(value))) {
      out.writeName(name);
      type.write(out, value, dialect);
    } else if (leftovers != null) {
      out.writeName(name);
      JsonTrees.write(out, leftovers);
    }
  }

  /** Empty is what a list is that can't hold what was read. */
  private static boolean isEmpty(Object value) {
    return value.equals(List.of()) || (value instanceof byte[] bytes && bytes.length == 0);
  }

  public @Nullable String print(T object) {
    V value = accessor.get(object);
    return value == null ? null : label + "=" + type.print(value);
  }
}
