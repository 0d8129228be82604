package dev.parlando.internal.engine;

import dev.parlando.internal.engine.calls.Calls;
import dev.parlando.internal.engine.connection.Configuration;
import dev.parlando.internal.engine.connection.WireTools;
import dev.parlando.internal.engine.conversation.History;
import dev.parlando.internal.engine.conversation.HistoryItem;
import dev.parlando.internal.engine.io.Bounded;
import dev.parlando.internal.engine.io.ErrorCodes;
import dev.parlando.internal.engine.io.Input.Command;
import dev.parlando.internal.engine.io.Outbox;
import dev.parlando.internal.engine.turns.OwedTurn;
import dev.parlando.internal.engine.turns.ResponseScheduler;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.ErrorDetail;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.ResponseConfig;
import dev.parlando.session.event.Failure;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the application asks for, but for the end of the session. */
final class Commands {

  private final Outbox out;
  private final Configuration configuration;
  private final CallerAudio audio;
  private final History history;
  private final Calls calls;
  private final ResponseScheduler scheduler;
  private final ModelAudio modelAudio;

  /** What was sent as an item, with the turn that is about it. */
  private record Sent(HistoryItem item, @Nullable OwedTurn turn) {}

  private final Map<String, Sent> sent = new Bounded<>(1_000);

  Commands(
      Outbox out,
      Configuration configuration,
      CallerAudio audio,
      History history,
      Calls calls,
      ResponseScheduler scheduler,
      ModelAudio modelAudio) {
    this.out = out;
    this.configuration = configuration;
    this.audio = audio;
    this.history = history;
    this.calls = calls;
    this.scheduler = scheduler;
    this.modelAudio = modelAudio;
  }

  /** Does what the application asks for. */
  void carryOut(Command command) {
    if (command instanceof Command.AppendAudio append) {
      audio.append(append.audio());
    } else if (command instanceof Command.SendText text) {
      calls.newTurn();
      Item item = Item.userText(text.text());
      HistoryItem kept = history.sent(item);
      OwedTurn turn = scheduler.turns().text(kept::confirmed);
      sent.put(out.send(new ClientEvent.ItemCreate(item)), new Sent(kept, turn));
    } else if (command instanceof Command.Commit commit) {
      calls.newTurn();
      audio.commit(commit.reply());
    } else if (command instanceof Command.ClearAudio) {
      audio.clear();
    } else if (command instanceof Command.Interrupt) {
      scheduler.turns().overtakeAll("the application interrupted");
      calls.overtake();
      modelAudio.interrupt();
    } else if (command instanceof Command.RequestResponse request) {
      requestResponse(request);
    } else if (command instanceof Command.Add add) {
      HistoryItem kept = history.sent(add.item());
      sent.put(out.send(new ClientEvent.ItemCreate(add.item())), new Sent(kept, null));
    } else if (command instanceof Command.Delete delete) {
      out.send(new ClientEvent.ItemDelete(delete.itemId()));
    } else if (command instanceof Command.Update update) {
      configuration.change(update.changes());
    } else if (command instanceof Command.ReplaceTools replace) {
      configuration.change(replace.tools());
    }
  }

  private void requestResponse(Command.RequestResponse request) {
    ResponseConfig overrides = request.overrides();
    String problem =
        overrides == null ? null : WireTools.problem(configuration.tools(), overrides.toolChoice());
    if (problem == null) {
      OwedTurn turn = scheduler.turns().request(overrides);
      if (!request.interruptible()) {
        turn.protect();
      }
    } else {
      out.tell(new Failure(Failure.Kind.REQUEST, "", problem));
    }
  }

  /** An item was sent to a new connection. Returns whether it is one of these. */
  boolean restored(HistoryItem item, String eventId) {
    for (Sent before : List.copyOf(sent.values())) {
      if (before.item() == item) {
        sent.put(eventId, before);
        return true;
      }
    }
    return false;
  }

  /** The server refused something. Returns whether that was told already. */
  boolean refused(ErrorDetail error) {
    if (error.eventId() == null) {
      return false;
    }
    Sent refused = sent.remove(error.eventId());
    if (refused == null) {
      return audio.refused(error);
    }
    history.forget(refused.item());
    if (refused.turn() == null) {
      return false;
    }
    out.tell(
        new Failure(ErrorCodes.kind(error), ErrorCodes.code(error), ErrorCodes.message(error)));
    scheduler.itemRefused(refused.turn(), error);
    return true;
  }
}
