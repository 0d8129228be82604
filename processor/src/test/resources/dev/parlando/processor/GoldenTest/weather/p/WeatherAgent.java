package p;

import dev.parlando.DefaultValue;
import dev.parlando.SideEffect;
import dev.parlando.Tool;
import dev.parlando.VoiceAgent;
import dev.parlando.tool.ToolContext;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Optional;

@VoiceAgent(instructions = "You are a weather concierge. Answer in one sentence.", voice = "marin")
public final class WeatherAgent {

  /** Gets the current temperature of a city. */
  @Tool(effect = SideEffect.READ, timeoutMillis = 5000)
  public Temperature getTemperature(TemperatureQuery query) {
    return new Temperature(query.city(), 22, query.unit().orElse(Unit.CELSIUS));
  }

  /**
   * Tells the weather of the next days.
   *
   * @param city the city, as the caller said it
   * @param days how many days
   */
  @Tool
  public List<String> forecast(
      @NotBlank String city, @DefaultValue("3") @Min(1) @Max(10) int days, ToolContext context) {
    return List.of();
  }

  /** Stops talking about the weather. */
  @Tool
  public void stop() {}

  /** What a temperature is told in. */
  public enum Unit {
    CELSIUS,
    FAHRENHEIT
  }

  /**
   * What to tell the temperature of.
   *
   * @param city the city, as the caller said it
   * @param unit the unit to answer in
   */
  public record TemperatureQuery(@NotBlank String city, Optional<Unit> unit) {}

  public record Temperature(String city, int temperature, Unit unit) {}
}
