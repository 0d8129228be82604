package dev.parlando.examples.benchmarks.work;

import java.util.List;

/** Records to validate. */
public final class Queries {

  private Queries() {}

  /** Four that are well. */
  public static ForecastQuery[] good() {
    return new ForecastQuery[] {
      new ForecastQuery("Toronto", Unit.CELSIUS, 4, List.of("low", "high")),
      new ForecastQuery("Québec", Unit.FAHRENHEIT, 1, List.of("high")),
      new ForecastQuery("San Francisco", null, 10, List.of()),
      new ForecastQuery("São Paulo", Unit.CELSIUS, 5, List.of("low", "high", "wind", "rain"))
    };
  }

  /** Four with one fault each. */
  public static ForecastQuery[] wrong() {
    return new ForecastQuery[] {
      new ForecastQuery(" ", null, 4, List.of()),
      new ForecastQuery("", null, 4, List.of()),
      new ForecastQuery("Toronto", null, 0, List.of()),
      new ForecastQuery("Toronto", null, 11, List.of())
    };
  }
}
