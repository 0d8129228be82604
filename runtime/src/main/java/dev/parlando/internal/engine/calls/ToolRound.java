package dev.parlando.internal.engine.calls;

import dev.parlando.internal.engine.io.ToolCatalog;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The calls of one response. When the response has ended and each of its calls is answered, they
 * get one response together.
 */
final class ToolRound {

  private final String responseId;
  private final ToolCatalog tools;
  private final List<String> answered = new ArrayList<>();
  private final Set<String> open = new LinkedHashSet<>();
  private boolean responseEnded;
  private boolean responseWanted;
  private boolean overtaken;
  private boolean waits;
  private boolean interruptible = true;

  /**
   * @param tools what the model was offered when the response began
   */
  ToolRound(String responseId, ToolCatalog tools) {
    this.responseId = responseId;
    this.tools = tools;
  }

  String responseId() {
    return responseId;
  }

  ToolCatalog tools() {
    return tools;
  }

  void opened(String callId) {
    open.add(callId);
  }

  /** What the model says about it is heard to its end, whatever the caller says. */
  void protect() {
    interruptible = false;
  }

  boolean interruptible() {
    return interruptible;
  }

  /** Whether a call is still waited for. */
  boolean awaits(String callId) {
    return open.contains(callId);
  }

  void answered(String callId, boolean response) {
    open.remove(callId);
    answered.add(callId);
    responseWanted |= response;
  }

  void responseEnded() {
    responseEnded = true;
  }

  /** Nobody wants to hear of it any more. */
  void overtaken() {
    overtaken = true;
  }

  boolean isOvertaken() {
    return overtaken;
  }

  /** Whether some of the calls are answered and others not, since now. */
  boolean beginsToWait() {
    boolean begins = !waits && !open.isEmpty() && !answered.isEmpty();
    waits |= begins;
    return begins;
  }

  /** Those that are not answered are waited for no longer. */
  void endWait() {
    waits = false;
  }

  boolean complete() {
    return responseEnded && open.isEmpty();
  }

  boolean responseWanted() {
    return responseWanted && !overtaken;
  }

  /** Whether it may be forgotten: none of its calls is open. */
  boolean empty() {
    return open.isEmpty() && answered.isEmpty();
  }

  List<String> answers() {
    return answered;
  }
}
