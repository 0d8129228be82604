package dev.parlando.internal.shell;

import dev.parlando.internal.engine.Engine;
import dev.parlando.time.SessionTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Who waits until nothing is under way, and who until all of it was heard as well. Used by the
 * session's lane alone.
 */
final class RestWaiters {

  private final Engine engine;
  private final GuardedSink sink;
  private final SessionTime time;
  private final Executor lane;
  private List<Runnable> forIdle = new ArrayList<>();
  private List<Runnable> forHeard = new ArrayList<>();
  private boolean asksAgain;

  RestWaiters(Engine engine, GuardedSink sink, SessionTime time, Executor lane) {
    this.engine = engine;
    this.sink = sink;
    this.time = time;
    this.lane = lane;
  }

  /**
   * Runs an action once nothing is under way.
   *
   * @param action runs on the lane
   */
  void whenIdle(Runnable action) {
    forIdle.add(action);
    release();
  }

  /**
   * Runs an action once nothing is under way and all was heard.
   *
   * @param action runs on the lane
   */
  void whenHeard(Runnable action) {
    forHeard.add(action);
    release();
  }

  /** Looks whether somebody has waited long enough. Called after each input. */
  void release() {
    if ((forIdle.isEmpty() && forHeard.isEmpty()) || !engine.idle()) {
      return;
    }
    List<Runnable> idle = forIdle;
    forIdle = new ArrayList<>();
    idle.forEach(Runnable::run);
    if (!forHeard.isEmpty() && engine.idle() && !engine.playsAtServer()) {
      releaseHeard();
    }
  }

  private void releaseHeard() {
    long leftMs = engine.over() ? 0 : sink.leftMs();
    if (leftMs <= 0) {
      List<Runnable> heard = forHeard;
      forHeard = new ArrayList<>();
      heard.forEach(Runnable::run);
    } else if (!asksAgain) {
      asksAgain = true;
      time.after(leftMs, () -> lane.execute(this::askAgain));
    }
  }

  private void askAgain() {
    asksAgain = false;
    release();
  }
}
