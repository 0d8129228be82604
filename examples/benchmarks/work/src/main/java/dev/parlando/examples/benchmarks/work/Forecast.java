package dev.parlando.examples.benchmarks.work;

import java.util.List;

/** What the tool answers. */
public record Forecast(String city, double temperature, Unit unit, List<Day> days) {

  /** One of the days to come. */
  public record Day(String name, double low, double high) {}
}
