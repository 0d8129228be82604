package dev.parlando.examples.benchmarks.parlando;

import dev.parlando.realtime.ContentPart;
import dev.parlando.realtime.ConversationEvent;
import dev.parlando.realtime.Extras;
import dev.parlando.realtime.InputAudioEvent;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.RateLimit;
import dev.parlando.realtime.RateLimitsUpdated;
import dev.parlando.realtime.Response;
import dev.parlando.realtime.ResponseEvent;
import dev.parlando.realtime.ServerEvent;
import dev.parlando.realtime.Session;
import dev.parlando.realtime.SessionEvent;
import dev.parlando.realtime.TranscriptionEvent;
import dev.parlando.realtime.TranscriptionUsage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * The events of the recording, by hand: the type first, known fields only, the rest dropped, no
 * second dialect and nothing kept that does not fit.
 */
final class HandEvents {

  private static final Extras NONE = Extras.NONE;

  private @Nullable String eventId;
  private @Nullable String responseId;
  private @Nullable String itemId;
  private @Nullable String previousItemId;
  private @Nullable String callId;
  private @Nullable String name;
  private @Nullable String text;
  private @Nullable Integer outputIndex;
  private @Nullable Integer contentIndex;
  private @Nullable Integer audioMs;
  private @Nullable Item item;
  private @Nullable ContentPart part;
  private @Nullable Response response;
  private @Nullable Session session;
  private @Nullable TranscriptionUsage usage;
  private List<RateLimit> limits = List.of();

  private HandEvents() {}

  static ServerEvent read(byte[] message) {
    try (JsonParser in = HandTool.JSON.createParser(ObjectReadContext.empty(), message)) {
      in.nextToken();
      in.nextName();
      in.nextToken();
      String type = in.getString();
      HandEvents fields = new HandEvents();
      fields.read(in);
      return fields.event(type);
    }
  }

  private void read(JsonParser in) {
    for (String field = in.nextName(); field != null; field = in.nextName()) {
      JsonToken token = in.nextToken();
      switch (field) {
        case "event_id" -> eventId = in.getString();
        case "response_id" -> responseId = in.getString();
        case "item_id" -> itemId = in.getString();
        case "previous_item_id" ->
            previousItemId = token == JsonToken.VALUE_NULL ? null : in.getString();
        case "call_id" -> callId = in.getString();
        case "name" -> name = in.getString();
        case "delta", "transcript", "arguments" -> text = in.getString();
        case "output_index" -> outputIndex = in.getIntValue();
        case "content_index" -> contentIndex = in.getIntValue();
        case "audio_start_ms", "audio_end_ms" -> audioMs = in.getIntValue();
        case "item" -> item = HandObjects.item(in);
        case "part" -> part = HandObjects.part(in, true);
        case "response" -> response = HandObjects.response(in);
        case "session" -> session = HandSession.session(in);
        case "usage" -> usage = HandObjects.transcriptionUsage(in);
        case "rate_limits" -> limits = limits(in);
        default -> in.skipChildren();
      }
    }
  }

  private ServerEvent event(String type) {
    return switch (type) {
      case "session.created" -> new SessionEvent.Created(eventId, session, NONE);
      case "session.updated" -> new SessionEvent.Updated(eventId, session, NONE);
      case "input_audio_buffer.speech_started" ->
          new InputAudioEvent.SpeechStarted(eventId, audioMs, itemId, NONE);
      case "input_audio_buffer.speech_stopped" ->
          new InputAudioEvent.SpeechStopped(eventId, audioMs, itemId, NONE);
      case "input_audio_buffer.committed" ->
          new InputAudioEvent.Committed(eventId, previousItemId, itemId, NONE);
      case "conversation.item.created" ->
          new ConversationEvent.ItemCreated(eventId, previousItemId, item, NONE);
      case "conversation.item.input_audio_transcription.delta" ->
          new TranscriptionEvent.Delta(eventId, itemId, contentIndex, text, NONE);
      case "conversation.item.input_audio_transcription.completed" ->
          new TranscriptionEvent.Completed(eventId, itemId, contentIndex, text, usage, NONE);
      case "rate_limits.updated" -> new RateLimitsUpdated(eventId, limits, NONE);
      default -> reply(type);
    };
  }

  private ServerEvent reply(String type) {
    return switch (type) {
      case "response.created" -> new ResponseEvent.Created(eventId, response, NONE);
      case "response.done" -> new ResponseEvent.Done(eventId, response, NONE);
      case "response.output_item.added" ->
          new ResponseEvent.OutputItemAdded(eventId, responseId, outputIndex, item, NONE);
      case "response.output_item.done" ->
          new ResponseEvent.OutputItemDone(eventId, responseId, outputIndex, item, NONE);
      case "response.content_part.added" ->
          new ResponseEvent.ContentPartAdded(
              eventId, responseId, itemId, outputIndex, contentIndex, part, NONE);
      case "response.content_part.done" ->
          new ResponseEvent.ContentPartDone(
              eventId, responseId, itemId, outputIndex, contentIndex, part, NONE);
      case "response.audio_transcript.delta" ->
          new ResponseEvent.AudioTranscriptDelta(
              eventId, responseId, itemId, outputIndex, contentIndex, text, NONE);
      case "response.audio_transcript.done" ->
          new ResponseEvent.AudioTranscriptDone(
              eventId, responseId, itemId, outputIndex, contentIndex, text, NONE);
      case "response.audio.done" ->
          new ResponseEvent.AudioDone(eventId, responseId, itemId, outputIndex, contentIndex, NONE);
      case "response.function_call_arguments.delta" ->
          new ResponseEvent.FunctionCallArgumentsDelta(
              eventId, responseId, itemId, outputIndex, callId, text, NONE);
      case "response.function_call_arguments.done" ->
          new ResponseEvent.FunctionCallArgumentsDone(
              eventId, responseId, itemId, outputIndex, callId, name, text, NONE);
      default -> throw new IllegalArgumentException(type);
    };
  }

  private static List<RateLimit> limits(JsonParser in) {
    List<RateLimit> limits = new ArrayList<>(2);
    while (in.nextToken() != JsonToken.END_ARRAY) {
      String name = null;
      Long limit = null;
      Long remaining = null;
      Double reset = null;
      for (String field = in.nextName(); field != null; field = in.nextName()) {
        in.nextToken();
        switch (field) {
          case "name" -> name = in.getString();
          case "limit" -> limit = in.getLongValue();
          case "remaining" -> remaining = in.getLongValue();
          case "reset_seconds" -> reset = in.getDoubleValue();
          default -> in.skipChildren();
        }
      }
      limits.add(new RateLimit(name, limit, remaining, reset, NONE));
    }
    return limits;
  }
}
