package dev.parlando.testkit.lock;

import org.jspecify.annotations.Nullable;

/** Whether the lock is compared with, or written. */
enum LockMode {
  VERIFY,
  UPDATE;

  /** The system property that asks for an update. */
  static final String PROPERTY = "parlando.lock";

  /**
   * What is asked for.
   *
   * @param property the value of {@value #PROPERTY}; null if it isn't set
   * @param ci the environment variable {@code CI}; null if it isn't set
   * @throws AssertionError if an update is asked for where nobody reviews it
   */
  static LockMode of(@Nullable String property, @Nullable String ci) {
    if (property == null || property.isEmpty() || property.equals("verify")) {
      return VERIFY;
    }
    if (!property.equals("update")) {
      throw new AssertionError("-D%s must be update, not %s.".formatted(PROPERTY, property));
    }
    if ("true".equalsIgnoreCase(ci)) {
      throw new AssertionError(
          "-D%s=update is refused where CI=true: a change of the tools is reviewed before it gets here. Run it on your machine, review the lock and commit it."
              .formatted(PROPERTY));
    }
    return UPDATE;
  }
}
