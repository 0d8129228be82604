package dev.parlando.testkit.internal.connection;

import dev.parlando.testkit.observe.RealtimeObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Who looks on.
 *
 * @param keepsEvents whether sessions keep what passes
 * @param observers what is called with each event
 */
public record Observation(boolean keepsEvents, List<RealtimeObserver> observers) {

  /** The list is copied, and those that look on everywhere come after it. */
  public Observation {
    List<RealtimeObserver> all = new ArrayList<>(observers);
    ServiceLoader.load(RealtimeObserver.class).forEach(all::add);
    observers = List.copyOf(all);
  }
}
