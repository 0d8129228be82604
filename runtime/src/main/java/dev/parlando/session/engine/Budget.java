package dev.parlando.session.engine;

import org.jspecify.annotations.Nullable;

/**
 * What a session may use. Zero: no limit.
 *
 * @param tokens of all responses together
 * @param replies how many
 * @param toolCalls how many
 * @param ms how long it may last
 * @param farewell what the model is told to say before the session ends; empty: it ends at once
 */
public record Budget(long tokens, long replies, long toolCalls, long ms, String farewell) {

  /** No limit at all. */
  public static final Budget UNLIMITED = new Budget(0, 0, 0, 0, "");

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
