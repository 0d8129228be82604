package dev.parlando.session.engine;

import dev.parlando.realtime.ClientEvent;
import dev.parlando.session.event.VoiceEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Collects the effects of one input. Events to the server get their ids here, and wait here until
 * the session is ready.
 */
final class Outbox {

  private final Deque<ClientEvent> held = new ArrayDeque<>();
  private List<Effect> effects = new ArrayList<>();
  private boolean open;
  private long lastId;

  /** An event id that was not used before. */
  String nextId() {
    return "pl_" + ++lastId;
  }

  /** Sends an event as soon as the session is ready, and returns its id. */
  String send(ClientEvent event) {
    return send(event, nextId());
  }

  /** Sends an event under an id taken from {@link #nextId}. */
  String send(ClientEvent event, String id) {
    ClientEvent named = event.withEventId(id);
    if (open) {
      effects.add(new Effect.Send(named));
    } else {
      held.add(named);
    }
    return id;
  }

  /** Sends an event of the handshake itself. */
  String sendNow(ClientEvent event) {
    String id = nextId();
    effects.add(new Effect.Send(event.withEventId(id)));
    return id;
  }

  /** Lets go what was held, in order. */
  void open() {
    open = true;
    held.forEach(event -> effects.add(new Effect.Send(event)));
    held.clear();
  }

  /** Drops what was held and sends nothing more. */
  void shut() {
    open = false;
    held.clear();
  }

  boolean isOpen() {
    return open;
  }

  void tell(VoiceEvent event) {
    effects.add(new Effect.Tell(event));
  }

  void start(Timer timer, long delayMs) {
    effects.add(new Effect.StartTimer(timer, delayMs));
  }

  void stop(Timer timer) {
    effects.add(new Effect.StopTimer(timer));
  }

  void add(Effect effect) {
    effects.add(effect);
  }

  List<Effect> drain() {
    if (effects.isEmpty()) {
      return List.of();
    }
    List<Effect> drained = effects;
    effects = new ArrayList<>();
    return drained;
  }
}
