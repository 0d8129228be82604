package dev.parlando.processor.model;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What Java wraps a value in that may be left out. */
public enum Wrapping {
  /** Nothing. */
  NONE(Void.class, null, ""),
  /** {@code Optional<T>}. */
  OPTIONAL(Optional.class, null, "get"),
  /** {@code OptionalInt}. */
  OPTIONAL_INT(OptionalInt.class, ScalarKind.INT, "getAsInt"),
  /** {@code OptionalLong}. */
  OPTIONAL_LONG(OptionalLong.class, ScalarKind.LONG, "getAsLong"),
  /** {@code OptionalDouble}. */
  OPTIONAL_DOUBLE(OptionalDouble.class, ScalarKind.DOUBLE, "getAsDouble");

  private final Class<?> javaClass;
  private final @Nullable ScalarKind primitive;
  private final String getter;

  Wrapping(Class<?> javaClass, @Nullable ScalarKind primitive, String getter) {
    this.javaClass = javaClass;
    this.primitive = primitive;
    this.getter = getter;
  }

  /** The wrapping of a Java type, by its qualified name; {@link #NONE} for all others. */
  public static Wrapping of(String javaType) {
    for (Wrapping each : values()) {
      if (each != NONE && each.javaClass.getName().equals(javaType)) {
        return each;
      }
    }
    return NONE;
  }

  /** The Java type. */
  public Class<?> javaClass() {
    return javaClass;
  }

  /** What an {@code OptionalX} holds. */
  public Optional<ScalarKind> primitive() {
    return Optional.ofNullable(primitive);
  }

  /** The method that takes the value out; empty for {@link #NONE}. */
  public String getter() {
    return getter;
  }
}
