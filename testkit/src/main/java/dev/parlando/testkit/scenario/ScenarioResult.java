package dev.parlando.testkit.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a scenario went.
 *
 * @param scenario its name
 * @param elapsed how long the conversation took, in its own time
 * @param conversation what happened, a line each, with the time in front
 * @param failure what was not as expected; empty if all was
 */
public record ScenarioResult(
    String scenario, Duration elapsed, List<String> conversation, Optional<String> failure) {

  /** The list is copied. */
  public ScenarioResult {
    conversation = List.copyOf(conversation);
  }

  /** Whether all was as expected. */
  public boolean passed() {
    return failure.isEmpty();
  }

  /** What was not as expected, and the conversation up to there; empty text if all was. */
  public String report() {
    return failure
        .map(
            problem ->
                problem + "\nThe conversation so far:\n  " + String.join("\n  ", conversation))
        .orElse("");
  }

  /**
   * Checks that all was as expected.
   *
   * @throws AssertionError with the {@link #report}, if not
   */
  public void verify() {
    if (!passed()) {
      throw new AssertionError(scenario + ": " + report());
    }
  }
}
