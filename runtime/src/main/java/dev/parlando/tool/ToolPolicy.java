package dev.parlando.tool;

import dev.parlando.SideEffect;
import java.time.Duration;

/**
 * How a session runs a tool.
 *
 * @param effect what a call changes outside the conversation
 * @param timeout how long a call may take; zero: the session's limit
 * @param sequential whether a call waits for those before it and holds up those after it
 * @param sensitive whether the result is masked wherever it is shown
 */
public record ToolPolicy(
    SideEffect effect, Duration timeout, boolean sequential, boolean sensitive) {

  /** Side effect not said, the session's time limit, concurrent, not sensitive. */
  public static final ToolPolicy DEFAULT =
      new ToolPolicy(SideEffect.UNSPECIFIED, Duration.ZERO, false, false);
}
