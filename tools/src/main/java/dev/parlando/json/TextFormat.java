package dev.parlando.json;

import org.jspecify.annotations.Nullable;

/**
 * A type whose values are written as text.
 *
 * <p>Implementations are immutable.
 *
 * @param <T> the type
 */
public interface TextFormat<T> {

  /** The value that a text states, or {@code null} if it states none. */
  @Nullable T parse(String text);

  /** The text of a value; {@link #parse} takes it. */
  String format(T value);

  /** What a text must be, with an example: {@code a date such as 2026-11-22}. */
  String expected();
}
