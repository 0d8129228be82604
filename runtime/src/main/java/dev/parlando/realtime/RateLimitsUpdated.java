package dev.parlando.realtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What remains of the account's limits. Servers send it at no fixed place, some never: don't
 * sequence on it.
 */
public record RateLimitsUpdated(@Nullable String eventId, List<RateLimit> rateLimits, Extras extras)
    implements ServerEvent {

  /** Copies the list. */
  public RateLimitsUpdated {
    rateLimits = List.copyOf(rateLimits);
  }
}
