package dev.parlando.realtime;

import static dev.parlando.realtime.Kinds.DECIMAL;
import static dev.parlando.realtime.Kinds.INTEGER;
import static dev.parlando.realtime.Kinds.LONG;
import static dev.parlando.realtime.Kinds.PROSE;
import static dev.parlando.realtime.Kinds.TEXT;

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

/** How the events about the user's audio look on the wire. */
final class InputEventShapes {

  private static final String TRANSCRIPTION = "conversation.item.input_audio_transcription.";

  private InputEventShapes() {}

  static void addTo(Variants<ServerEvent> events) {
    events
        .add("input_audio_buffer.committed", Committed.class, committed())
        .add("input_audio_buffer.cleared", Cleared.class, cleared())
        .add("input_audio_buffer.speech_started", SpeechStarted.class, speechStarted())
        .add("input_audio_buffer.speech_stopped", SpeechStopped.class, speechStopped())
        .add("input_audio_buffer.timeout_triggered", TimeoutTriggered.class, timeoutTriggered())
        .add("input_audio_buffer.dtmf_event_received", DtmfReceived.class, dtmfReceived())
        .add(TRANSCRIPTION + "delta", Delta.class, delta())
        .add(TRANSCRIPTION + "completed", Completed.class, completed())
        .add(TRANSCRIPTION + "failed", Failed.class, failed())
        .add(TRANSCRIPTION + "segment", Segment.class, segment());
  }

  private static Shape<Committed> committed() {
    return Shape.define(
        ServerEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ServerEvent::eventId);
          var previous = f.field("previous_item_id", TEXT, Committed::previousItemId);
          var itemId = f.field("item_id", TEXT, Committed::itemId);
          return o -> new Committed(o.get(eventId), o.get(previous), o.get(itemId), o.extras());
        });
  }

  private static Shape<Cleared> cleared() {
    return Shape.define(
        ServerEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ServerEvent::eventId);
          return o -> new Cleared(o.get(eventId), o.extras());
        });
  }

  private static Shape<SpeechStarted> speechStarted() {
    return Shape.define(
        ServerEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ServerEvent::eventId);
          var start = f.field("audio_start_ms", INTEGER, SpeechStarted::audioStartMs);
          var itemId = f.field("item_id", TEXT, SpeechStarted::itemId);
          return o -> new SpeechStarted(o.get(eventId), o.get(start), o.get(itemId), o.extras());
        });
  }

  private static Shape<SpeechStopped> speechStopped() {
    return Shape.define(
        ServerEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ServerEvent::eventId);
          var end = f.field("audio_end_ms", INTEGER, SpeechStopped::audioEndMs);
          var itemId = f.field("item_id", TEXT, SpeechStopped::itemId);
          return o -> new SpeechStopped(o.get(eventId), o.get(end), o.get(itemId), o.extras());
        });
  }

  private static Shape<TimeoutTriggered> timeoutTriggered() {
    return Shape.define(
        ServerEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ServerEvent::eventId);
          var start = f.field("audio_start_ms", INTEGER, TimeoutTriggered::audioStartMs);
          var end = f.field("audio_end_ms", INTEGER, TimeoutTriggered::audioEndMs);
          var itemId = f.field("item_id", TEXT, TimeoutTriggered::itemId);
          return o ->
              new TimeoutTriggered(
                  o.get(eventId), o.get(start), o.get(end), o.get(itemId), o.extras());
        });
  }

  /** A key is prose: callers type card numbers and PINs with them. */
  private static Shape<DtmfReceived> dtmfReceived() {
    return Shape.define(
        ServerEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ServerEvent::eventId);
          var key = f.field("event", PROSE, DtmfReceived::key);
          var receivedAt = f.field("received_at", LONG, DtmfReceived::receivedAt);
          return o -> new DtmfReceived(o.get(eventId), o.get(key), o.get(receivedAt), o.extras());
        });
  }

  private static Shape<Delta> delta() {
    return Shape.define(
        ServerEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ServerEvent::eventId);
          var itemId = f.field("item_id", TEXT, Delta::itemId);
          var contentIndex = f.field("content_index", INTEGER, Delta::contentIndex);
          var delta = f.field("delta", PROSE, Delta::delta);
          return o ->
              new Delta(
                  o.get(eventId), o.get(itemId), o.get(contentIndex), o.get(delta), o.extras());
        });
  }

  private static Shape<Completed> completed() {
    return Shape.define(
        ServerEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ServerEvent::eventId);
          var itemId = f.field("item_id", TEXT, Completed::itemId);
          var contentIndex = f.field("content_index", INTEGER, Completed::contentIndex);
          var transcript = f.field("transcript", PROSE, Completed::transcript);
          var usage = f.field("usage", UsageShapes.TRANSCRIPTION, Completed::usage);
          return o ->
              new Completed(
                  o.get(eventId),
                  o.get(itemId),
                  o.get(contentIndex),
                  o.get(transcript),
                  o.get(usage),
                  o.extras());
        });
  }

  private static Shape<Failed> failed() {
    return Shape.define(
        ServerEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ServerEvent::eventId);
          var itemId = f.field("item_id", TEXT, Failed::itemId);
          var contentIndex = f.field("content_index", INTEGER, Failed::contentIndex);
          var error = f.field("error", ResponseShapes.ERROR, Failed::error);
          return o ->
              new Failed(
                  o.get(eventId), o.get(itemId), o.get(contentIndex), o.get(error), o.extras());
        });
  }

  private static Shape<Segment> segment() {
    return Shape.define(
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
                  o.extras());
        });
  }
}
