package dev.parlando.internal.engine.calls;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which calls run now. So many run at once, in the order the model made them; a sequential one
 * waits for all before it and holds up all after it. A call that waits for others of its own tool
 * holds up nobody else.
 */
public final class Admission {

  private final int concurrent;
  private final int queued;
  private final Consumer<Call> starter;
  private final Set<Call> waiting = new LinkedHashSet<>();
  private final Set<Call> running = new HashSet<>();

  public Admission(int concurrent, int queued, Consumer<Call> starter) {
    this.concurrent = concurrent;
    this.queued = queued;
    this.starter = starter;
  }

  /** Takes a call in; false if too many wait already. */
  public boolean admit(Call call) {
    waiting.add(call);
    startWaiting();
    if (waiting.contains(call) && waiting.size() > queued) {
      waiting.remove(call);
      return false;
    }
    return true;
  }

  /** The call ended, or is not wanted any more. */
  public void release(Call call) {
    running.remove(call);
    waiting.remove(call);
    startWaiting();
  }

  private void startWaiting() {
    boolean someWait = false;
    for (Call call : List.copyOf(waiting)) {
      if (!waiting.contains(call)) {
        continue; // Started or released by one that started before it.
      }
      if (running.size() >= concurrent || running.stream().anyMatch(Call::sequential)) {
        return;
      }
      if (call.sequential() && (someWait || !running.isEmpty())) {
        return;
      }
      if (hasRoom(call)) {
        waiting.remove(call);
        running.add(call);
        starter.accept(call);
      } else {
        someWait = true;
      }
    }
  }

  private boolean hasRoom(Call call) {
    int limit = call.policy().maxConcurrent();
    String name = call.toolCall().name();
    return limit == 0
        || running.stream().filter(other -> other.toolCall().name().equals(name)).count() < limit;
  }
}
