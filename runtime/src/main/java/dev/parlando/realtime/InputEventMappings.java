package dev.parlando.realtime;

import static dev.parlando.wire.JsonTypes.DECIMAL;
import static dev.parlando.wire.JsonTypes.INTEGER;
import static dev.parlando.wire.JsonTypes.LONG;
import static dev.parlando.wire.JsonTypes.PROSE;
import static dev.parlando.wire.JsonTypes.TEXT;

import dev.parlando.realtime.InputAudioEvent.Cleared;
import dev.parlando.realtime.InputAudioEvent.Committed;
import dev.parlando.realtime.InputAudioEvent.DtmfReceived;
import dev.parlando.realtime.InputAudioEvent.SpeechStarted;
import dev.parlando.realtime.InputAudioEvent.SpeechStopped;
import dev.parlando.realtime.InputAudioEvent.TimeoutTriggered;
import dev.parlando.realtime.TranscriptionEvent.Completed;
import dev.parlando.realtime.TranscriptionEvent.Delta;
import dev.parlando.realtime.TranscriptionEvent.Failed;
import dev.parlando.realtime.TranscriptionEvent.Segment;
import dev.parlando.realtime.TranscriptionEvent.Updated;
import dev.parlando.wire.ObjectMapping;
import dev.parlando.wire.TaggedUnion;

/** How the events about the user's audio look on the wire. */
final class InputEventMappings {

  private static final String TRANSCRIPTION = "conversation.item.input_audio_transcription.";

  private InputEventMappings() {}

  static void addTo(TaggedUnion<ServerEvent> events) {
    events
        .add("input_audio_buffer.committed", Committed.class, committed())
        .add("input_audio_buffer.cleared", Cleared.class, cleared())
        .add("input_audio_buffer.speech_started", SpeechStarted.class, speechStarted())
        .add("input_audio_buffer.speech_stopped", SpeechStopped.class, speechStopped())
        .add("input_audio_buffer.timeout_triggered", TimeoutTriggered.class, timeoutTriggered())
        .add("input_audio_buffer.dtmf_event_received", DtmfReceived.class, dtmfReceived())
        .add(TRANSCRIPTION + "delta", Delta.class, delta())
        .add(TRANSCRIPTION + "completed", Completed.class, completed())
        .add(TRANSCRIPTION + "updated", Updated.class, updated())
        .add(TRANSCRIPTION + "failed", Failed.class, failed())
        .add(TRANSCRIPTION + "segment", Segment.class, segment());
  }

  private static ObjectMapping<Committed> committed() {
    return RealtimeMapping.define(
        ServerEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ServerEvent::eventId);
          var previous = f.field("previous_item_id", TEXT, Committed::previousItemId);
          var itemId = f.field("item_id", TEXT, Committed::itemId);
          return o -> new Committed(o.get(eventId), o.get(previous), o.get(itemId), Extras.of(o));
        });
  }

  private static ObjectMapping<Cleared> cleared() {
    return RealtimeMapping.define(
        ServerEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ServerEvent::eventId);
          return o -> new Cleared(o.get(eventId), Extras.of(o));
        });
  }

  private static ObjectMapping<SpeechStarted> speechStarted() {
    return RealtimeMapping.define(
        ServerEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ServerEvent::eventId);
          var start = f.field("audio_start_ms", INTEGER, SpeechStarted::audioStartMs);
          var itemId = f.field("item_id", TEXT, SpeechStarted::itemId);
          return o -> new SpeechStarted(o.get(eventId), o.get(start), o.get(itemId), Extras.of(o));
        });
  }

  private static ObjectMapping<SpeechStopped> speechStopped() {
    return RealtimeMapping.define(
        ServerEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ServerEvent::eventId);
          var end = f.field("audio_end_ms", INTEGER, SpeechStopped::audioEndMs);
          var itemId = f.field("item_id", TEXT, SpeechStopped::itemId);
          return o -> new SpeechStopped(o.get(eventId), o.get(end), o.get(itemId), Extras.of(o));
        });
  }

  private static ObjectMapping<TimeoutTriggered> timeoutTriggered() {
    return RealtimeMapping.define(
        ServerEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ServerEvent::eventId);
          var start = f.field("audio_start_ms", INTEGER, TimeoutTriggered::audioStartMs);
          var end = f.field("audio_end_ms", INTEGER, TimeoutTriggered::audioEndMs);
          var itemId = f.field("item_id", TEXT, TimeoutTriggered::itemId);
          return o ->
              new TimeoutTriggered(
                  o.get(eventId), o.get(start), o.get(end), o.get(itemId), Extras.of(o));
        });
  }

  /** A key is prose: callers type card numbers and PINs with them. */
  private static ObjectMapping<DtmfReceived> dtmfReceived() {
    return RealtimeMapping.define(
        ServerEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ServerEvent::eventId);
          var key = f.field("event", PROSE, DtmfReceived::key);
          var receivedAt = f.field("received_at", LONG, DtmfReceived::receivedAt);
          return o -> new DtmfReceived(o.get(eventId), o.get(key), o.get(receivedAt), Extras.of(o));
        });
  }

  private static ObjectMapping<Delta> delta() {
    return RealtimeMapping.define(
        ServerEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ServerEvent::eventId);
          var itemId = f.field("item_id", TEXT, Delta::itemId);
          var contentIndex = f.field("content_index", INTEGER, Delta::contentIndex);
          var delta = f.field("delta", PROSE, Delta::delta);
          return o ->
              new Delta(
                  o.get(eventId), o.get(itemId), o.get(contentIndex), o.get(delta), Extras.of(o));
        });
  }

  private static ObjectMapping<Completed> completed() {
    return RealtimeMapping.define(
        ServerEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ServerEvent::eventId);
          var itemId = f.field("item_id", TEXT, Completed::itemId);
          var contentIndex = f.field("content_index", INTEGER, Completed::contentIndex);
          var transcript = f.field("transcript", PROSE, Completed::transcript);
          var usage = f.field("usage", UsageMappings.TRANSCRIPTION, Completed::usage);
          return o ->
              new Completed(
                  o.get(eventId),
                  o.get(itemId),
                  o.get(contentIndex),
                  o.get(transcript),
                  o.get(usage),
                  Extras.of(o));
        });
  }

  private static ObjectMapping<Updated> updated() {
    return RealtimeMapping.define(
        ServerEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ServerEvent::eventId);
          var itemId = f.field("item_id", TEXT, Updated::itemId);
          var contentIndex = f.field("content_index", INTEGER, Updated::contentIndex);
          var transcript = f.field("transcript", PROSE, Updated::transcript);
          return o ->
              new Updated(
                  o.get(eventId),
                  o.get(itemId),
                  o.get(contentIndex),
                  o.get(transcript),
                  Extras.of(o));
        });
  }

  private static ObjectMapping<Failed> failed() {
    return RealtimeMapping.define(
        ServerEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ServerEvent::eventId);
          var itemId = f.field("item_id", TEXT, Failed::itemId);
          var contentIndex = f.field("content_index", INTEGER, Failed::contentIndex);
          var error = f.field("error", ResponseMappings.ERROR, Failed::error);
          return o ->
              new Failed(
                  o.get(eventId), o.get(itemId), o.get(contentIndex), o.get(error), Extras.of(o));
        });
  }

  private static ObjectMapping<Segment> segment() {
    return RealtimeMapping.define(
        ServerEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ServerEvent::eventId);
          var itemId = f.field("item_id", TEXT, Segment::itemId);
          var contentIndex = f.field("content_index", INTEGER, Segment::contentIndex);
          var id = f.field("id", TEXT, Segment::id);
          var speaker = f.field("speaker", TEXT, Segment::speaker);
          var text = f.field("text", PROSE, Segment::text);
          var start = f.field("start", DECIMAL, Segment::start);
          var end = f.field("end", DECIMAL, Segment::end);
          return o ->
              new Segment(
                  o.get(eventId),
                  o.get(itemId),
                  o.get(contentIndex),
                  o.get(id),
                  o.get(speaker),
                  o.get(text),
                  o.get(start),
                  o.get(end),
                  Extras.of(o));
        });
  }
}
