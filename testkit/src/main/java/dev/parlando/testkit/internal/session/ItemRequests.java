package dev.parlando.testkit.internal.session;

import dev.parlando.testkit.internal.rules.RefusedException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a client does to the items of the conversation. */
final class ItemRequests {

  private final SessionContext session;

  ItemRequests(SessionContext session) {
    this.session = session;
  }

  /**
   * @param after the id of the item before it; null for the end, {@code root} for the start
   */
  void create(ObjectNode given, @Nullable String after) {
    ObjectNode node = session.shape().incoming(given);
    String callId = Json.text(node, "call_id");
    if ("function_call_output".equals(Json.text(node, "type"))
        && !session.conversation().hasCall(callId)) {
      throw new RefusedException(
          "invalid_tool_call_id", null, "Tool call ID '" + callId + "' not found in conversation.");
    }
    if ("mcp_approval_response".equals(Json.text(node, "type"))) {
      session.mcp().decided(node);
    }
    if ("function_call".equals(Json.text(node, "type")) && !node.has("call_id")) {
      node.put("call_id", session.ids().nextCall());
    }
    String id = Json.textOrNull(node, "id");
    ConversationItem item =
        ConversationItem.sent(
            node, id == null ? session.ids().next("item") : id, session.config().inputEncoding());
    session.conversation().insert(item, after);
    session.link().send(ItemEvents.added(item));
    session.link().send(ItemEvents.done(item));
  }

  void retrieve(String itemId) {
    ConversationItem item = find(itemId, "retriev", "retrieve");
    ObjectNode event = Json.event("conversation.item.retrieved");
    event.set("item", item.copyWithAudio());
    session.link().send(event);
  }

  void delete(String itemId) {
    find(itemId, "delet", "delete");
    session.conversation().remove(itemId);
    session.link().send(Json.event("conversation.item.deleted").put("item_id", itemId));
  }

  /** Cuts an assistant's audio to what was really played; its transcript goes. */
  void truncate(String itemId, int contentIndex, long audioEndMillis) {
    ConversationItem item = find(itemId, "truncat", "truncate");
    AudioClip clip = item.clip(contentIndex);
    if (!item.isMessageOf("assistant") || clip == null) {
      throw new RefusedException(
          "unsupported_content_type", null, "Only model output audio messages can be truncated");
    }
    if (audioEndMillis > clip.millis()) {
      throw new RefusedException(
          null,
          null,
          "Audio content of %dms is already shorter than %dms"
              .formatted((long) clip.millis(), audioEndMillis));
    }
    clip.keep(audioEndMillis);
    JsonNode part = item.node().path("content").path(contentIndex);
    if (part instanceof ObjectNode content) {
      content.remove("transcript");
    }
    session
        .link()
        .send(
            Json.event("conversation.item.truncated")
                .put("item_id", itemId)
                .put("content_index", contentIndex)
                .put("audio_end_ms", audioEndMillis));
  }

  private ConversationItem find(String itemId, String stem, String verb) {
    return session
        .conversation()
        .find(itemId)
        .orElseThrow(
            () ->
                new RefusedException(
                    "item_" + verb + "_invalid_item_id",
                    "item_id",
                    "Error "
                        + stem
                        + "ing item: the item with id '"
                        + itemId
                        + "' does not exist."));
  }
}
