package dev.parlando.examples.benchmarks.adk;

import com.google.adk.tools.Annotations.Schema;
import dev.parlando.examples.benchmarks.work.Forecast;
import dev.parlando.examples.benchmarks.work.ForecastQuery;
import dev.parlando.examples.benchmarks.work.Forecaster;
import dev.parlando.examples.benchmarks.work.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tool, for ADK. */
public final class ForecastTools {

  private final Forecaster forecaster = new Forecaster();

  /** Gets the forecast of a city. */
  @Schema(name = "get_forecast", description = "Gets the forecast of a city.")
  public Forecast getForecast(
      @Schema(name = "city") String city,
      @Schema(name = "unit", optional = true) @Nullable Unit unit,
      @Schema(name = "days") int days,
      @Schema(name = "fields") List<String> fields) {
    return forecaster.forecast(new ForecastQuery(city, unit, days, fields));
  }
}
