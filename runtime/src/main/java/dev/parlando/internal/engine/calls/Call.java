package dev.parlando.internal.engine.calls;

import dev.parlando.internal.engine.calls.CallState.Step;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolPolicy;

/** A call that the model made, and how far it is. Identity counts, not content. */
final class Call {

  private final ToolCall toolCall;
  private final ToolCall shown;
  private final ToolRound round;
  private final ToolPolicy policy;
  private final long requestedMs;
  private CallState state = CallState.REQUESTED;
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

  CallState state() {
    return state;
  }

  void step(Step step) {
    state = CallState.TABLE.next(state, step);
  }

  boolean running() {
    return state.running();
  }

  boolean open() {
    return state.open();
  }

  /** Whether it was given its output before it ended. */
  boolean deferred() {
    return state.deferred();
  }

  /** The server has its output. Returns whether that is new. */
  boolean acknowledge() {
    boolean first = !acknowledged;
    acknowledged = true;
    return first;
  }
}
