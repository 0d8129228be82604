package dev.parlando.json;

import dev.parlando.tool.Violation;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;

/** The violations found in the arguments of one call. Most calls never need it. */
final class ArgumentNotes {

  /** More than a model can mend at once; a long list of nonsense must not become a long answer. */
  static final int MAX_VIOLATIONS = 50;

  private final JsonParser parser;
  private final List<Violation> violations = new ArrayList<>();
  private int count;

  ArgumentNotes(JsonParser parser) {
    this.parser = parser;
  }

  /** How many violations there were, listed or not. */
  int count() {
    return count;
  }

  /** Notes what is wrong with the value where the parser stands. */
  void add(String message) {
    add(new Violation(ArgumentPath.of(parser.streamReadContext()), message));
  }

  /** Notes what is wrong with a property of the object where the parser stands. */
  void add(String property, String message) {
    add(new Violation(ArgumentPath.of(parser.streamReadContext(), property), message));
  }

  private void add(Violation violation) {
    if (count++ < MAX_VIOLATIONS) {
      violations.add(violation);
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
