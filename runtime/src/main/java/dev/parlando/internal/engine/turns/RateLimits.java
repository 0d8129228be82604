package dev.parlando.internal.engine.turns;

import dev.parlando.internal.engine.io.EngineOptions;
import dev.parlando.internal.engine.io.Outbox;
import dev.parlando.internal.engine.io.Timer;
import dev.parlando.internal.engine.io.Timer.Kind;
import dev.parlando.realtime.RateLimit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The account's limits as the server last told them. While they are used up, responses are put off
 * until they are whole again, for a bounded time: asking at once would only fail.
 */
public final class RateLimits {

  /** The longest time named by the server that is waited for, in ms. */
  private static final long LONGEST_NAMED_MS = 20_000;

  private static final Pattern NAMED =
      Pattern.compile(
          "try again in (?!\\D)(?:(?<m>\\d{1,6})m(?!s))?(?:(?<s>\\d{1,6}(?:\\.\\d{1,6})?)s)?"
              + "(?:(?<ms>\\d{1,9}(?:\\.\\d{1,6})?)ms)?");

  private final Outbox out;
  private final EngineOptions options;

  /** Read by other threads too. */
  private volatile List<RateLimit> limits = List.of();

  private long limitsAtMs;
  private boolean tooLong;
  private long notBeforeMs = Long.MIN_VALUE;

  public RateLimits(Outbox out, EngineOptions options) {
    this.out = out;
    this.options = options;
  }

  public List<RateLimit> limits() {
    return limits;
  }

  public void updated(List<RateLimit> next) {
    limits = next;
    limitsAtMs = out.nowMs();
    for (RateLimit limit : next) {
      if (limit.remaining() != null && limit.remaining() <= 0) {
        wait(limit);
      }
    }
  }

  /**
   * A request failed because of the limits: the next waits as long as the server says, or until the
   * limits are whole.
   *
   * @param message the server's, which may name a time
   */
  public void exceeded(String message) {
    long namedMs = namedMs(message);
    tooLong = namedMs > LONGEST_NAMED_MS;
    if (namedMs > 0) {
      hold(Math.min(namedMs, LONGEST_NAMED_MS));
      return;
    }
    limits.forEach(this::wait);
    if (notBeforeMs <= out.nowMs()) {
      putOff(options.reconnect().backoff().toMillis());
    }
  }

  /** Whether the time that the server named last is more than anybody waits for. */
  boolean tooLong() {
    return tooLong;
  }

  /** The time in "try again in 1m2.5s", in ms; 0: none. */
  static long namedMs(String message) {
    Matcher time = NAMED.matcher(message);
    if (!time.find()) {
      return 0;
    }
    double ms = 0;
    if (time.group("m") != null) {
      ms += Double.parseDouble(time.group("m")) * 60_000;
    }
    if (time.group("s") != null) {
      ms += Double.parseDouble(time.group("s")) * 1_000;
    }
    if (time.group("ms") != null) {
      ms += Double.parseDouble(time.group("ms"));
    }
    return (long) Math.ceil(ms);
  }

  private void wait(RateLimit limit) {
    double seconds = limit.resetSeconds() == null ? 0 : limit.resetSeconds();
    putOff((long) Math.ceil(seconds * 1000) - (out.nowMs() - limitsAtMs));
  }

  private void putOff(long ms) {
    hold(Math.min(ms, EngineOptions.LONGEST_RATE_LIMIT_MS));
  }

  private void hold(long bounded) {
    if (bounded > 0 && out.nowMs() + bounded > notBeforeMs) {
      notBeforeMs = out.nowMs() + bounded;
      out.start(Timer.of(Kind.RATE_LIMIT), bounded);
    }
  }

  public boolean allowResponse() {
    return out.nowMs() >= notBeforeMs;
  }
}
