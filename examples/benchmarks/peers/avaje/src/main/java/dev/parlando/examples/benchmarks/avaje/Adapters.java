package dev.parlando.examples.benchmarks.avaje;

import dev.parlando.examples.benchmarks.work.Forecast;
import dev.parlando.examples.benchmarks.work.ForecastQuery;
import io.avaje.jsonb.Json;

/** Has adapters generated for records of another module. */
@Json.Import({ForecastQuery.class, Forecast.class})
final class Adapters {

  private Adapters() {}
}
