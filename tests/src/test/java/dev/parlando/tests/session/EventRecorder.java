package dev.parlando.tests.session;

import dev.parlando.session.VoiceListener;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.VoiceEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Records the events of a session. */
public final class EventRecorder implements VoiceListener {

  private final List<VoiceEvent> events = new CopyOnWriteArrayList<>();

  @Override
  public void on(VoiceSession session, VoiceEvent event) {
    events.add(event);
    synchronized (this) {
      notifyAll();
    }
  }

  /** Waits until so many events of a kind came. Returns whether they came in time. */
  public synchronized boolean awaits(Class<? extends VoiceEvent> type, int count, Duration atMost)
      throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (all(type).size() < count) {
      long leftMs = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (leftMs <= 0) {
        return false;
      }
      wait(leftMs);
    }
    return true;
  }

  /** The events of one kind so far, in order. */
  public <T extends VoiceEvent> List<T> all(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
