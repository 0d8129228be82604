package dev.parlando.realtime;

import org.jspecify.annotations.Nullable;

/** How the user's audio is cleaned before anything else hears it. */
public sealed interface NoiseReduction {

  /** For a headset. */
  static Filter nearField() {
    return new Filter("near_field", null, Extras.NONE);
  }

  /** For a laptop or a conference microphone. */
  static Filter farField() {
    return new Filter("far_field", null, Extras.NONE);
  }

  /** Not at all. */
  static Disabled disabled() {
    return Disabled.INSTANCE;
  }

  /**
   * By a filter.
   *
   * @param type {@code near_field} or {@code far_field}
   * @param strength how much of it. GA only
   */
  record Filter(@Nullable String type, @Nullable Double strength, Extras extras)
      implements NoiseReduction {}

  /** Not at all; {@code null} on the wire. */
  enum Disabled implements NoiseReduction {
    /** The one value. */
    INSTANCE
  }
}
