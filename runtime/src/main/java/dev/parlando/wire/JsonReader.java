package dev.parlando.wire;

import org.jspecify.annotations.Nullable;

/**
 * The reading half of a type.
 *
 * @param <V> the Java form
 */
public interface JsonReader<V> {

  /**
   * Reads the value that the input stands at; then the input stands at the value's last token.
   *
   * @return null if the value is not of this type; it is untouched then, or taken as a tree, so
   *     that the caller can keep it as a tree
   * @throws IllegalValueException if the value makes the whole message useless
   */
  @Nullable V read(JsonInput in);
}
