package dev.parlando.testkit.scenario;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a value is to be. Implementations are immutable.
 *
 * <pre>{@code
 * Match.equalTo("Toronto")
 * Match.containing("rain")
 * Match.between(1, 5)
 * Match.fields().with("city", "Toronto").with("unit", Match.absent())
 * }</pre>
 */
public interface Match {

  /**
   * Compares.
   *
   * @param value the value; a missing node where there is none
   * @return what is wrong, as {@code expected "Toronto", was "Paris"}; empty if nothing
   */
  Optional<String> mismatch(JsonNode value);

  /** What is expected, as the rest of a sentence that begins with "expected". */
  String description();

  /** Whatever it is, even nothing. */
  static Match any() {
    return Matches.ANY;
  }

  /** Nothing: the value is not there. */
  static Match absent() {
    return Matches.ABSENT;
  }

  /**
   * The same JSON value; numbers are compared by what they are worth.
   *
   * @param value a string, a number, a boolean, a {@link JsonNode}, or a list or map of them
   */
  static Match equalTo(Object value) {
    return Matches.equalTo(Matches.tree(value));
  }

  /** Text with this in it, in whatever case. */
  static Match containing(String part) {
    return Matches.containing(part);
  }

  /**
   * Text in which a regular expression finds something.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Match matching(String regex) {
    return Matches.matching(regex);
  }

  /** A number from the first to the second. */
  static Match between(double from, double to) {
    return Matches.between(from, to);
  }

  /** An object of exactly the fields that are added, each as it is to be. */
  static FieldsMatch fields() {
    return FieldsMatch.NONE;
  }
}
