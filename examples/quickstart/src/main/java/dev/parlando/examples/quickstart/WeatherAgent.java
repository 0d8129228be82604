package dev.parlando.examples.quickstart;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parlando.SideEffect;
import dev.parlando.Tool;
import dev.parlando.VoiceAgent;
import jakarta.validation.constraints.NotBlank;
import java.util.Optional;

/** Knows the temperature of every city, as long as nobody checks. */
@VoiceAgent(instructions = "You are a weather concierge. Answer in one sentence.", voice = "marin")
final class WeatherAgent {

  private static final int CELSIUS = 22;

  private final long delayMs;

  /**
   * @param delayMs how long the weather service takes to answer, in ms
   */
  WeatherAgent(long delayMs) {
    this.delayMs = delayMs;
  }

  /** Gets the current temperature of a city. */
  @Tool(effect = SideEffect.READ)
  Temperature getTemperature(TemperatureQuery query) throws InterruptedException {
    Thread.sleep(delayMs);
    Unit unit = query.unit().orElse(Unit.CELSIUS);
    int degrees = unit == Unit.CELSIUS ? CELSIUS : Math.round(CELSIUS * 1.8f + 32);
    return new Temperature(query.city(), degrees, unit);
  }

  /**
   * @param city the city, as the caller said it
   * @param unit the unit to answer in
   */
  record TemperatureQuery(@NotBlank String city, Optional<Unit> unit) {}

  /** What the model gets back. */
  record Temperature(String city, int temperature, Unit unit) {}

  /** Units of temperature. */
  enum Unit {
    @JsonProperty("celsius")
    CELSIUS,
    @JsonProperty("fahrenheit")
    FAHRENHEIT
  }
}
