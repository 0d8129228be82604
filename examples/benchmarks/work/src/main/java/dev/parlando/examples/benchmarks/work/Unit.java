package dev.parlando.examples.benchmarks.work;

/** Units of temperature. */
public enum Unit {
  CELSIUS,
  FAHRENHEIT
}
