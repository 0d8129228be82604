package dev.parlando.testkit.internal.session;

import dev.parlando.realtime.Dialect;

/** The model of a session whose client names none, from the time of the dialect. */
public final class DefaultModels {

  private DefaultModels() {}

  /** The model for a dialect. */
  public static String of(Dialect dialect) {
    return switch (dialect) {
      case GA -> "gpt-realtime-2.1";
      case BETA -> "gpt-4o-realtime-preview-2024-12-17";
    };
  }
}
