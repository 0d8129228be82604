package dev.parlando.internal.engine;

import dev.parlando.internal.engine.Input.Command;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.ResponseConfig;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.session.event.Failure;
import org.jspecify.annotations.Nullable;

/** What the application wants, but for the end of the session. */
final class Commands {

  private final Outbox out;
  private final EngineOptions options;
  private final Configuration configuration;
  private final InputBuffer input;
  private final History history;
  private final Calls calls;
  private final ToolRounds rounds;
  private final ResponseScheduler replies;
  private final ResponseRouter responses;

  Commands(
      Outbox out,
      EngineOptions options,
      Configuration configuration,
      InputBuffer input,
      History history,
      Calls calls,
      ToolRounds rounds,
      ResponseScheduler replies,
      ResponseRouter responses) {
    this.out = out;
    this.options = options;
    this.configuration = configuration;
    this.input = input;
    this.history = history;
    this.calls = calls;
    this.rounds = rounds;
    this.replies = replies;
    this.responses = responses;
  }

  /** Does what the application wants. */
  void carryOut(Command command) {
    if (command instanceof Command.AppendAudio append) {
      input.append(append.audio());
    } else if (command instanceof Command.SendText send) {
      newTurn();
      add(Item.userText(send.text()));
      replies.request(ResponseRequest.asked(null));
    } else if (command instanceof Command.Commit commit) {
      newTurn();
      if (input.commit() && commit.reply()) {
        replies.request(ResponseRequest.asked(null));
      }
    } else if (command instanceof Command.ClearAudio) {
      input.clear();
    } else if (command instanceof Command.Interrupt) {
      if (options.sideband()) {
        // The audio is heard elsewhere; only the server can stop it.
        out.send(new ClientEvent.OutputAudioClear());
      }
      responses.interrupt(true);
    } else if (command instanceof Command.RequestResponse request) {
      requestReply(request.overrides());
    } else if (command instanceof Command.Add add) {
      add(add.item());
    } else if (command instanceof Command.Delete delete) {
      out.send(new ClientEvent.ItemDelete(delete.itemId()));
    } else if (command instanceof Command.Update update) {
      out.send(new ClientEvent.SessionUpdate(configuration.change(update.changes())));
    } else if (command instanceof Command.ReplaceTools replace) {
      rounds.retool(replace.tools());
      SessionConfig tools = SessionConfig.builder().tools(replace.tools().wireTools()).build();
      out.send(new ClientEvent.SessionUpdate(tools));
    }
  }

  private void requestReply(@Nullable ResponseConfig overrides) {
    String problem = overrides == null ? null : rounds.tools().problemWith(overrides.toolChoice());
    if (problem == null) {
      replies.request(ResponseRequest.asked(overrides));
    } else {
      out.tell(new Failure(Failure.Kind.REQUEST, "", problem));
    }
  }

  private void add(Item item) {
    history.sent(item);
    out.send(new ClientEvent.ItemCreate(item));
  }

  /** The user spoke or wrote. */
  void newTurn() {
    calls.newTurn();
    rounds.newTurn();
  }
}
