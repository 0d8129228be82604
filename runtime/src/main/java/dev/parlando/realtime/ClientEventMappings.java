package dev.parlando.realtime;

import static dev.parlando.wire.JsonTypes.AUDIO;
import static dev.parlando.wire.JsonTypes.INTEGER;
import static dev.parlando.wire.JsonTypes.TEXT;

import dev.parlando.realtime.ClientEvent.AudioAppend;
import dev.parlando.realtime.ClientEvent.AudioClear;
import dev.parlando.realtime.ClientEvent.AudioCommit;
import dev.parlando.realtime.ClientEvent.ItemCreate;
import dev.parlando.realtime.ClientEvent.ItemDelete;
import dev.parlando.realtime.ClientEvent.ItemRetrieve;
import dev.parlando.realtime.ClientEvent.ItemTruncate;
import dev.parlando.realtime.ClientEvent.OutputAudioClear;
import dev.parlando.realtime.ClientEvent.ResponseCancel;
import dev.parlando.realtime.ClientEvent.ResponseCreate;
import dev.parlando.realtime.ClientEvent.SessionUpdate;
import dev.parlando.realtime.ClientEvent.TranscriptionSessionUpdate;
import dev.parlando.wire.Field;
import dev.parlando.wire.IllegalValueException;
import dev.parlando.wire.JsonType;
import dev.parlando.wire.ObjectMapping;
import dev.parlando.wire.TaggedUnion;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How client events look on the wire, and what they are called in GA and in the beta. */
final class ClientEventMappings {

  private static final byte[] NO_AUDIO = {};

  static final TaggedUnion<ClientEvent> EVENTS =
      new TaggedUnion<ClientEvent>(
              ClientEventMappings::unknown,
              e -> e instanceof ClientEvent.Unknown other ? other.raw() : null)
          .add(
              "session.update",
              SessionUpdate.class,
              mapping(
                  "session", SessionMappings.CONFIG, SessionUpdate::session, SessionUpdate::new))
          // GA has no event of its own for it.
          .write(
              "session.update",
              "transcription_session.update",
              TranscriptionSessionUpdate.class,
              mapping(
                  "session",
                  SessionMappings.TRANSCRIPTION_CONFIG,
                  TranscriptionSessionUpdate::session,
                  TranscriptionSessionUpdate::new))
          .read("transcription_session.update", TranscriptionSessionUpdate.class)
          .add("conversation.item.create", ItemCreate.class, itemCreate())
          .add(
              "conversation.item.delete",
              ItemDelete.class,
              mapping("item_id", TEXT, ItemDelete::itemId, ItemDelete::new))
          .add(
              "conversation.item.retrieve",
              ItemRetrieve.class,
              mapping("item_id", TEXT, ItemRetrieve::itemId, ItemRetrieve::new))
          .add("conversation.item.truncate", ItemTruncate.class, itemTruncate())
          .add(
              "input_audio_buffer.append",
              AudioAppend.class,
              mapping("audio", AUDIO, AudioAppend::audio, ClientEventMappings::audioAppend))
          .add("input_audio_buffer.clear", AudioClear.class, mapping(AudioClear::new))
          .add("input_audio_buffer.commit", AudioCommit.class, mapping(AudioCommit::new))
          .add("output_audio_buffer.clear", OutputAudioClear.class, mapping(OutputAudioClear::new))
          .add(
              "response.create",
              ResponseCreate.class,
              mapping(
                  "response",
                  ResponseMappings.CONFIG,
                  ResponseCreate::response,
                  ResponseCreate::new))
          .add(
              "response.cancel",
              ResponseCancel.class,
              mapping("response_id", TEXT, ResponseCancel::responseId, ResponseCancel::new));

  private ClientEventMappings() {}

  private static ClientEvent.Unknown unknown(@Nullable String type, JsonNode raw) {
    if (type == null) {
      throw new IllegalValueException("its \"type\" is missing or no text");
    }
    return new ClientEvent.Unknown(type, raw);
  }

  private static AudioAppend audioAppend(
      @Nullable String eventId, byte @Nullable [] audio, Extras extras) {
    return new AudioAppend(eventId, audio == null ? NO_AUDIO : audio, extras);
  }

  private static <E extends ClientEvent> ObjectMapping<E> mapping(
      BiFunction<@Nullable String, Extras, E> constructor) {
    return RealtimeMapping.define(
        ClientEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ClientEvent::eventId);
          return o -> constructor.apply(o.get(eventId), Extras.of(o));
        });
  }

  private interface OneField<E, V> {
    E of(@Nullable String eventId, @Nullable V value, Extras extras);
  }

  private static <E extends ClientEvent, V> ObjectMapping<E> mapping(
      String name, JsonType<V> type, Field.Accessor<E, V> accessor, OneField<E, V> constructor) {
    return RealtimeMapping.define(
        ClientEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ClientEvent::eventId);
          var value = f.field(name, type, accessor);
          return o -> constructor.of(o.get(eventId), o.get(value), Extras.of(o));
        });
  }

  private static ObjectMapping<ItemCreate> itemCreate() {
    return RealtimeMapping.define(
        ClientEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ClientEvent::eventId);
          var previous = f.field("previous_item_id", TEXT, ItemCreate::previousItemId);
          var item = f.field("item", ItemMappings.ITEMS, ItemCreate::item);
          return o -> new ItemCreate(o.get(eventId), o.get(item), o.get(previous), Extras.of(o));
        });
  }

  private static ObjectMapping<ItemTruncate> itemTruncate() {
    return RealtimeMapping.define(
        ClientEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ClientEvent::eventId);
          var itemId = f.field("item_id", TEXT, ItemTruncate::itemId);
          var contentIndex = f.field("content_index", INTEGER, ItemTruncate::contentIndex);
          var audioEndMs = f.field("audio_end_ms", INTEGER, ItemTruncate::audioEndMs);
          return o ->
              new ItemTruncate(
                  o.get(eventId),
                  o.get(itemId),
                  o.get(contentIndex),
                  o.get(audioEndMs),
                  Extras.of(o));
        });
  }
}
