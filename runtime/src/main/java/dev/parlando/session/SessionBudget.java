package dev.parlando.session;

import dev.parlando.session.engine.Budget;
import dev.parlando.session.event.UsageTotals;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/**
 * What a session may use. When something is used up the model says farewell, the listener is told,
 * and the session ends. Zero: no limit.
 *
 * @param tokens of all responses together
 * @param replies how many
 * @param toolCalls how many
 * @param time how long the session may last
 * @param cost what the usage may cost, in the money of the price
 * @param price of what was used so far; asked whenever the server counted more
 * @param farewell what the model is told to say at the end; empty: it ends at once
 */
public record SessionBudget(
    long tokens,
    long replies,
    long toolCalls,
    Duration time,
    double cost,
    ToDoubleFunction<UsageTotals> price,
    String farewell) {

  /** No limit at all. */
  public static final SessionBudget UNLIMITED =
      new SessionBudget(0, 0, 0, Duration.ZERO, 0, usage -> 0, "");

  /** The same with a limit of tokens. */
  public SessionBudget withTokens(long tokens) {
    return new SessionBudget(tokens, replies, toolCalls, time, cost, price, farewell);
  }

  /** The same with a limit of replies. */
  public SessionBudget withReplies(long replies) {
    return new SessionBudget(tokens, replies, toolCalls, time, cost, price, farewell);
  }

  /** The same with a limit of calls of tools. */
  public SessionBudget withToolCalls(long toolCalls) {
    return new SessionBudget(tokens, replies, toolCalls, time, cost, price, farewell);
  }

  /** The same with a limit of time. */
  public SessionBudget withTime(Duration time) {
    return new SessionBudget(tokens, replies, toolCalls, time, cost, price, farewell);
  }

  /**
   * The same with a limit of cost.
   *
   * @param limit in any money
   * @param price what the usage so far costs, in the same money; only you know your prices
   */
  public SessionBudget withCost(double limit, ToDoubleFunction<UsageTotals> price) {
    return new SessionBudget(tokens, replies, toolCalls, time, limit, price, farewell);
  }

  /** The same with words to part with, as an instruction to the model. */
  public SessionBudget withFarewell(String farewell) {
    return new SessionBudget(tokens, replies, toolCalls, time, cost, price, farewell);
  }

  Budget forEngine() {
    Budget.Cost limit = cost > 0 ? new Budget.Cost(cost, price) : null;
    return new Budget(tokens, replies, toolCalls, time.toMillis(), limit, farewell);
  }
}
