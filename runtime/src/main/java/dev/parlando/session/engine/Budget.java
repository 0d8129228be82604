package dev.parlando.session.engine;

import dev.parlando.session.event.UsageTotals;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a session may use. Zero: no limit.
 *
 * @param tokens of all responses together
 * @param replies how many
 * @param toolCalls how many
 * @param ms how long it may last
 * @param cost what it may cost; null: anything
 * @param farewell what the model is told to say before the session ends; empty: it ends at once
 */
public record Budget(
    long tokens, long replies, long toolCalls, long ms, @Nullable Cost cost, String farewell) {

  /**
   * A limit of what the usage costs.
   *
   * @param limit in the money of the price
   * @param price of what was used so far
   */
  public record Cost(double limit, ToDoubleFunction<UsageTotals> price) {}

  /** No limit at all. */
  public static final Budget UNLIMITED = new Budget(0, 0, 0, 0, null, "");

  /** What is used up; null: nothing. */
  @Nullable String exhausted(long usedTokens, long usedReplies, long usedToolCalls, long usedMs) {
    if (tokens > 0 && usedTokens >= tokens) {
      return tokens + " tokens";
    }
    if (replies > 0 && usedReplies >= replies) {
      return replies + " replies";
    }
    if (toolCalls > 0 && usedToolCalls >= toolCalls) {
      return toolCalls + " tool calls";
    }
    return ms > 0 && usedMs >= ms ? ms + " ms" : null;
  }
}
