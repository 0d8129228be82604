package dev.parlando.testkit.scenario;

/** A step did not go as the scenario says. */
final class StepFailure extends Exception {

  private static final long serialVersionUID = 1L;

  StepFailure(String message) {
    super(message);
  }
}
