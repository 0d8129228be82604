package dev.parlando.testkit.internal.session;

import dev.parlando.testkit.internal.audio.AudioEncoding;
import dev.parlando.testkit.internal.audio.SpeechDetector;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How the server finds the user's turns in the audio.
 *
 * @param idleTimeout how long the user may stay silent after a reply; null for ever
 */
record VadSettings(
    double threshold,
    int prefixMillis,
    int silenceMillis,
    boolean createsResponse,
    boolean interrupts,
    @Nullable Duration idleTimeout) {

  static VadSettings of(JsonNode config) {
    boolean semantic = "semantic_vad".equals(Json.text(config, "type"));
    return new VadSettings(
        config.path("threshold").asDouble(0.5),
        config.path("prefix_padding_ms").asInt(300),
        semantic ? patience(config) : config.path("silence_duration_ms").asInt(200),
        config.path("create_response").asBoolean(true),
        config.path("interrupt_response").asBoolean(true),
        config.path("idle_timeout_ms").isIntegralNumber()
            ? Duration.ofMillis(config.path("idle_timeout_ms").longValue())
            : null);
  }

  /** Where the real server listens to the meaning, this one only waits longer or shorter. */
  private static int patience(JsonNode config) {
    return switch (Json.text(config, "eagerness")) {
      case "high" -> 200;
      case "low" -> 1000;
      default -> 500;
    };
  }

  SpeechDetector detector(AudioEncoding encoding, long fromMillis) {
    return new SpeechDetector(encoding.sampleRate(), threshold, silenceMillis, fromMillis);
  }
}
