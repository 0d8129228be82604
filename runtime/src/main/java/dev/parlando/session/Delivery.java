package dev.parlando.session;

import dev.parlando.realtime.ResponseEvent;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.VoiceEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands events to the listeners, away from the engine. A listener that is too slow loses sound,
 * oldest first; all else waits for it.
 */
final class Delivery {

  private static final Logger LOG = LoggerFactory.getLogger(VoiceSession.class);

  private final Lane lane;
  private final int audioLimit;
  private final List<VoiceListener> listeners = new CopyOnWriteArrayList<>();
  private final Deque<Object> waiting = new ArrayDeque<>();
  private int audioBytes;
  private long droppedAudio;
  private volatile @Nullable Thread deliverer;

  Delivery(Executor threads, int audioLimit) {
    this.lane = new Lane(threads);
    this.audioLimit = audioLimit;
  }

  void add(VoiceListener listener) {
    listeners.add(listener);
  }

  void remove(VoiceListener listener) {
    listeners.remove(listener);
  }

  /** Whether the caller is a listener being told something. */
  boolean onDeliveringThread() {
    return Thread.currentThread() == deliverer;
  }

  /** Tells whoever listens by now. */
  void tell(VoiceEvent event) {
    if (!listeners.isEmpty()) {
      enqueue(event);
    }
  }

  /** Runs an action after everything that was told so far. */
  void then(Runnable action) {
    enqueue(action);
  }

  /** How many audio events were left out. */
  long droppedAudio() {
    synchronized (waiting) {
      return droppedAudio;
    }
  }

  private void enqueue(Object eventOrAction) {
    synchronized (waiting) {
      waiting.addLast(eventOrAction);
      audioBytes += audioOf(eventOrAction);
      if (audioBytes > audioLimit) {
        dropAudio();
      }
    }
    lane.execute(this::deliverNext);
  }

  private void dropAudio() {
    for (Iterator<Object> i = waiting.iterator(); audioBytes > audioLimit && i.hasNext(); ) {
      Object event = i.next();
      int bytes = audioOf(event);
      if (bytes > 0 || event instanceof ReplyEvent.Audio) {
        i.remove();
        audioBytes -= bytes;
        droppedAudio++;
      }
    }
  }

  /** How much sound an event holds; a reply's is that of the message before it, the same bytes. */
  private static int audioOf(Object event) {
    return event instanceof VoiceEvent.Received received
            && received.event() instanceof ResponseEvent.AudioDelta delta
        ? delta.audio().length
        : 0;
  }

  private void deliverNext() {
    Object next;
    synchronized (waiting) {
      next = waiting.pollFirst();
      if (next == null) {
        return;
      }
      audioBytes -= audioOf(next);
    }
    deliverer = Thread.currentThread();
    try {
      if (next instanceof VoiceEvent event) {
        deliver(event);
      } else {
        ((Runnable) next).run();
      }
    } finally {
      deliverer = null;
    }
  }

  private void deliver(VoiceEvent event) {
    for (VoiceListener listener : listeners) {
      try {
        listener.on(event);
      } catch (RuntimeException | Error thrown) {
        LOG.error("A listener failed at {}", event.getClass().getSimpleName(), thrown);
        if (!(event instanceof Failure)) {
          String name = listener.getClass().getName();
          tell(new Failure(Failure.Kind.APPLICATION, "", "Listener " + name + " threw " + thrown));
        }
      }
    }
  }
}
