package dev.parlando.testkit;

/** Which of the two published forms of the Realtime protocol a server speaks. */
public enum ServerDialect {
  /** The form of general availability, August 2025 and later. */
  GA,
  /** The form before it, which preview endpoints and many self-hosted servers still speak. */
  BETA
}
