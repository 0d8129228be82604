package dev.parlando.examples.benchmarks.parlando;

import dev.parlando.Tool;
import dev.parlando.examples.benchmarks.work.Forecast;
import dev.parlando.examples.benchmarks.work.Forecaster;
import dev.parlando.examples.benchmarks.work.Unit;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tool, for Parlando. */
final class ForecastAgent {

  private final Forecaster forecaster = new Forecaster();

  /** Gets the forecast of a city. */
  @Tool
  Forecast getForecast(Query query) {
    return forecaster.forecast(query.city(), query.unit(), query.days());
  }

  /** The same as the others' query, but here: javac 17 reads no {@code @Nullable} from classes. */
  record Query(
      @NotBlank String city, @Nullable Unit unit, @Min(1) @Max(10) int days, List<String> fields) {}
}
