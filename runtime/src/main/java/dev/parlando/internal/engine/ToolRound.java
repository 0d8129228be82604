package dev.parlando.internal.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * The calls of one response. When the response has ended and each of its calls is answered, they
 * get one reply together.
 */
final class ToolRound {

  private final String responseId;
  private final ToolCatalog tools;
  private final List<String> answered = new ArrayList<>();
  private int open;
  private boolean responseEnded;
  private boolean replyWanted;
  private boolean waits;

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

  void opened() {
    open++;
  }

  void answered(String callId, boolean reply) {
    open--;
    answered.add(callId);
    replyWanted |= reply;
  }

  void responseEnded() {
    responseEnded = true;
  }

  /** Whether some of the calls are answered and others not, since now. */
  boolean beginsToWait() {
    boolean begins = !waits && open > 0 && !answered.isEmpty();
    waits |= begins;
    return begins;
  }

  /** Those that are not answered are waited for no longer. */
  void endWait() {
    waits = false;
  }

  boolean complete() {
    return responseEnded && open == 0;
  }

  boolean replyWanted() {
    return replyWanted;
  }

  List<String> answers() {
    return answered;
  }
}
