package dev.parlando.processor.model;

import java.util.List;

/** A type with the constraints of the place where it is used. */
public record ValueModel(TypeModel type, List<ConstraintModel> constraints) {

  /** Keeps an immutable copy. */
  public ValueModel {
    constraints = List.copyOf(constraints);
  }

  /** Whether it has constraints that only a validator understands. */
  boolean needsValidator() {
    return hasCustomConstraint()
        || (type instanceof TypeModel.Sequence sequence && sequence.element().needsValidator())
        || (type instanceof TypeModel.Mapping mapping && mapping.value().needsValidator());
  }

  private boolean hasCustomConstraint() {
    for (ConstraintModel constraint : constraints) {
      if (constraint instanceof ConstraintModel.Custom) {
        return true;
      }
    }
    return false;
  }
}
