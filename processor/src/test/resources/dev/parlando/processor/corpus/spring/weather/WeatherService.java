package spring.weather;

import dev.parlando.DefaultValue;
import dev.parlando.Describe;
import dev.parlando.SideEffect;
import dev.parlando.Tool;
import dev.parlando.tool.ToolContext;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A service bean: flat parameters, records as results, a client behind it. */
public class WeatherService {

  private final WeatherClient client;

  public WeatherService(WeatherClient client) {
    this.client = client;
  }

  @Tool(value = "Get the current temperature of a location", name = "getTemperature")
  public double temperature(
      @Describe("Latitude of the location") @DecimalMin("-90") @DecimalMax("90") double latitude,
      @Describe("Longitude of the location") @DecimalMin("-180") @DecimalMax("180") double longitude) {
    return client.at(latitude, longitude).temperature();
  }

  @Tool("Get the weather forecast for the next days")
  public List<DayForecast> forecast(
      @Describe("City name, for example Madrid") @NotBlank String city,
      @Describe("Number of days") @Min(1) @Max(14) @DefaultValue("3") int days,
      @DefaultValue("CELSIUS") TemperatureUnit unit) {
    return client.days(city, days, unit);
  }

  /**
   * Looks up alerts for a US state.
   *
   * @param state two-letter code, like <b>CA</b> or {@code NY}
   * @param minimum the least severity that is worth telling
   */
  @Tool
  public List<Alert> alerts(String state, Optional<Severity> minimum) {
    return List.of();
  }

  @Tool("Current air quality, one index per pollutant")
  public Map<Pollutant, Integer> airQuality(WeatherRequest request) {
    return Map.of();
  }

  @Tool("Sunrise and sunset of one day")
  public SunTimes sun(WeatherRequest request, Optional<LocalDate> day) {
    return null;
  }

  @Tool("Compare several cities")
  public Comparison compare(List<@NotBlank String> cities, TemperatureUnit unit) {
    return null;
  }

  @Tool("Tells the weather stations near the caller")
  public Station[] stations(ToolContext context, @DefaultValue("10.5") float radiusKm) {
    return new Station[0];
  }

  @Tool(value = "Subscribe to warnings", effect = SideEffect.WRITE)
  public boolean subscribe(@Describe("Where to send them") Contact contact, Severity minimum) {
    return true;
  }

  @Tool("Historic values of one station")
  public TimeSeries<Double> history(String stationId, Instant from, Instant to) {
    return null;
  }

  @Tool("The unit that a country uses")
  public static TemperatureUnit unitOf(java.util.Locale country) {
    return TemperatureUnit.CELSIUS;
  }

  /** What the service calls. */
  public interface WeatherClient {
    Current at(double latitude, double longitude);

    List<DayForecast> days(String city, int days, TemperatureUnit unit);
  }

  public record Current(double temperature, int humidity) {}

  public record WeatherRequest(@NotBlank String city, Optional<String> country) {}

  public record DayForecast(LocalDate day, double min, double max, String summary) {}

  public record Alert(String event, Severity severity, Instant until) {}

  public record SunTimes(Instant rise, Instant set) {}

  public record Comparison(Map<String, Double> temperatures, String warmest) {}

  public record Station(String id, String name, double distanceKm) {}

  public record TimeSeries<T>(List<Point<T>> points, Optional<T> mean) {}

  public record Point<T>(Instant at, T value) {}

  public sealed interface Contact permits Email, Sms {}

  public record Email(@jakarta.validation.constraints.Email String address) implements Contact {}

  public record Sms(@jakarta.validation.constraints.Pattern(regexp = "\\+[0-9]{6,15}") String number)
      implements Contact {}

  public enum TemperatureUnit { CELSIUS, FAHRENHEIT, KELVIN }

  public enum Severity { MINOR, MODERATE, SEVERE, EXTREME }

  public enum Pollutant { PM10, PM25, O3, NO2 }
}
