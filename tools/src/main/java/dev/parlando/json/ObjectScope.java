package dev.parlando.json;

import org.jspecify.annotations.Nullable;

/** What a reader remembers of one object while it reads it; reused by the next at its depth. */
final class ObjectScope {

  final @Nullable ObjectScope outer;
  ObjectShape shape;

  /** One bit for each property that came. */
  long seen;

  /** The index of the property that most likely comes next. */
  int next;

  /** The index of the property that came last, or -1. */
  int current;

  private boolean tagSeen;

  /** How many violations there were before the object. */
  int violationsBefore;

  /** How deep in the JSON the object is. */
  int depth;

  private @Nullable ObjectScope inner;

  ObjectScope(@Nullable ObjectScope outer, ObjectShape shape) {
    this.outer = outer;
    this.shape = shape;
  }

  ObjectScope inner(ObjectShape shape) {
    ObjectScope scope = inner;
    if (scope == null) {
      scope = new ObjectScope(this, shape);
      inner = scope;
    }
    scope.shape = shape;
    return scope;
  }

  void begin(int depth, int violations) {
    this.depth = depth;
    seen = 0;
    next = 0;
    tagSeen = false;
    current = -1;
    violationsBefore = violations;
  }

  /** Whether the value being read is sensitive, or inside of one that is. */
  boolean isSensitive() {
    return sensitiveDepth() >= 0;
  }

  /** The depth of the outermost object whose property being read is sensitive, or -1. */
  int sensitiveDepth() {
    int outermost = outer == null ? -1 : outer.sensitiveDepth();
    if (outermost < 0 && current >= 0 && shape.isSensitive(current)) {
      return depth;
    }
    return outermost;
  }

  /**
   * Notes that the property came which says what variant the object is; false if it came before.
   */
  boolean markTag() {
    boolean first = !tagSeen;
    tagSeen = true;
    return first;
  }

  /** Notes that a property came; false if it came before. */
  boolean mark(int index) {
    long bit = 1L << index;
    boolean first = (seen & bit) == 0;
    seen |= bit;
    current = index;
    next = index + 1;
    return first;
  }
}
