package dev.parlando.internal.engine.oracle;

import dev.parlando.realtime.ContentPart;
import dev.parlando.realtime.Extras;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.McpItem;
import dev.parlando.realtime.Response;
import dev.parlando.realtime.Response.Status;
import java.util.List;
import java.util.Locale;

/** What comes of a response, as its fate wants it. */
final class Performance {

  private static final byte[] AUDIO = new byte[400 * 48];
  private static final long STALL_MS = 60_000;

  private final ServerLine line;
  private final ServerResponses responses;

  Performance(ServerLine line, ServerResponses responses) {
    this.line = line;
    this.responses = responses;
  }

  void perform(SimResponse response) {
    if (response.fate == Fate.FAILS_UNSEEN) {
      at(response, 60, () -> fail(response, "server_error", "It broke."));
      return;
    }
    line.send(ServerEvents.created(head(response)));
    switch (response.fate) {
      case WHOLE, LONG, FAILS_HEARD, MAX_TOKENS_HEARD, FILTERED_HEARD, STALLS_HEARD ->
          talk(response);
      case CANCELLED_HEARD, TALKS_AND_CALLS -> talk(response);
      case CALLS -> call(response, 60);
      case CALLS_UNFINISHED, CALLS_IN_TWO_STEPS -> call(response, 60);
      case MCP -> callByItself(response);
      default -> {}
    }
    switch (response.fate) {
      case LONG -> at(response, 3_000, () -> complete(response));
      case FAILS_HEARD, FAILS_UNHEARD ->
          at(response, 220, () -> fail(response, "server_error", "It broke."));
      case FAILS_FINALLY -> at(response, 100, () -> fail(response, "invalid_prompt", "Never."));
      case RATE_LIMITED ->
          at(response, 60, () -> fail(response, "rate_limit_exceeded", "Please try again in 4s."));
      case RATE_LIMITED_LONG ->
          at(response, 60, () -> fail(response, "rate_limit_exceeded", "Please try again in 45s."));
      case MAX_TOKENS_UNHEARD, MAX_TOKENS_HEARD, CALLS_UNFINISHED ->
          at(response, 220, () -> cut(response, Status.INCOMPLETE, "max_output_tokens"));
      case FILTERED_UNHEARD, FILTERED_HEARD ->
          at(response, 220, () -> cut(response, Status.INCOMPLETE, "content_filter"));
      case STALLS_UNHEARD, STALLS_HEARD -> at(response, STALL_MS, () -> forget(response));
      case CANCELLED_UNHEARD, CANCELLED_HEARD ->
          at(response, 220, () -> cut(response, Status.CANCELLED, "client_cancelled"));
      case TALKS_AND_CALLS -> {
        call(response, 160);
        at(response, 220, () -> complete(response));
      }
      case MCP -> at(response, 200, () -> complete(response));
      default -> at(response, 220, () -> complete(response));
    }
  }

  private void at(SimResponse response, long afterMs, Runnable step) {
    line.server.agenda.after(
        afterMs,
        () -> {
          if (!response.over() && !line.closed()) {
            step.run();
          }
        });
  }

  private void talk(SimResponse response) {
    String itemId = line.nextItemId();
    Item message =
        new Item.Message(
            itemId,
            Status.IN_PROGRESS == response.status ? Item.Status.IN_PROGRESS : null,
            Item.Role.ASSISTANT,
            List.of(),
            Extras.NONE);
    at(
        response,
        30,
        () -> {
          response.items.add(said(itemId));
          line.send(ServerEvents.itemAdded(response.id, message));
          if (!response.outOfBand) {
            line.conversation.make(message);
            line.send(ServerEvents.added(message));
          }
        });
    boolean cutShort = response.fate != Fate.WHOLE && response.fate != Fate.LONG;
    int pieces = response.fate == Fate.LONG ? 6 : cutShort ? 1 : 2;
    for (int i = 0; i < pieces; i++) {
      long when = 60 + i * (response.fate == Fate.LONG ? 450L : 60L);
      at(response, when, () -> say(response, itemId));
    }
    if (!cutShort) {
      long when = response.fate == Fate.LONG ? 2_900 : 180;
      at(response, when, () -> finishItem(response, itemId));
    } else if (response.fate == Fate.TALKS_AND_CALLS) {
      at(response, 120, () -> finishItem(response, itemId));
    }
  }

  private void say(SimResponse response, String itemId) {
    if (line.server.setup.speaks()) {
      response.audioMs += 400;
      line.server.oracle.speaks(response, itemId);
      line.send(ServerEvents.audio(response.id, itemId, AUDIO));
    } else {
      response.audioMs += 1;
      line.server.oracle.speaks(response, itemId);
      line.send(ServerEvents.text(response.id, itemId, "Hm"));
    }
  }

  private void finishItem(SimResponse response, String itemId) {
    line.send(
        line.server.setup.speaks()
            ? ServerEvents.transcript(response.id, itemId, "Hm Hm")
            : ServerEvents.textDone(response.id, itemId, "Hm Hm"));
    line.send(ServerEvents.itemDone(response.id, said(itemId)));
    if (!response.outOfBand) {
      line.send(ServerEvents.done(said(itemId)));
    }
  }

  private Item said(String itemId) {
    ContentPart part =
        line.server.setup.speaks()
            ? new ContentPart.OutputAudio(null, "Hm Hm", Extras.NONE)
            : new ContentPart.OutputText("Hm Hm");
    return new Item.Message(
        itemId, Item.Status.COMPLETED, Item.Role.ASSISTANT, List.of(part), Extras.NONE);
  }

  private void call(SimResponse response, long afterMs) {
    int first = line.server.nextNumber();
    int calls = 1 + first % 3;
    at(response, afterMs, () -> makeCall(response, first, 0));
    for (int i = 1; i < calls; i++) {
      int index = i;
      at(response, afterMs + 10, () -> makeCall(response, line.server.nextNumber(), index));
    }
  }

  private void makeCall(SimResponse response, int number, int index) {
    String callId = "call_" + (line.server.setup.callsAnew() ? index : number);
    Item.FunctionCall begun = callItem(number, callId, Item.Status.IN_PROGRESS, "");
    String arguments = "{\"n\":" + number + "}";
    line.send(ServerEvents.itemAdded(response.id, begun));
    line.send(ServerEvents.added(begun));
    if (response.fate == Fate.CALLS_UNFINISHED) {
      Item cut = callItem(number, callId, Item.Status.INCOMPLETE, "{\"n\":");
      response.items.add(cut);
      line.send(ServerEvents.itemDone(response.id, cut));
      return;
    }
    Item.FunctionCall whole = callItem(number, callId, Item.Status.COMPLETED, arguments);
    line.conversation.make(whole);
    response.items.add(whole);
    line.server.oracle.calls(response, whole, number);
    if (response.fate == Fate.CALLS_IN_TWO_STEPS) {
      Item half = callItem(number, callId, Item.Status.IN_PROGRESS, arguments);
      line.send(ServerEvents.itemDone(response.id, half));
    } else {
      line.send(ServerEvents.arguments(response.id, whole));
    }
    line.send(ServerEvents.itemDone(response.id, whole));
    line.send(ServerEvents.done(whole));
  }

  private static Item.FunctionCall callItem(
      int number, String callId, Item.Status status, String arguments) {
    String name = number % 7 == 0 ? "no_such_tool" : number % 3 == 0 ? "slowly_pay" : "get_time";
    return new Item.FunctionCall("fc_" + number, status, callId, name, arguments, Extras.NONE);
  }

  private void callByItself(SimResponse response) {
    int number = line.server.nextNumber();
    String itemId = "mcp_" + number;
    Item begun = new McpItem.Call(itemId, "maps", "find", "{}", null, null, null, Extras.NONE);
    Item ended =
        new McpItem.Call(itemId, "maps", "find", "{}", null, "o" + number, null, Extras.NONE);
    at(
        response,
        60,
        () -> {
          response.items.add(begun);
          line.conversation.make(begun);
          line.send(ServerEvents.itemAdded(response.id, begun));
          line.send(ServerEvents.added(begun));
          line.server.oracle.callsByItself(response, itemId, number);
          line.server.agenda.after(
              number % 2 == 0 ? 80 : 900,
              () -> {
                if (!line.closed()) {
                  response.items.replaceAll(item -> item == begun ? ended : item);
                  line.conversation.mcpEnded(number);
                  line.send(ServerEvents.mcpCompleted(itemId));
                  line.send(ServerEvents.itemDone(response.id, ended));
                  line.send(ServerEvents.done(ended));
                }
              });
        });
  }

  private void complete(SimResponse response) {
    end(response, Status.COMPLETED, null);
  }

  private void fail(SimResponse response, String code, String message) {
    end(response, Status.FAILED, ServerEvents.failed(code, message));
  }

  private void cut(SimResponse response, Status status, String reason) {
    end(response, status, ServerEvents.because(status.name().toLowerCase(Locale.ROOT), reason));
  }

  /** The server gives a response up and says nothing of it. */
  private void forget(SimResponse response) {
    response.status = Status.FAILED;
    responses.ended(response);
  }

  void end(SimResponse response, Status status, Response.StatusDetails details) {
    response.status = status;
    responses.ended(response);
    line.send(
        ServerEvents.done(
            ServerEvents.response(
                response.id,
                status,
                details,
                response.outOfBand,
                response.metadata,
                response.items)));
  }

  private static Response head(SimResponse response) {
    return ServerEvents.response(
        response.id, Status.IN_PROGRESS, null, response.outOfBand, response.metadata, List.of());
  }
}
