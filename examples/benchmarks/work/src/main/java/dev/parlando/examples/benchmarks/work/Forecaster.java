package dev.parlando.examples.benchmarks.work;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tool itself, as cheap as can be: what is measured is the way to it and back. */
public final class Forecaster {

  // A list that the compiler of the JVM can't take for a constant.
  private final List<Forecast.Day> days =
      new ArrayList<>(
          List.of(
              new Forecast.Day("Monday", 11.5, 19.25),
              new Forecast.Day("Tuesday", 12.0, 22.75),
              new Forecast.Day("Wednesday", 8.1, 16.4)));

  /** Answers. */
  public Forecast forecast(ForecastQuery query) {
    return forecast(query.city(), query.unit(), query.days());
  }

  /** Answers, for those who bring a record of their own. */
  public Forecast forecast(String city, @Nullable Unit unit, int daysAhead) {
    return new Forecast(city, 18.5 + daysAhead * 0.6, unit == null ? Unit.CELSIUS : unit, days);
  }
}
