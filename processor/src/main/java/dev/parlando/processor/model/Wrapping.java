package dev.parlando.processor.model;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What Java wraps a value in that may be left out. */
public enum Wrapping {
  /** Nothing. */
  NONE(Void.class),
  /** {@code Optional<T>}. */
  OPTIONAL(Optional.class),
  /** {@code OptionalInt}. */
  OPTIONAL_INT(OptionalInt.class),
  /** {@code OptionalLong}. */
  OPTIONAL_LONG(OptionalLong.class),
  /** {@code OptionalDouble}. */
  OPTIONAL_DOUBLE(OptionalDouble.class);

  private final Class<?> javaClass;

  Wrapping(Class<?> javaClass) {
    this.javaClass = javaClass;
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
    return switch (this) {
      case OPTIONAL_INT -> Optional.of(ScalarKind.INT);
      case OPTIONAL_LONG -> Optional.of(ScalarKind.LONG);
      case OPTIONAL_DOUBLE -> Optional.of(ScalarKind.DOUBLE);
      case NONE, OPTIONAL -> Optional.empty();
    };
  }

  /** The method that takes the value out. */
  public String getter() {
    return switch (this) {
      case NONE -> "";
      case OPTIONAL -> "get";
      case OPTIONAL_INT -> "getAsInt";
      case OPTIONAL_LONG -> "getAsLong";
      case OPTIONAL_DOUBLE -> "getAsDouble";
    };
  }
}
