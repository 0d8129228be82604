package dev.parlando.session.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which calls run now. So many run at once, in the order the model made them; a sequential one
 * waits for all before it and holds up all after it.
 */
final class Admission {

  private final int concurrent;
  private final int queued;
  private final Consumer<Call> starter;
  private final Deque<Call> waiting = new ArrayDeque<>();
  private final Set<Call> running = new HashSet<>();
  private boolean barrier;

  Admission(int concurrent, int queued, Consumer<Call> starter) {
    this.concurrent = concurrent;
    this.queued = queued;
    this.starter = starter;
  }

  /** Takes a call in; false if too many wait already. */
  boolean admit(Call call) {
    if (waiting.size() >= queued && !mayRun(call)) {
      return false;
    }
    waiting.addLast(call);
    startWaiting();
    return true;
  }

  /** The call ended, or is not wanted any more. */
  void release(Call call) {
    if (running.remove(call)) {
      barrier = false;
    } else {
      waiting.remove(call);
    }
    startWaiting();
  }

  private void startWaiting() {
    while (!waiting.isEmpty() && mayRun(waiting.peekFirst())) {
      Call call = waiting.removeFirst();
      running.add(call);
      barrier = call.sequential();
      starter.accept(call);
    }
  }

  private boolean mayRun(Call call) {
    return !barrier && running.size() < concurrent && !(call.sequential() && !running.isEmpty());
  }
}
