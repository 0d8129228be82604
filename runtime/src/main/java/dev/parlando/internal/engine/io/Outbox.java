package dev.parlando.internal.engine.io;

import dev.parlando.audio.AudioLength;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.VoiceEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Collects the effects of one input. Events to the server get their ids here, and wait here until
 * the session is ready.
 */
public final class Outbox {

  private final EngineOptions options;
  private final Deque<ClientEvent> held = new ArrayDeque<>();
  private final Map<Timer, Timer> running = new HashMap<>();
  private List<Effect> effects = new ArrayList<>();
  private long lastStart;
  private boolean open;
  private long lastId;
  private long nowMs;
  private long heldAudioBytes;
  private int droppedAudio;

  public Outbox(EngineOptions options) {
    this.options = options;
  }

  /** Begins an input at a time. */
  public void begin(long atMs) {
    nowMs = atMs;
  }

  /** The time of the input, in ms. */
  public long nowMs() {
    return nowMs;
  }

  /** An event id that was not used before. */
  public String nextId() {
    return "pl_" + ++lastId;
  }

  /** Sends an event as soon as the session is ready, and returns its id. */
  public String send(ClientEvent event) {
    return send(event, nextId());
  }

  /** Sends an event under an id taken from {@link #nextId}. */
  public String send(ClientEvent event, String id) {
    ClientEvent named = event.withEventId(id);
    if (open) {
      effects.add(new Effect.Send(named));
    } else {
      hold(named);
    }
    return id;
  }

  /** Sends an event of the handshake itself. */
  public String sendNow(ClientEvent event) {
    String id = nextId();
    effects.add(new Effect.Send(event.withEventId(id)));
    return id;
  }

  /** Lets go what was held, in order. */
  public void open() {
    open = true;
    held.forEach(event -> effects.add(new Effect.Send(event)));
    forgetHeld();
    if (droppedAudio > 0) {
      tell(
          new Failure(
              Failure.Kind.REQUEST,
              "",
              droppedAudio + " pieces of the user's audio were left out, held for too long"));
      droppedAudio = 0;
    }
  }

  /** Holds back from now on. */
  public void shut() {
    open = false;
  }

  /** Drops what was held. */
  public void forgetHeld() {
    held.clear();
    heldAudioBytes = 0;
  }

  /** Drops the items that were held: they are part of the conversation and told with it. */
  public void dropHeldItems() {
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

  public boolean isOpen() {
    return open;
  }

  public void tell(VoiceEvent event) {
    effects.add(new Effect.Tell(event));
  }

  public void start(Timer timer, long delayMs) {
    Timer started = timer.started(++lastStart);
    Timer before = running.put(timer.name(), started);
    if (before != null) {
      effects.add(new Effect.StopTimer(before));
    }
    effects.add(new Effect.StartTimer(started, delayMs));
  }

  public void stop(Timer timer) {
    Timer started = running.remove(timer.name());
    if (started != null) {
      effects.add(new Effect.StopTimer(started));
    }
  }

  /** A timer ran out. Returns whether it counts: one that was stopped meanwhile does not. */
  public boolean fired(Timer timer) {
    return running.remove(timer.name(), timer);
  }

  public boolean runs(Timer timer) {
    return running.containsKey(timer.name());
  }

  public void add(Effect effect) {
    effects.add(effect);
  }

  public List<Effect> drain() {
    if (effects.isEmpty()) {
      return List.of();
    }
    List<Effect> drained = effects;
    effects = new ArrayList<>();
    return drained;
  }
}
