package dev.parlando.session.engine;

import dev.parlando.tool.Violation;
import java.util.List;

/** How a tool that was started ended. */
public sealed interface ToolOutcome {

  /**
   * It returned.
   *
   * @param output the text for the model
   * @param reply whether the model is asked to speak
   */
  record Returned(String output, boolean reply) implements ToolOutcome {}

  /** It did not run, because its arguments don't fit. */
  record Invalid(List<Violation> violations) implements ToolOutcome {}

  /**
   * It threw an exception.
   *
   * @param message the text for the model
   */
  record Threw(String message) implements ToolOutcome {}

  /** No thread could be had to run it. */
  record Rejected() implements ToolOutcome {}
}
