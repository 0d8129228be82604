package dev.parlando.session;

import dev.parlando.session.engine.Budget;
import java.time.Duration;

/**
 * What a session may use. When something is used up the model says farewell, the listener is told,
 * and the session ends. Zero: no limit.
 *
 * @param tokens of all responses together
 * @param replies how many
 * @param toolCalls how many
 * @param time how long the session may last
 * @param farewell what the model is told to say at the end; empty: it ends at once
 */
public record SessionBudget(
    long tokens, long replies, long toolCalls, Duration time, String farewell) {

  /** No limit at all. */
  public static final SessionBudget UNLIMITED = new SessionBudget(0, 0, 0, Duration.ZERO, "");

  /** The same with a limit of tokens. */
  public SessionBudget withTokens(long tokens) {
    return new SessionBudget(tokens, replies, toolCalls, time, farewell);
  }

  /** The same with a limit of replies. */
  public SessionBudget withReplies(long replies) {
    return new SessionBudget(tokens, replies, toolCalls, time, farewell);
  }

  /** The same with a limit of calls of tools. */
  public SessionBudget withToolCalls(long toolCalls) {
    return new SessionBudget(tokens, replies, toolCalls, time, farewell);
  }

  /** The same with a limit of time. */
  public SessionBudget withTime(Duration time) {
    return new SessionBudget(tokens, replies, toolCalls, time, farewell);
  }

  /** The same with words to part with, as an instruction to the model. */
  public SessionBudget withFarewell(String farewell) {
    return new SessionBudget(tokens, replies, toolCalls, time, farewell);
  }

  Budget forEngine() {
    return new Budget(tokens, replies, toolCalls, time.toMillis(), farewell);
  }
}
