package dev.parlando.processor.model;

import java.util.Optional;

/** The ways Java holds one element after the other. */
public enum SequenceKind {
  /** In order, any number of times. */
  LIST,
  /** Once each, in the order they came. */
  SET,
  /** Once each, sorted. */
  SORTED_SET,
  /** An array. */
  ARRAY;

  /** The kind of a class or interface, by its qualified name. */
  public static Optional<SequenceKind> of(String javaType) {
    return switch (javaType) {
      case "java.util.List", "java.util.Collection", "java.lang.Iterable" -> Optional.of(LIST);
      case "java.util.Set" -> Optional.of(SET);
      case "java.util.SortedSet" -> Optional.of(SORTED_SET);
      default -> Optional.empty();
    };
  }

  /** Whether each element stands once. */
  public boolean isUnique() {
    return this == SET || this == SORTED_SET;
  }
}
