package dev.parlando.internal.engine;

import static java.util.Objects.requireNonNullElse;

import dev.parlando.internal.engine.io.Bounded;
import dev.parlando.internal.engine.io.EngineOptions;
import dev.parlando.internal.engine.io.Outbox;
import dev.parlando.internal.engine.io.Timer;
import dev.parlando.internal.engine.io.Timer.Kind;
import dev.parlando.internal.engine.turns.Responses;
import dev.parlando.internal.engine.turns.Turns;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.Extras;
import dev.parlando.realtime.McpEvent;
import dev.parlando.realtime.McpItem;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls of MCP tools, which the server runs itself: when all of a response ended, and the response
 * too, in either order, the model is asked to go on. The server does not do that by itself.
 */
final class McpRounds {

  private static final class Round {
    private final Set<String> open = new HashSet<>();
    private boolean responseEnded;
  }

  private final Outbox out;
  private final EngineOptions options;
  private final Turns turns;
  private final Responses responses;
  private final CallNames names;
  private final Map<String, Round> rounds = new Bounded<>(1_000);
  private final Map<String, String> responseOf = new Bounded<>(1_000);
  private final Map<String, Boolean> ended = new Bounded<>(1_000);

  McpRounds(Outbox out, EngineOptions options, Turns turns, Responses responses, CallNames names) {
    this.out = out;
    this.options = options;
    this.turns = turns;
    this.responses = responses;
    this.names = names;
  }

  /** An item of a response came, whole or not. */
  void item(String responseId, McpItem item, boolean done) {
    String itemId = requireNonNullElse(item.id(), "");
    if (item instanceof McpItem.ApprovalRequest request) {
      deny(request);
      begin(responseId, itemId);
      end(itemId);
    } else if (item instanceof McpItem.Call call) {
      begin(responseId, itemId);
      if (done && (call.output() != null || call.error() != null)) {
        end(itemId);
      }
    }
  }

  /** Nobody was told to decide: what is not approved is denied. */
  private void deny(McpItem.ApprovalRequest request) {
    if (request.id() != null && !ended.containsKey(request.id())) {
      out.send(
          new ClientEvent.ItemCreate(
              new McpItem.ApprovalResponse(
                  out.nextId(), request.id(), false, "Nobody approved it.", Extras.NONE)));
    }
  }

  private void begin(String responseId, String itemId) {
    if (ended.containsKey(itemId) || responseOf.putIfAbsent(itemId, responseId) != null) {
      return;
    }
    rounds.computeIfAbsent(responseId, id -> new Round()).open.add(itemId);
    responses.calls(responseId, names.response(responseId));
    long limitMs = options.timeouts().tool().toMillis();
    if (limitMs > 0) {
      out.start(timer(itemId), limitMs);
    }
  }

  private static Timer timer(String itemId) {
    return new Timer(Kind.MCP_CALL, itemId);
  }

  /** Something became of a call. */
  void on(McpEvent event) {
    if (event instanceof McpEvent.CallCompleted || event instanceof McpEvent.CallFailed) {
      end(requireNonNullElse(event.itemId(), ""));
    }
  }

  /** A call ended, or its time is up. */
  void end(String itemId) {
    @Nullable String responseId = responseOf.remove(itemId);
    if (ended.put(itemId, true) != null || responseId == null) {
      return;
    }
    out.stop(timer(itemId));
    Round round = rounds.get(responseId);
    if (round != null) {
      round.open.remove(itemId);
      settle(responseId, round);
    }
  }

  void responseEnded(String responseId) {
    Round round = rounds.get(responseId);
    if (round != null) {
      round.responseEnded = true;
      settle(responseId, round);
    }
  }

  private void settle(String responseId, Round round) {
    if (round.responseEnded && round.open.isEmpty()) {
      rounds.remove(responseId);
      var unused = turns.outputs(names.response(responseId), List.of(), null, List.of());
    }
  }

  boolean idle() {
    return rounds.isEmpty();
  }

  /** The server's calls are gone with the connection; the model is asked to go on without. */
  void connectionLost() {
    List.copyOf(responseOf.keySet()).forEach(itemId -> out.stop(timer(itemId)));
    for (Map.Entry<String, Round> entry : List.copyOf(rounds.entrySet())) {
      entry.getValue().open.clear();
      entry.getValue().responseEnded = true;
      settle(entry.getKey(), entry.getValue());
    }
    responseOf.clear();
    ended.clear();
  }
}
