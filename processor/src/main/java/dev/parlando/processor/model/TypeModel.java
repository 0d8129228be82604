package dev.parlando.processor.model;

import java.util.Optional;

/** A type whose values travel as JSON. */
public sealed interface TypeModel {

  /** How source code spells it. */
  JavaType javaType();

  /** A type of which the JDK and JSON have a notion in common. */
  record Scalar(ScalarKind kind, JavaType javaType) implements TypeModel {}

  /**
   * A type of the JDK that is written as text.
   *
   * @param pattern the pattern of {@code @JsonFormat}, if it has one
   */
  record Text(TextKind kind, JavaType javaType, Optional<String> pattern) implements TypeModel {}

  /** An array, list or set. */
  record Sequence(SequenceKind kind, JavaType javaType, ValueModel element) implements TypeModel {}

  /**
   * An object with any names.
   *
   * @param key a type that is written as text, or a whole number
   */
  record Mapping(JavaType javaType, TypeModel key, ValueModel value) implements TypeModel {}

  /**
   * A type of the application.
   *
   * @param id its key in the {@link TypeTable}
   */
  record Declared(String id, JavaType javaType) implements TypeModel {}

  /** A type of results only, of which nothing is known: it is left to jackson-databind. */
  record Any(JavaType javaType) implements TypeModel {}
}
