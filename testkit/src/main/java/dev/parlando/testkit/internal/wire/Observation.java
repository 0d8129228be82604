package dev.parlando.testkit.internal.wire;

import dev.parlando.testkit.RealtimeObserver;
import java.util.List;

/**
 * Who looks on.
 *
 * @param keepsEvents whether sessions keep what passes
 * @param observers who is told
 */
public record Observation(boolean keepsEvents, List<RealtimeObserver> observers) {

  /** The list is copied. */
  public Observation {
    observers = List.copyOf(observers);
  }
}
