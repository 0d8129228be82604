package dev.parlando.json;

import dev.parlando.tool.Violation;
import java.util.ArrayList;
import java.util.List;

/** The violations found in the arguments of one call. Most calls never need it. */
final class ArgumentNotes {

  /** More than a model can mend at once; a long list of nonsense must not become a long answer. */
  static final int MAX_VIOLATIONS = 50;

  private final List<Violation> violations = new ArrayList<>();
  private int count;

  /** How many violations there were, listed or not. */
  int count() {
    return count;
  }

  void add(String path, String message) {
    if (count++ < MAX_VIOLATIONS) {
      violations.add(new Violation(path, message));
    }
  }

  /** The violations, in the order of the arguments. */
  List<Violation> violations() {
    List<Violation> all = new ArrayList<>(violations);
    if (count > MAX_VIOLATIONS) {
      all.add(new Violation("", "and " + (count - MAX_VIOLATIONS) + " more violations"));
    }
    return all;
  }
}
