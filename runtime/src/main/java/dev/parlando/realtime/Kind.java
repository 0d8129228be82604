package dev.parlando.realtime;

import tools.jackson.core.JsonGenerator;

/**
 * A kind of JSON value and its Java form: how one becomes the other.
 *
 * @param <V> the Java form
 */
interface Kind<V> extends Reader<V> {

  /** What reads such a value, without a way through this kind if there is a shorter one. */
  default Reader<V> reader() {
    return this;
  }

  /** Writes a value in a dialect. */
  void write(JsonGenerator out, V value, Dialect dialect);

  /** The value for a developer to see, without anything private. */
  default String print(V value) {
    return String.valueOf(value);
  }
}
