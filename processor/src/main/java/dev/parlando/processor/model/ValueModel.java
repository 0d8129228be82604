package dev.parlando.processor.model;

import java.util.List;

/** A type with the constraints of the place where it is used. */
public record ValueModel(TypeModel type, List<ConstraintModel> constraints) {

  /** Keeps an immutable copy. */
  public ValueModel {
    constraints = List.copyOf(constraints);
  }
}
