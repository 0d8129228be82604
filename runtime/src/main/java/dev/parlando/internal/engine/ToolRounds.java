package dev.parlando.internal.engine;

import dev.parlando.realtime.ResponseConfig;
import dev.parlando.realtime.ToolChoice;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rounds under way, each with the tools that the model was offered when its response began.
 * When a round is complete, the model is asked to go on.
 */
final class ToolRounds {

  private final EngineOptions options;
  private final ResponseScheduler replies;
  private final Map<String, ToolRound> rounds = new HashMap<>();
  private final Map<String, Boolean> ended = new Bounded<>(1_000);
  private ToolCatalog tools;
  private int inTurn;

  ToolRounds(EngineOptions options, ResponseScheduler replies, ToolCatalog tools) {
    this.options = options;
    this.replies = replies;
    this.tools = tools;
  }

  ToolCatalog tools() {
    return tools;
  }

  void retool(ToolCatalog next) {
    tools = next;
  }

  /** The user spoke or wrote: rounds are counted anew. */
  void newTurn() {
    inTurn = 0;
  }

  void responseBegan(String responseId) {
    // A conversation has one response at a time: those before it have ended, seen or not.
    allEnded();
    rounds.put(responseId, new ToolRound(responseId, tools));
  }

  /** The round of a response, also of one whose beginning we missed. */
  ToolRound of(String responseId) {
    return rounds.computeIfAbsent(
        responseId,
        id -> {
          ToolRound round = new ToolRound(id, tools);
          if (ended.containsKey(id)) {
            round.responseEnded();
          }
          return round;
        });
  }

  /** The responses under way will never end; what they called is answered all the same. */
  void connectionLost() {
    allEnded();
  }

  private void allEnded() {
    new ArrayList<>(rounds.keySet()).forEach(this::responseEnded);
  }

  boolean hasEnded(String responseId) {
    return ended.containsKey(responseId);
  }

  void responseEnded(String responseId) {
    ended.put(responseId, true);
    ToolRound round = rounds.get(responseId);
    if (round != null) {
      round.responseEnded();
      settle(round);
    }
  }

  /** Asks for the reply of a round if it is complete. */
  void settle(ToolRound round) {
    if (!round.complete() || !rounds.values().remove(round) || !round.replyWanted()) {
      return;
    }
    inTurn++;
    ResponseConfig speakOnly =
        inTurn < options.toolLimits().rounds()
            ? null
            : ResponseConfig.builder().toolChoice(ToolChoice.Mode.NONE).build();
    replies.request(ResponseRequest.toAnswers(round.answers(), speakOnly));
  }

  /** A round of no response, with the tools of now. */
  ToolRound offeredNow() {
    return new ToolRound("", tools);
  }

  /** A call that was answered before it ended has ended, and the model was told in a message. */
  void followUp(String callId, boolean reply) {
    if (reply) {
      replies.request(ResponseRequest.toAnswers(List.of(callId), null));
    }
  }

  /** The tool of that name, if it was offered and still is. */
  ToolCatalog.@Nullable Entry entry(ToolRound round, String name) {
    return tools.find(name) == null ? null : round.tools().find(name);
  }

  /** The call as everyone but the tool may see it. */
  ToolCall shown(ToolRound round, ToolCall call) {
    ToolCatalog.Entry entry = entry(round, call.name());
    return entry == null
        ? call
        : new ToolCall(call.callId(), call.name(), entry.tools().masked(call));
  }

  ToolPolicy policy(ToolRound round, String name) {
    ToolCatalog.Entry entry = entry(round, name);
    return entry == null ? ToolPolicy.DEFAULT : entry.definition().policy();
  }

  /** What the model is told about a tool that is not there. */
  String missing(ToolRound round, String name) {
    return round.tools().find(name) == null
        ? ModelMessages.unknownTool(name, tools.names())
        : ModelMessages.unavailable(name);
  }
}
