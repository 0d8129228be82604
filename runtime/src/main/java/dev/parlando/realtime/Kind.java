package dev.parlando.realtime;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A kind of JSON value and its Java form: how one becomes the other.
 *
 * @param <V> the Java form
 */
interface Kind<V> {

  /**
   * Reads the value that the source stands at; then the source stands at the value's last token.
   *
   * @return null if the value is not of this kind; it is untouched then, or taken as a tree, so
   *     that the caller can keep it as a tree
   * @throws IllegalValueException if the value makes the whole message useless
   */
  @Nullable V read(Source in);

  /** Writes a value in a dialect. */
  void write(JsonGenerator out, V value, Dialect dialect);

  /** The value for a developer to see, without anything private. */
  default String print(V value) {
    return String.valueOf(value);
  }
}
