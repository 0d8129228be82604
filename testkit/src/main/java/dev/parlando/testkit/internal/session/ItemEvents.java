package dev.parlando.testkit.internal.session;

import tools.jackson.databind.node.ObjectNode;

/** The events about items in the conversation. */
final class ItemEvents {

  private ItemEvents() {}

  static ObjectNode added(ConversationItem item) {
    return event("conversation.item.added", item);
  }

  static ObjectNode done(ConversationItem item) {
    return event("conversation.item.done", item);
  }

  private static ObjectNode event(String type, ConversationItem item) {
    ObjectNode event = Json.event(type).put("previous_item_id", item.previousId());
    event.set("item", item.copy());
    return event;
  }
}
