package dev.parlando.examples.benchmarks.spring;

import dev.parlando.examples.benchmarks.work.Forecast;
import dev.parlando.examples.benchmarks.work.ForecastQuery;
import dev.parlando.examples.benchmarks.work.Forecaster;
import dev.parlando.examples.benchmarks.work.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;

/** The tool, for Spring AI. */
public final class ForecastTools {

  private final Forecaster forecaster = new Forecaster();

  /** Gets the forecast of a city. */
  @Tool(name = "get_forecast", description = "Gets the forecast of a city.")
  public Forecast getForecast(
      @ToolParam(description = "the city") String city,
      @ToolParam(description = "the unit", required = false) @Nullable Unit unit,
      @ToolParam(description = "how many days") int days,
      @ToolParam(description = "which fields") List<String> fields) {
    return forecaster.forecast(new ForecastQuery(city, unit, days, fields));
  }
}
