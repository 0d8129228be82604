package dev.parlando.testkit.internal.session;

import tools.jackson.databind.node.ObjectNode;

/**
 * The {@code rate_limits.updated} event, sent after every response as the real server mostly does.
 */
final class RateLimitsEvent {

  private static final int TOKENS_PER_MINUTE = 800_000;

  private RateLimitsEvent() {}

  static ObjectNode after(TokenCount usage) {
    int used = usage.totalTokens();
    ObjectNode event = Json.event("rate_limits.updated");
    event
        .putArray("rate_limits")
        .addObject()
        .put("name", "tokens")
        .put("limit", TOKENS_PER_MINUTE)
        .put("remaining", TOKENS_PER_MINUTE - used)
        .put("reset_seconds", used * 60.0 / TOKENS_PER_MINUTE);
    return event;
  }
}
