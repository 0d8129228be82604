package dev.parlando.realtime;

import static dev.parlando.wire.JsonTypes.INTEGER;
import static dev.parlando.wire.JsonTypes.TEXT;

import dev.parlando.wire.Field;
import dev.parlando.wire.IllegalValueException;
import dev.parlando.wire.JsonType;
import dev.parlando.wire.ObjectMapping;
import dev.parlando.wire.TaggedUnion;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How server events look on the wire, and what they are called in GA and in the beta. */
final class ServerEventMappings {

  static final TaggedUnion<ServerEvent> EVENTS =
      new TaggedUnion<>(
          ServerEventMappings::unknown, e -> e instanceof UnknownEvent other ? other.raw() : null);

  static {
    addSession();
    addConversation();
    InputEventMappings.addTo(EVENTS);
    ResponseEventMappings.addTo(EVENTS);
    addOutputAudio();
    McpEventMappings.addTo(EVENTS);
    EVENTS.add("rate_limits.updated", RateLimitsUpdated.class, rateLimits());
    EVENTS.add(
        "error",
        ErrorEvent.class,
        mapping("error", ResponseMappings.ERROR, ErrorEvent::error, ErrorEvent::new));
  }

  private ServerEventMappings() {}

  private static UnknownEvent unknown(@Nullable String type, JsonNode raw) {
    if (type == null) {
      throw new IllegalValueException("its \"type\" is missing or no text");
    }
    return new UnknownEvent(type, raw);
  }

  /** The constructor of an event of one field. */
  interface OneField<E, V> {
    E of(@Nullable String eventId, @Nullable V value, Extras extras);
  }

  /** The mapping of an event of one field. */
  static <E extends ServerEvent, V> ObjectMapping<E> mapping(
      String path, JsonType<V> type, Field.Accessor<E, V> accessor, OneField<E, V> constructor) {
    return RealtimeMapping.define(
        ServerEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ServerEvent::eventId);
          var value = f.field(path, type, accessor);
          return o -> constructor.of(o.get(eventId), o.get(value), Extras.of(o));
        });
  }

  private static void addSession() {
    EVENTS
        .add(
            "session.created",
            SessionEvent.Created.class,
            mapping(
                "session",
                SessionMappings.SESSION,
                SessionEvent.Created::session,
                SessionEvent.Created::new))
        .add(
            "session.updated",
            SessionEvent.Updated.class,
            mapping(
                "session",
                SessionMappings.SESSION,
                SessionEvent.Updated::session,
                SessionEvent.Updated::new))
        // GA has no event of its own for it.
        .write(
            "session.updated",
            "transcription_session.updated",
            SessionEvent.TranscriptionUpdated.class,
            mapping(
                "session",
                SessionMappings.SESSION,
                SessionEvent.TranscriptionUpdated::session,
                SessionEvent.TranscriptionUpdated::new))
        .read("transcription_session.updated", SessionEvent.TranscriptionUpdated.class);
  }

  private static void addConversation() {
    EVENTS
        .add(
            "conversation.created",
            ConversationEvent.Created.class,
            mapping(
                "conversation.id",
                TEXT,
                ConversationEvent.Created::conversationId,
                ConversationEvent.Created::new))
        .add(
            "conversation.item.added",
            ConversationEvent.ItemAdded.class,
            placedItem(
                ConversationEvent.ItemAdded::previousItemId,
                ConversationEvent.ItemAdded::item,
                ConversationEvent.ItemAdded::new))
        .add(
            "conversation.item.created",
            ConversationEvent.ItemCreated.class,
            placedItem(
                ConversationEvent.ItemCreated::previousItemId,
                ConversationEvent.ItemCreated::item,
                ConversationEvent.ItemCreated::new))
        .add(
            "conversation.item.done",
            ConversationEvent.ItemDone.class,
            placedItem(
                ConversationEvent.ItemDone::previousItemId,
                ConversationEvent.ItemDone::item,
                ConversationEvent.ItemDone::new))
        .add(
            "conversation.item.deleted",
            ConversationEvent.ItemDeleted.class,
            mapping(
                "item_id",
                TEXT,
                ConversationEvent.ItemDeleted::itemId,
                ConversationEvent.ItemDeleted::new))
        .add(
            "conversation.item.retrieved",
            ConversationEvent.ItemRetrieved.class,
            mapping(
                "item",
                ItemMappings.ITEMS,
                ConversationEvent.ItemRetrieved::item,
                ConversationEvent.ItemRetrieved::new))
        .add("conversation.item.truncated", ConversationEvent.ItemTruncated.class, truncated());
  }

  private interface PlacedItem<E> {
    E of(@Nullable String eventId, @Nullable String previous, @Nullable Item item, Extras extras);
  }

  private static <E extends ServerEvent> ObjectMapping<E> placedItem(
      Field.Accessor<E, String> previousItemId,
      Field.Accessor<E, Item> item,
      PlacedItem<E> constructor) {
    return RealtimeMapping.define(
        ServerEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ServerEvent::eventId);
          var previous = f.field("previous_item_id", TEXT, previousItemId);
          var placed = f.field("item", ItemMappings.ITEMS, item);
          return o -> constructor.of(o.get(eventId), o.get(previous), o.get(placed), Extras.of(o));
        });
  }

  private static ObjectMapping<ConversationEvent.ItemTruncated> truncated() {
    return RealtimeMapping.define(
        ServerEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ServerEvent::eventId);
          var itemId = f.field("item_id", TEXT, ConversationEvent.ItemTruncated::itemId);
          var contentIndex =
              f.field("content_index", INTEGER, ConversationEvent.ItemTruncated::contentIndex);
          var audioEndMs =
              f.field("audio_end_ms", INTEGER, ConversationEvent.ItemTruncated::audioEndMs);
          return o ->
              new ConversationEvent.ItemTruncated(
                  o.get(eventId),
                  o.get(itemId),
                  o.get(contentIndex),
                  o.get(audioEndMs),
                  Extras.of(o));
        });
  }

  private static void addOutputAudio() {
    EVENTS
        .add(
            "output_audio_buffer.started",
            OutputAudioEvent.Started.class,
            mapping(
                "response_id",
                TEXT,
                OutputAudioEvent.Started::responseId,
                OutputAudioEvent.Started::new))
        .add(
            "output_audio_buffer.stopped",
            OutputAudioEvent.Stopped.class,
            mapping(
                "response_id",
                TEXT,
                OutputAudioEvent.Stopped::responseId,
                OutputAudioEvent.Stopped::new))
        .add(
            "output_audio_buffer.cleared",
            OutputAudioEvent.Cleared.class,
            mapping(
                "response_id",
                TEXT,
                OutputAudioEvent.Cleared::responseId,
                OutputAudioEvent.Cleared::new));
  }

  private static ObjectMapping<RateLimitsUpdated> rateLimits() {
    return RealtimeMapping.define(
        ServerEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ServerEvent::eventId);
          var limits =
              f.field("rate_limits", UsageMappings.RATE_LIMITS, RateLimitsUpdated::rateLimits);
          return o -> new RateLimitsUpdated(o.get(eventId), o.get(limits, List.of()), Extras.of(o));
        });
  }
}
