package dev.parlando.tool;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when the arguments of a call don't fit the tool. The model is told every violation. */
public final class InvalidArgumentsException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  /**
   * @param violations what is wrong, at least one
   */
  public InvalidArgumentsException(List<Violation> violations) {
    super(
        violations.stream().map(Violation::toString).collect(Collectors.joining("; ")),
        null,
        false,
        false);
    this.violations = List.copyOf(violations);
  }

  /** What is wrong, in the order of the arguments. */
  public List<Violation> violations() {
    return violations;
  }
}
