package dev.parlando.internal.engine;

import dev.parlando.audio.AudioLength;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.VoiceEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Collects the effects of one input. Events to the server get their ids here, and wait here until
 * the session is ready.
 */
final class Outbox {

  private final EngineOptions options;
  private final Deque<ClientEvent> held = new ArrayDeque<>();
  private List<Effect> effects = new ArrayList<>();
  private boolean open;
  private long lastId;
  private long nowMs;
  private long heldAudioBytes;
  private int droppedAudio;

  Outbox(EngineOptions options) {
    this.options = options;
  }

  /** Begins an input at a time. */
  void begin(long atMs) {
    nowMs = atMs;
  }

  /** The time of the input, in ms. */
  long nowMs() {
    return nowMs;
  }

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
      hold(named);
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
    forgetHeld();
    if (droppedAudio > 0) {
      tell(
          new Failure(
              Failure.Kind.REQUEST,
              "",
              droppedAudio + " pieces of the user's sound were left out, held for too long"));
      droppedAudio = 0;
    }
  }

  /** Holds back from now on. */
  void shut() {
    open = false;
  }

  /** Drops what was held. */
  void forgetHeld() {
    held.clear();
    heldAudioBytes = 0;
  }

  /** Drops the items that were held: they are part of the conversation and told with it. */
  void dropHeldItems() {
    held.removeIf(event -> event instanceof ClientEvent.ItemCreate);
  }

  /** Of audio, only the last is worth holding; nobody wants to hear the rest when it is late. */
  private void hold(ClientEvent event) {
    held.add(event);
    heldAudioBytes += audioBytes(event);
    long limit =
        AudioLength.bytes(options.inputFormat(), options.audioBuffers().offline().toMillis());
    for (Iterator<ClientEvent> i = held.iterator(); heldAudioBytes > limit && i.hasNext(); ) {
      int bytes = audioBytes(i.next());
      if (bytes > 0) {
        i.remove();
        heldAudioBytes -= bytes;
        droppedAudio++;
      }
    }
  }

  private static int audioBytes(ClientEvent event) {
    return event instanceof ClientEvent.AudioAppend append ? append.audio().length : 0;
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
