package dev.parlando.internal.engine;

import dev.parlando.internal.engine.Timer.Kind;
import dev.parlando.realtime.RateLimit;
import java.util.List;

/**
 * The account's limits as the server last told them. While they are used up, replies are put off
 * until they are whole again, for a bounded time: asking at once would only fail.
 */
final class RateLimits {

  private final Outbox out;
  private final EngineOptions options;

  /** Read by other threads too. */
  private volatile List<RateLimit> limits = List.of();

  private long limitsAtMs;
  private long notBeforeMs = Long.MIN_VALUE;

  RateLimits(Outbox out, EngineOptions options) {
    this.out = out;
    this.options = options;
  }

  List<RateLimit> limits() {
    return limits;
  }

  void updated(List<RateLimit> next) {
    limits = next;
    limitsAtMs = out.nowMs();
    for (RateLimit limit : next) {
      if (limit.remaining() != null && limit.remaining() <= 0) {
        wait(limit);
      }
    }
  }

  /** A reply failed because of the limits: the next waits until they are whole. */
  void exceeded() {
    limits.forEach(this::wait);
    if (notBeforeMs <= out.nowMs()) {
      putOff(options.reconnect().backoff().toMillis());
    }
  }

  private void wait(RateLimit limit) {
    double seconds = limit.resetSeconds() == null ? 0 : limit.resetSeconds();
    putOff((long) Math.ceil(seconds * 1000) - (out.nowMs() - limitsAtMs));
  }

  private void putOff(long ms) {
    long bounded = Math.min(ms, EngineOptions.LONGEST_RATE_LIMIT_MS);
    if (bounded > 0 && out.nowMs() + bounded > notBeforeMs) {
      notBeforeMs = out.nowMs() + bounded;
      out.start(Timer.of(Kind.RATE_LIMIT), bounded);
    }
  }

  boolean allowReply() {
    return out.nowMs() >= notBeforeMs;
  }
}
