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
 * @param maxConcurrent how many calls of the tool may run at once; 0: the session's limit
 * @param maxCorrections how often in a turn the model may correct its arguments; -1: the session's
 *     limit
 * @param maxOutputChars the longest output, in characters; 0: the session's limit
 * @param reply whether the model is asked to speak after the tool returned
 */
public record ToolPolicy(
    SideEffect effect,
    Duration timeout,
    boolean sequential,
    boolean sensitive,
    int maxConcurrent,
    int maxCorrections,
    int maxOutputChars,
    boolean reply) {

  /** Side effect not said, the session's limits, concurrent, not sensitive, with a reply. */
  public static final ToolPolicy DEFAULT =
      new ToolPolicy(SideEffect.UNSPECIFIED, Duration.ZERO, false, false, 0, -1, 0, true);

  /** The same with a side effect. */
  public ToolPolicy withEffect(SideEffect effect) {
    return new ToolPolicy(
        effect,
        timeout,
        sequential,
        sensitive,
        maxConcurrent,
        maxCorrections,
        maxOutputChars,
        reply);
  }

  /** The same with a limit of time, in ms. */
  public ToolPolicy withTimeoutMillis(long ms) {
    return new ToolPolicy(
        effect,
        Duration.ofMillis(ms),
        sequential,
        sensitive,
        maxConcurrent,
        maxCorrections,
        maxOutputChars,
        reply);
  }

  /** The same for a tool whose calls wait for each other and for all others. */
  public ToolPolicy asSequential() {
    return new ToolPolicy(
        effect, timeout, true, sensitive, maxConcurrent, maxCorrections, maxOutputChars, reply);
  }

  /** The same for a tool whose result is masked wherever it is shown. */
  public ToolPolicy asSensitive() {
    return new ToolPolicy(
        effect, timeout, sequential, true, maxConcurrent, maxCorrections, maxOutputChars, reply);
  }

  /** The same with a limit of calls that run at once. */
  public ToolPolicy withMaxConcurrent(int calls) {
    return new ToolPolicy(
        effect, timeout, sequential, sensitive, calls, maxCorrections, maxOutputChars, reply);
  }

  /** The same with a limit of corrections. */
  public ToolPolicy withMaxCorrections(int times) {
    return new ToolPolicy(
        effect, timeout, sequential, sensitive, maxConcurrent, times, maxOutputChars, reply);
  }

  /** The same with a limit of the output, in characters. */
  public ToolPolicy withMaxOutputChars(int characters) {
    return new ToolPolicy(
        effect, timeout, sequential, sensitive, maxConcurrent, maxCorrections, characters, reply);
  }

  /** The same for a tool after which the model is not asked to speak. */
  public ToolPolicy withoutReply() {
    return new ToolPolicy(
        effect,
        timeout,
        sequential,
        sensitive,
        maxConcurrent,
        maxCorrections,
        maxOutputChars,
        false);
  }
}
