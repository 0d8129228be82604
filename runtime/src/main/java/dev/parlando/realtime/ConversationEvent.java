package dev.parlando.realtime;

import org.jspecify.annotations.Nullable;

/** The conversation, a list of items, changed. */
public sealed interface ConversationEvent extends ServerEvent {

  /** The conversation exists. OpenAI and Azure never send it. */
  record Created(@Nullable String eventId, @Nullable String conversationId, Extras extras)
      implements ConversationEvent {}

  /**
   * An item entered the conversation; it may still be growing. GA only.
   *
   * @param previousItemId the item before it; null also for the first
   */
  record ItemAdded(
      @Nullable String eventId, @Nullable String previousItemId, @Nullable Item item, Extras extras)
      implements ConversationEvent {}

  /**
   * An item entered the conversation. The beta sends it in place of {@link ItemAdded} and {@link
   * ItemDone}.
   *
   * @param previousItemId the item before it; null also for the first
   */
  record ItemCreated(
      @Nullable String eventId, @Nullable String previousItemId, @Nullable Item item, Extras extras)
      implements ConversationEvent {}

  /**
   * An item has its final content. GA only.
   *
   * @param previousItemId may be null although {@link ItemAdded} named one; trust that event
   */
  record ItemDone(
      @Nullable String eventId, @Nullable String previousItemId, @Nullable Item item, Extras extras)
      implements ConversationEvent {}

  /** The answer to {@link ClientEvent.ItemDelete}. */
  record ItemDeleted(@Nullable String eventId, @Nullable String itemId, Extras extras)
      implements ConversationEvent {}

  /** The answer to {@link ClientEvent.ItemRetrieve}. */
  record ItemRetrieved(@Nullable String eventId, @Nullable Item item, Extras extras)
      implements ConversationEvent {}

  /**
   * The answer to {@link ClientEvent.ItemTruncate}.
   *
   * @param audioEndMs how much of the audio is kept, in ms
   */
  record ItemTruncated(
      @Nullable String eventId,
      @Nullable String itemId,
      @Nullable Integer contentIndex,
      @Nullable Integer audioEndMs,
      Extras extras)
      implements ConversationEvent {}
}
