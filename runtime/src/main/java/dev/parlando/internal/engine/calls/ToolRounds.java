package dev.parlando.internal.engine.calls;

import dev.parlando.internal.engine.calls.CallPort.RequestResponse;
import dev.parlando.internal.engine.io.Bounded;
import dev.parlando.internal.engine.io.EngineOptions;
import dev.parlando.internal.engine.io.ToolCatalog;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rounds under way, each with the tools that the model was offered when its response began.
 * When a round is complete, the model is asked to go on.
 */
public final class ToolRounds {

  private final EngineOptions options;
  private final CallPort port;
  private final Supplier<ToolCatalog> tools;
  private final Map<String, ToolRound> rounds = new HashMap<>();
  private final Map<String, Boolean> ended = new Bounded<>(1_000);
  private int inTurn;

  /**
   * @param tools the tools that are offered now
   */
  public ToolRounds(EngineOptions options, CallPort port, Supplier<ToolCatalog> tools) {
    this.options = options;
    this.port = port;
    this.tools = tools;
  }

  /** The caller spoke or wrote: rounds are counted anew. */
  void newTurn() {
    inTurn = 0;
  }

  /**
   * A response began.
   *
   * @param offered the tools that the model may know
   */
  public void responseBegan(String responseId, ToolCatalog offered) {
    // A conversation has one response at a time: those before it have ended, seen or not.
    allEnded();
    rounds.put(responseId, new ToolRound(responseId, offered));
  }

  /** The round of a response, also of one whose beginning we missed. */
  ToolRound of(String responseId) {
    return rounds.computeIfAbsent(
        responseId,
        id -> {
          ToolRound round = new ToolRound(id, tools.get());
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

  /** Nobody wants to hear of the rounds under way. Their tools go on. */
  void overtake() {
    rounds.values().forEach(ToolRound::overtaken);
  }

  private void allEnded() {
    new ArrayList<>(rounds.keySet()).forEach(this::responseEnded);
  }

  void responseEnded(String responseId) {
    ended.put(responseId, true);
    ToolRound round = rounds.get(responseId);
    if (round != null) {
      round.responseEnded();
      settle(round);
    }
  }

  /** Asks for the response to a round if it is complete. */
  void settle(ToolRound round) {
    if (!round.complete() || !rounds.values().remove(round) || round.empty()) {
      return;
    }
    if (!round.responseWanted()) {
      port.requestNoResponse(round.responseId());
      return;
    }
    inTurn++;
    boolean speakOnly = inTurn >= options.toolLimits().rounds();
    List<String> calls = List.copyOf(round.answers());
    port.requestResponse(
        new RequestResponse(round.responseId(), calls, speakOnly, round.interruptible()));
  }

  /** A round of no response, with the tools of now. */
  ToolRound offeredNow() {
    return new ToolRound("", tools.get());
  }

  /** A call whose round was complete before it ended has ended, and the model was told. */
  void followUp(Call call, boolean response) {
    if (response && !call.round().isOvertaken()) {
      port.requestResponse(
          new RequestResponse(
              call.round().responseId(), List.of(call.id()), false, call.policy().interruptible()));
    }
  }

  /** The tool of that name, if it was offered and still is. */
  ToolCatalog.@Nullable Entry entry(ToolRound round, String name) {
    return tools.get().find(name) == null ? null : round.tools().find(name);
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
        ? ModelMessages.unknownTool(name, tools.get().names())
        : ModelMessages.unavailable(name);
  }
}
