package dev.parlando.internal.shell;

import dev.parlando.internal.engine.io.Timer;
import dev.parlando.time.SessionTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The timers that the engine started. Used by the session's lane alone. */
public final class RunningTimers {

  private final SessionTime time;
  private final Consumer<Timer> fired;
  private final Map<Timer, Runnable> stops = new HashMap<>();

  /**
   * @param fired told of each that ran out, on any thread
   */
  public RunningTimers(SessionTime time, Consumer<Timer> fired) {
    this.time = time;
    this.fired = fired;
  }

  /** Starts a timer, anew if it runs. */
  public void start(Timer timer, long delayMs) {
    stop(timer);
    stops.put(timer, time.after(delayMs, () -> fired.accept(timer)));
  }

  public void stop(Timer timer) {
    Runnable stop = stops.remove(timer);
    if (stop != null) {
      stop.run();
    }
  }

  public void stopAll() {
    stops.values().forEach(Runnable::run);
    stops.clear();
  }
}
