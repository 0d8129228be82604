package dev.parlando.internal.engine.oracle;

/** How a response of the simulated server goes. */
enum Fate {
  WHOLE,
  /** Takes seconds, so that much can happen in it. */
  LONG,
  /** Completed with nothing in it. */
  EMPTY,
  FAILS_UNHEARD,
  FAILS_HEARD,
  /** Fails for a reason that asking again does not mend. */
  FAILS_FINALLY,
  /** All that is ever told of it is that it failed. */
  FAILS_UNSEEN,
  MAX_TOKENS_UNHEARD,
  MAX_TOKENS_HEARD,
  FILTERED_UNHEARD,
  FILTERED_HEARD,
  /** Begins, and no more comes of it. */
  STALLS_UNHEARD,
  STALLS_HEARD,
  /** Somebody else cancels it. */
  CANCELLED_UNHEARD,
  CANCELLED_HEARD,
  RATE_LIMITED,
  RATE_LIMITED_LONG,
  CALLS,
  TALKS_AND_CALLS,
  /** The call is cut off by the token limit. */
  CALLS_UNFINISHED,
  /** The call is told as unfinished first, then as whole. */
  CALLS_IN_TWO_STEPS,
  MCP
}
