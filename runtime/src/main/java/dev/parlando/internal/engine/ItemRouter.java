package dev.parlando.internal.engine;

import dev.parlando.internal.engine.calls.Calls;
import dev.parlando.internal.engine.conversation.History;
import dev.parlando.internal.engine.conversation.HistoryItem;
import dev.parlando.realtime.ConversationEvent;
import org.jspecify.annotations.Nullable;

/** What the server tells of the conversation's items. */
final class ItemRouter {

  private final History history;
  private final WireCalls wireCalls;
  private final Calls calls;

  ItemRouter(History history, WireCalls wireCalls, Calls calls) {
    this.history = history;
    this.wireCalls = wireCalls;
    this.calls = calls;
  }

  void on(ConversationEvent event) {
    if (event instanceof ConversationEvent.ItemAdded added && added.item() != null) {
      acknowledged(history.added(added.previousItemId(), added.item()));
    } else if (event instanceof ConversationEvent.ItemCreated created && created.item() != null) {
      acknowledged(history.added(created.previousItemId(), created.item()));
    } else if (event instanceof ConversationEvent.ItemDone done && done.item() != null) {
      acknowledged(history.done(done.item()));
    } else if (event instanceof ConversationEvent.ItemRetrieved retrieved
        && retrieved.item() != null) {
      history.done(retrieved.item());
    } else if (event instanceof ConversationEvent.ItemDeleted deleted) {
      history.deleted(deleted.itemId());
    }
  }

  /** The server has an item in the conversation. */
  private void acknowledged(@Nullable HistoryItem item) {
    String callId = wireCalls.owner(item);
    if (callId != null) {
      calls.acknowledged(callId);
    }
  }
}
