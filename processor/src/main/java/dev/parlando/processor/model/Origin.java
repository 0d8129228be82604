package dev.parlando.processor.model;

/** Where in the source something was read. */
public interface Origin {

  /** The place as text: {@code WeatherAgent.getTemperature(query.city)}. */
  String path();
}
