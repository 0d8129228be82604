package dev.parlando.session.options;

import java.time.Duration;

/** Checks the values of settings. */
final class Require {

  private static final Duration LONGEST = Duration.ofDays(366);

  private Require() {}

  static int positive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, not " + value);
    }
    return value;
  }

  static int notNegative(String name, int value) {
    notNegative(name, (long) value);
    return value;
  }

  static long notNegative(String name, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " must not be negative, but is " + value);
    }
    return value;
  }

  static Duration positiveDuration(String name, Duration value) {
    if (duration(name, value).toMillis() < 1) {
      throw new IllegalArgumentException(name + " must be at least 1 ms, not " + value);
    }
    return value;
  }

  static Duration duration(String name, Duration value) {
    if (value.isNegative() || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(name + " must be 0 to 366 days, not " + value);
    }
    return value;
  }
}
