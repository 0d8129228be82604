package dev.parlando.internal.shell;

import static dev.parlando.internal.shell.SessionLog.LOG;

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

/**
 * Hands events to the listeners, away from the engine. A listener that is too slow loses audio,
 * oldest first; all else waits for it.
 */
public final class Delivery {

  private final Lane lane;
  private final int audioLimit;
  private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
  private final Deque<Object> waiting = new ArrayDeque<>();
  private int audioBytes;
  private long droppedAudio;
  private volatile @Nullable Thread deliverer;

  public Delivery(Executor threads, int audioLimit) {
    this.lane = new Lane(threads);
    this.audioLimit = audioLimit;
  }

  /**
   * Who is told.
   *
   * @param name for a failure to name
   * @param target told of each event; whatever it throws is told to all
   */
  public record Subscriber(String name, Target target) {}

  /** Takes events, one at a time. */
  public interface Target {

    void tell(VoiceEvent event) throws Throwable;
  }

  public void add(Subscriber subscriber) {
    subscribers.add(subscriber);
  }

  public void remove(Subscriber subscriber) {
    subscribers.remove(subscriber);
  }

  /** Whether the caller is a listener being told something. */
  public boolean onDeliveringThread() {
    return Thread.currentThread() == deliverer;
  }

  /** Tells whoever listens by now. */
  public void tell(VoiceEvent event) {
    if (!subscribers.isEmpty()) {
      enqueue(event);
    }
  }

  /** Runs an action after everything that was told so far. */
  public void then(Runnable action) {
    enqueue(action);
  }

  /** How many audio events were left out. */
  public long droppedAudio() {
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

  /**
   * How much audio an event holds; a response's is that of the message before it, the same bytes.
   */
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
    for (Subscriber subscriber : subscribers) {
      try {
        subscriber.target().tell(event);
      } catch (Throwable thrown) {
        LOG.error("A listener failed at {}", event.getClass().getSimpleName(), thrown);
        if (!(event instanceof Failure)) {
          String text = "Listener " + subscriber.name() + " threw " + thrown;
          tell(new Failure(Failure.Kind.APPLICATION, "", text));
        }
      }
    }
  }
}
