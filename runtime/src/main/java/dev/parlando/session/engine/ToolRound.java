package dev.parlando.session.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * The calls of one response. When the response has ended and each of its calls is answered, they
 * get one reply together.
 */
final class ToolRound {

  private final ToolCatalog tools;
  private final List<String> answered = new ArrayList<>();
  private int open;
  private boolean responseEnded;
  private boolean replyWanted;

  /**
   * @param tools what the model was offered when the response began
   */
  ToolRound(ToolCatalog tools) {
    this.tools = tools;
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
