package dev.parlando.testkit;

/** Which of the two published forms of the Realtime protocol a server speaks. */
public enum ServerDialect {
  /** The form of general availability, August 2025 and later. */
  GA("gpt-realtime-2.1"),
  /** The form before it, which preview endpoints and many self-hosted servers still speak. */
  BETA("gpt-4o-realtime-preview-2024-12-17");

  private final String defaultModel;

  ServerDialect(String defaultModel) {
    this.defaultModel = defaultModel;
  }

  /** A model of the dialect's time. */
  public String defaultModel() {
    return defaultModel;
  }
}
