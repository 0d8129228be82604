package dev.parlando.realtime;

import static dev.parlando.realtime.ServerEventMappings.mapping;
import static dev.parlando.wire.JsonTypes.AUDIO;
import static dev.parlando.wire.JsonTypes.INTEGER;
import static dev.parlando.wire.JsonTypes.PROSE;
import static dev.parlando.wire.JsonTypes.TEXT;

import dev.parlando.realtime.ResponseEvent.AudioDelta;
import dev.parlando.realtime.ResponseEvent.AudioDone;
import dev.parlando.realtime.ResponseEvent.AudioTranscriptDelta;
import dev.parlando.realtime.ResponseEvent.AudioTranscriptDone;
import dev.parlando.realtime.ResponseEvent.ContentEvent;
import dev.parlando.realtime.ResponseEvent.ContentPartAdded;
import dev.parlando.realtime.ResponseEvent.ContentPartDone;
import dev.parlando.realtime.ResponseEvent.Created;
import dev.parlando.realtime.ResponseEvent.Done;
import dev.parlando.realtime.ResponseEvent.FunctionCallArgumentsDelta;
import dev.parlando.realtime.ResponseEvent.FunctionCallArgumentsDone;
import dev.parlando.realtime.ResponseEvent.OutputItemAdded;
import dev.parlando.realtime.ResponseEvent.OutputItemDone;
import dev.parlando.realtime.ResponseEvent.TextDelta;
import dev.parlando.realtime.ResponseEvent.TextDone;
import dev.parlando.wire.Field;
import dev.parlando.wire.JsonType;
import dev.parlando.wire.ObjectMapping;
import dev.parlando.wire.TaggedUnion;
import org.jspecify.annotations.Nullable;

/** How the events of an answer look on the wire. Most of their names differ by dialect. */
final class ResponseEventMappings {

  private static final byte[] NO_AUDIO = {};

  private ResponseEventMappings() {}

  static void addTo(TaggedUnion<ServerEvent> events) {
    events
        .add(
            "response.created",
            Created.class,
            mapping("response", ResponseMappings.RESPONSE, Created::response, Created::new))
        .add(
            "response.done",
            Done.class,
            mapping("response", ResponseMappings.RESPONSE, Done::response, Done::new))
        .add(
            "response.output_item.added",
            OutputItemAdded.class,
            outputItem(OutputItemAdded::outputIndex, OutputItemAdded::item, OutputItemAdded::new))
        .add(
            "response.output_item.done",
            OutputItemDone.class,
            outputItem(OutputItemDone::outputIndex, OutputItemDone::item, OutputItemDone::new))
        .add(
            "response.function_call_arguments.delta",
            FunctionCallArgumentsDelta.class,
            argumentsDelta())
        .add(
            "response.function_call_arguments.done",
            FunctionCallArgumentsDone.class,
            argumentsDone());
    addContent(events);
  }

  private static void addContent(TaggedUnion<ServerEvent> events) {
    events
        .add(
            "response.content_part.added",
            ContentPartAdded.class,
            content(
                "part", ContentMappings.IN_EVENT, ContentPartAdded::part, ContentPartAdded::new))
        .add(
            "response.content_part.done",
            ContentPartDone.class,
            content("part", ContentMappings.IN_EVENT, ContentPartDone::part, ContentPartDone::new))
        .add(
            "response.output_text.delta",
            "response.text.delta",
            TextDelta.class,
            content("delta", PROSE, TextDelta::delta, TextDelta::new))
        .add(
            "response.output_text.done",
            "response.text.done",
            TextDone.class,
            content("text", PROSE, TextDone::text, TextDone::new))
        .add(
            "response.output_audio.delta",
            "response.audio.delta",
            AudioDelta.class,
            content("delta", AUDIO, AudioDelta::audio, ResponseEventMappings::audioDelta))
        .add("response.output_audio.done", "response.audio.done", AudioDone.class, audioDone())
        .add(
            "response.output_audio_transcript.delta",
            "response.audio_transcript.delta",
            AudioTranscriptDelta.class,
            content("delta", PROSE, AudioTranscriptDelta::delta, AudioTranscriptDelta::new))
        .add(
            "response.output_audio_transcript.done",
            "response.audio_transcript.done",
            AudioTranscriptDone.class,
            content(
                "transcript", PROSE, AudioTranscriptDone::transcript, AudioTranscriptDone::new));
  }

  /** The constructor of a content event of one more field. */
  private interface Content<E, V> {
    E of(
        @Nullable String eventId,
        @Nullable String responseId,
        @Nullable String itemId,
        @Nullable Integer outputIndex,
        @Nullable Integer contentIndex,
        @Nullable V value,
        Extras extras);
  }

  private static <E extends ContentEvent, V> ObjectMapping<E> content(
      String name, JsonType<V> type, Field.Accessor<E, V> accessor, Content<E, V> constructor) {
    return RealtimeMapping.define(
        ServerEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ServerEvent::eventId);
          var responseId = f.field("response_id", TEXT, ResponseEvent::responseId);
          var itemId = f.field("item_id", TEXT, ContentEvent::itemId);
          var outputIndex = f.field("output_index", INTEGER, ContentEvent::outputIndex);
          var contentIndex = f.field("content_index", INTEGER, ContentEvent::contentIndex);
          var value = f.field(name, type, accessor);
          return o ->
              constructor.of(
                  o.get(eventId),
                  o.get(responseId),
                  o.get(itemId),
                  o.get(outputIndex),
                  o.get(contentIndex),
                  o.get(value),
                  Extras.of(o));
        });
  }

  private static AudioDelta audioDelta(
      @Nullable String eventId,
      @Nullable String responseId,
      @Nullable String itemId,
      @Nullable Integer outputIndex,
      @Nullable Integer contentIndex,
      byte @Nullable [] audio,
      Extras extras) {
    return new AudioDelta(
        eventId,
        responseId,
        itemId,
        outputIndex,
        contentIndex,
        audio == null ? NO_AUDIO : audio,
        extras);
  }

  private static ObjectMapping<AudioDone> audioDone() {
    return RealtimeMapping.define(
        ServerEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ServerEvent::eventId);
          var responseId = f.field("response_id", TEXT, AudioDone::responseId);
          var itemId = f.field("item_id", TEXT, AudioDone::itemId);
          var outputIndex = f.field("output_index", INTEGER, AudioDone::outputIndex);
          var contentIndex = f.field("content_index", INTEGER, AudioDone::contentIndex);
          return o ->
              new AudioDone(
                  o.get(eventId),
                  o.get(responseId),
                  o.get(itemId),
                  o.get(outputIndex),
                  o.get(contentIndex),
                  Extras.of(o));
        });
  }

  private interface OutputItem<E> {
    E of(
        @Nullable String eventId,
        @Nullable String responseId,
        @Nullable Integer outputIndex,
        @Nullable Item item,
        Extras extras);
  }

  private static <E extends ResponseEvent> ObjectMapping<E> outputItem(
      Field.Accessor<E, Integer> outputIndex,
      Field.Accessor<E, Item> item,
      OutputItem<E> constructor) {
    return RealtimeMapping.define(
        ServerEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ServerEvent::eventId);
          var responseId = f.field("response_id", TEXT, ResponseEvent::responseId);
          var index = f.field("output_index", INTEGER, outputIndex);
          var output = f.field("item", ItemMappings.ITEMS, item);
          return o ->
              constructor.of(
                  o.get(eventId), o.get(responseId), o.get(index), o.get(output), Extras.of(o));
        });
  }

  private static ObjectMapping<FunctionCallArgumentsDelta> argumentsDelta() {
    return RealtimeMapping.define(
        ServerEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ServerEvent::eventId);
          var responseId = f.field("response_id", TEXT, FunctionCallArgumentsDelta::responseId);
          var itemId = f.field("item_id", TEXT, FunctionCallArgumentsDelta::itemId);
          var index = f.field("output_index", INTEGER, FunctionCallArgumentsDelta::outputIndex);
          var callId = f.field("call_id", TEXT, FunctionCallArgumentsDelta::callId);
          var delta = f.field("delta", PROSE, FunctionCallArgumentsDelta::delta);
          return o ->
              new FunctionCallArgumentsDelta(
                  o.get(eventId),
                  o.get(responseId),
                  o.get(itemId),
                  o.get(index),
                  o.get(callId),
                  o.get(delta),
                  Extras.of(o));
        });
  }

  private static ObjectMapping<FunctionCallArgumentsDone> argumentsDone() {
    return RealtimeMapping.define(
        ServerEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ServerEvent::eventId);
          var responseId = f.field("response_id", TEXT, FunctionCallArgumentsDone::responseId);
          var itemId = f.field("item_id", TEXT, FunctionCallArgumentsDone::itemId);
          var index = f.field("output_index", INTEGER, FunctionCallArgumentsDone::outputIndex);
          var callId = f.field("call_id", TEXT, FunctionCallArgumentsDone::callId);
          var name = f.field("name", TEXT, FunctionCallArgumentsDone::name);
          var arguments = f.field("arguments", PROSE, FunctionCallArgumentsDone::arguments);
          return o ->
              new FunctionCallArgumentsDone(
                  o.get(eventId),
                  o.get(responseId),
                  o.get(itemId),
                  o.get(index),
                  o.get(callId),
                  o.get(name),
                  o.get(arguments),
                  Extras.of(o));
        });
  }
}
