package dev.parlando.testkit.internal.connection;

import dev.parlando.testkit.fault.Fault;
import dev.parlando.testkit.fault.FaultAction;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Counts what passes and finds when a fault is due. Not thread-safe. */
public final class FaultInjector {

  private final List<Fault> faults;
  private final IdentityHashMap<Fault, Integer> matches = new IdentityHashMap<>();

  /**
   * @param faults may grow meanwhile
   */
  FaultInjector(List<Fault> faults) {
    this.faults = faults;
  }

  /** What goes wrong with an attempt to connect, counted from 1; null for nothing. */
  public @Nullable FaultAction onHandshake(int attempt) {
    return due(Fault.Side.HANDSHAKE, attempt, JsonNodeFactory.instance.objectNode());
  }

  /** What goes wrong with an event; null for nothing. The first of several faults wins. */
  @Nullable FaultAction due(Fault.Side side, int session, JsonNode event) {
    FaultAction action = null;
    for (Fault fault : faults) {
      Fault.Place place = fault.place();
      boolean here =
          place.side() == side
              && (place.session() == 0 || place.session() == session)
              && place.event().test(event);
      if (here) {
        int match = matches.merge(fault, 1, Integer::sum);
        boolean hit = match >= place.from() && match - place.from() < place.times();
        if (hit && action == null) {
          action = fault.action();
        }
      }
    }
    return action;
  }
}
