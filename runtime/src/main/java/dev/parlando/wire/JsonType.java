package dev.parlando.wire;

import tools.jackson.core.JsonGenerator;

/**
 * A type of JSON value and its Java form: how one becomes the other.
 *
 * @param <V> the Java form
 */
public interface JsonType<V> extends JsonReader<V> {

  /** What reads such a value, without a way through this type if there is a shorter one. */
  default JsonReader<V> reader() {
    return this;
  }

  /** Writes a value in a dialect. */
  void write(JsonGenerator out, V value, Enum<?> dialect);

  /** The value for a developer to see, without anything private. */
  default String print(V value) {
    return String.valueOf(value);
  }
}
