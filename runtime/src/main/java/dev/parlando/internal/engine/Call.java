package dev.parlando.internal.engine;

import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolPolicy;

/** A call that the model made, and how far it is. Identity counts, not content. */
final class Call {

  enum State {
    WAITING,
    RUNNING,
    ANSWERED,
    SKIPPED
  }

  private final ToolCall toolCall;
  private final ToolCall shown;
  private final ToolRound round;
  private final ToolPolicy policy;
  private final long requestedMs;
  private State state = State.WAITING;
  private boolean deferred;
  private boolean acknowledged;

  /**
   * @param shown the call with sensitive arguments masked, for everyone but the tool
   */
  Call(ToolCall toolCall, ToolCall shown, ToolRound round, ToolPolicy policy, long requestedMs) {
    this.toolCall = toolCall;
    this.shown = shown;
    this.round = round;
    this.policy = policy;
    this.requestedMs = requestedMs;
  }

  ToolCall toolCall() {
    return toolCall;
  }

  ToolCall shown() {
    return shown;
  }

  String id() {
    return toolCall.callId();
  }

  ToolRound round() {
    return round;
  }

  ToolPolicy policy() {
    return policy;
  }

  boolean sequential() {
    return policy.sequential();
  }

  long requestedMs() {
    return requestedMs;
  }

  State state() {
    return state;
  }

  void become(State next) {
    state = next;
  }

  boolean open() {
    return state == State.WAITING || state == State.RUNNING;
  }

  /** Whether it was answered before it ended. */
  boolean deferred() {
    return deferred;
  }

  void defer() {
    deferred = true;
  }

  boolean acknowledged() {
    return acknowledged;
  }

  void acknowledge() {
    acknowledged = true;
  }
}
