package dev.parlando.internal.engine;

import static java.util.Objects.requireNonNullElse;

import dev.parlando.internal.engine.calls.CallRequested;
import dev.parlando.internal.engine.calls.Calls;
import dev.parlando.internal.engine.conversation.History;
import dev.parlando.internal.engine.io.Bounded;
import dev.parlando.internal.engine.io.Outbox;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.Response;
import dev.parlando.realtime.ResponseEvent.FunctionCallArgumentsDone;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ToolEvent.Skipped.Cause;
import dev.parlando.tool.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes out calls in what the server tells of them, in several events, some of which may be missing
 * or come twice. A call is one by its connection, response, item and call_id together.
 */
final class CallReader {

  /** What the events of one call said so far. */
  private static final class Sighting {
    private @Nullable String itemId;
    private @Nullable String callId;
    private @Nullable String name;
    private @Nullable String arguments;
    private boolean announced;
    private boolean unfinished;
    private boolean skipped;
    private @Nullable ToolCall requested;

    private boolean is(@Nullable String item, @Nullable String call) {
      boolean sameItem = itemId != null && itemId.equals(item);
      boolean otherItem = itemId != null && item != null && !sameItem;
      boolean otherCall = callId != null && call != null && !callId.equals(call);
      return !otherItem && !otherCall && (sameItem || (callId != null && callId.equals(call)));
    }

    private void learn(
        @Nullable String item,
        @Nullable String call,
        @Nullable String tool,
        @Nullable String args) {
      itemId = item == null ? itemId : item;
      callId = call == null ? callId : call;
      name = tool == null || tool.isEmpty() ? name : tool;
      arguments = args == null || (args.isEmpty() && arguments != null) ? arguments : args;
    }
  }

  private final Outbox out;
  private final Calls calls;
  private final CallNames names;
  private final History history;
  private final Map<String, List<Sighting>> sightings = new Bounded<>(1_000);

  CallReader(Outbox out, Calls calls, CallNames names, History history) {
    this.out = out;
    this.calls = calls;
    this.names = names;
    this.history = history;
  }

  private Sighting find(String responseId, @Nullable String itemId, @Nullable String callId) {
    List<Sighting> seen =
        sightings.computeIfAbsent(names.response(responseId), id -> new ArrayList<>());
    for (Sighting sighting : seen) {
      if (sighting.is(itemId, callId)) {
        return sighting;
      }
    }
    Sighting sighting = new Sighting();
    seen.add(sighting);
    return sighting;
  }

  /** A call item begins to grow; some servers tell its name here and nowhere else. */
  void added(String responseId, Item.FunctionCall item) {
    find(responseId, item.id(), item.callId()).learn(item.id(), item.callId(), item.name(), null);
  }

  /**
   * The arguments of a call are complete. Whether the call is meant to run is not known before its
   * item is done; this counts only if that event gets lost.
   */
  void announced(String responseId, FunctionCallArgumentsDone done) {
    Sighting sighting = find(responseId, done.itemId(), done.callId());
    if (sighting.requested == null) {
      sighting.learn(done.itemId(), done.callId(), done.name(), done.arguments());
      sighting.announced = true;
    }
  }

  /** A call item is done, or is told as it is. */
  void done(String responseId, Item.FunctionCall item) {
    Sighting sighting = find(responseId, item.id(), item.callId());
    if (sighting.requested != null) {
      refuseChange(responseId, sighting.requested, item);
      return;
    }
    sighting.learn(item.id(), item.callId(), item.name(), item.arguments());
    if (sighting.callId == null) {
      String name = requireNonNullElse(sighting.name, "a tool");
      tellMalformed("A call of " + name + " came without call_id");
    } else if (item.status() == null || item.status() == Item.Status.COMPLETED) {
      request(responseId, sighting, item);
    } else if (item.status() == Item.Status.IN_PROGRESS) {
      sighting.unfinished = true; // The end of the response may tell it whole.
    } else {
      skipUnfinished(responseId, sighting);
    }
  }

  private void request(String responseId, Sighting sighting, Item.@Nullable FunctionCall item) {
    String callId = requireNonNullElse(sighting.callId, "");
    String arguments = requireNonNullElse(sighting.arguments, "");
    String name = requireNonNullElse(sighting.name, "");
    ToolCall call = names.name(callId, name, arguments);
    sighting.requested = call;
    Item.FunctionCall whole = item == null ? Item.functionCall(callId, name, arguments) : item;
    history.called(
        new Item.FunctionCall(
            whole.id(), Item.Status.COMPLETED, callId, name, arguments, whole.extras()));
    calls.requested(new CallRequested(call.callId(), name, arguments, names.response(responseId)));
  }

  private void refuseChange(String responseId, ToolCall known, Item.FunctionCall again) {
    String name = requireNonNullElse(again.name(), known.name());
    String arguments = requireNonNullElse(again.arguments(), known.arguments());
    if (!name.equals(known.name()) || !Objects.equals(arguments, known.arguments())) {
      String reason = "call_id " + again.callId() + " came again for something else";
      ToolCall other = new ToolCall(known.callId(), name, arguments);
      calls.skip(names.response(responseId), other, Cause.ID_REUSED, reason);
      tellMalformed(reason);
    }
  }

  private void tellMalformed(String message) {
    out.tell(new Failure(Failure.Kind.MALFORMED, "", message));
  }

  private void skipUnfinished(String responseId, Sighting sighting) {
    sighting.unfinished = false;
    sighting.announced = false;
    if (!sighting.skipped) {
      sighting.skipped = true;
      calls.skip(
          names.response(responseId),
          toolCall(sighting),
          Cause.UNFINISHED,
          "the model did not finish it");
    }
  }

  private static ToolCall toolCall(Sighting sighting) {
    return new ToolCall(
        requireNonNullElse(sighting.callId, ""),
        requireNonNullElse(sighting.name, ""),
        requireNonNullElse(sighting.arguments, ""));
  }

  /** A call item is done that is not to be run. */
  void skip(Item.FunctionCall item, String reason) {
    ToolCall call =
        new ToolCall(
            requireNonNullElse(item.callId(), ""),
            requireNonNullElse(item.name(), ""),
            requireNonNullElse(item.arguments(), ""));
    calls.skip("", call, Cause.OUT_OF_BAND, reason);
  }

  /** A response ended: what it called and we missed runs now, and its round may be complete. */
  void responseEnded(String responseId, Response response) {
    for (Item item : response.output()) {
      if (item instanceof Item.FunctionCall call) {
        done(responseId, call);
      }
    }
    List<Sighting> seen = sightings.getOrDefault(names.response(responseId), List.of());
    for (Sighting sighting : List.copyOf(seen)) {
      if (sighting.requested == null && sighting.announced && sighting.callId != null) {
        sighting.announced = false;
        if (response.status() == Response.Status.COMPLETED && !sighting.skipped) {
          request(responseId, sighting, null);
        }
      }
      if (sighting.requested == null && sighting.unfinished) {
        skipUnfinished(responseId, sighting);
      }
    }
    calls.responseEnded(names.response(responseId));
  }
}
