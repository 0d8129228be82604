package dev.parlando.testkit.session;

import dev.parlando.session.VoiceListener;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.VoiceEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Remembers what a session told. */
public final class Heard implements VoiceListener {

  private final List<VoiceEvent> events = new CopyOnWriteArrayList<>();

  @Override
  public void on(VoiceSession session, VoiceEvent event) {
    events.add(event);
    synchronized (this) {
      notifyAll();
    }
  }

  /** Waits until so many events of a kind were told. Tells whether it was in time. */
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

  /** What was told of one kind so far, in order. */
  public <T extends VoiceEvent> List<T> all(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
