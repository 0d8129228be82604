package dev.parlando.internal.engine.oracle;

import dev.parlando.realtime.ConversationEvent;
import dev.parlando.realtime.Dialect;
import dev.parlando.realtime.ErrorDetail;
import dev.parlando.realtime.ErrorEvent;
import dev.parlando.realtime.Extras;
import dev.parlando.realtime.InputAudioEvent;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.McpEvent;
import dev.parlando.realtime.Response;
import dev.parlando.realtime.ResponseEvent;
import dev.parlando.realtime.ServerEvent;
import dev.parlando.realtime.Session;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.SessionEvent;
import dev.parlando.realtime.TranscriptionEvent;
import java.util.List;
import java.util.Map;

/** Events as a server writes them. */
final class ServerEvents {

  static final String ITEM_REFUSED = "The item can't be taken.";

  private ServerEvents() {}

  private static Session session(String id, SessionConfig config) {
    return new Session(id, null, null, Dialect.GA, config, Extras.NONE);
  }

  static ServerEvent greeting(String id, SessionConfig config) {
    return new SessionEvent.Created(null, session(id, config), Extras.NONE);
  }

  static ServerEvent confirmed(String id, SessionConfig config) {
    return new SessionEvent.Updated(null, session(id, config), Extras.NONE);
  }

  static ServerEvent error(String code, String message, String eventId) {
    return new ErrorEvent(null, detail(code, message, eventId), Extras.NONE);
  }

  private static ErrorDetail detail(String code, String message, String eventId) {
    return new ErrorDetail("invalid_request_error", code, message, null, eventId, Extras.NONE);
  }

  static ServerEvent added(Item item) {
    return new ConversationEvent.ItemAdded(null, null, item, Extras.NONE);
  }

  static ServerEvent done(Item item) {
    return new ConversationEvent.ItemDone(null, null, item, Extras.NONE);
  }

  static ServerEvent deleted(String itemId) {
    return new ConversationEvent.ItemDeleted(null, itemId, Extras.NONE);
  }

  static ServerEvent speechStarted(String itemId) {
    return new InputAudioEvent.SpeechStarted(null, 0, itemId, Extras.NONE);
  }

  static ServerEvent speechStopped(String itemId) {
    return new InputAudioEvent.SpeechStopped(null, 0, itemId, Extras.NONE);
  }

  static ServerEvent committed(String itemId) {
    return new InputAudioEvent.Committed(null, null, itemId, Extras.NONE);
  }

  static ServerEvent cleared() {
    return new InputAudioEvent.Cleared(null, Extras.NONE);
  }

  static ServerEvent timeoutTriggered(String itemId) {
    return new InputAudioEvent.TimeoutTriggered(null, 0, 5_000, itemId, Extras.NONE);
  }

  static ServerEvent transcribed(String itemId, String text) {
    return new TranscriptionEvent.Completed(null, itemId, 0, text, null, Extras.NONE);
  }

  static ServerEvent created(Response response) {
    return new ResponseEvent.Created(null, response, Extras.NONE);
  }

  static ServerEvent done(Response response) {
    return new ResponseEvent.Done(null, response, Extras.NONE);
  }

  static Response response(
      String id,
      Response.Status status,
      Response.StatusDetails details,
      boolean outOfBand,
      Map<String, String> metadata,
      List<Item> output) {
    return new Response(
        id,
        status,
        details,
        output,
        outOfBand ? null : "conv_1",
        null,
        null,
        null,
        null,
        null,
        null,
        metadata,
        Extras.NONE);
  }

  static Response.StatusDetails because(String type, String reason) {
    return new Response.StatusDetails(type, reason, null, Extras.NONE);
  }

  static Response.StatusDetails failed(String code, String message) {
    return new Response.StatusDetails("failed", null, detail(code, message, null), Extras.NONE);
  }

  static ServerEvent itemAdded(String responseId, Item item) {
    return new ResponseEvent.OutputItemAdded(null, responseId, 0, item, Extras.NONE);
  }

  static ServerEvent itemDone(String responseId, Item item) {
    return new ResponseEvent.OutputItemDone(null, responseId, 0, item, Extras.NONE);
  }

  static ServerEvent audio(String responseId, String itemId, byte[] audio) {
    return new ResponseEvent.AudioDelta(null, responseId, itemId, 0, 0, audio, Extras.NONE);
  }

  static ServerEvent transcript(String responseId, String itemId, String text) {
    return new ResponseEvent.AudioTranscriptDone(null, responseId, itemId, 0, 0, text, Extras.NONE);
  }

  static ServerEvent text(String responseId, String itemId, String delta) {
    return new ResponseEvent.TextDelta(null, responseId, itemId, 0, 0, delta, Extras.NONE);
  }

  static ServerEvent textDone(String responseId, String itemId, String text) {
    return new ResponseEvent.TextDone(null, responseId, itemId, 0, 0, text, Extras.NONE);
  }

  static ServerEvent arguments(String responseId, Item.FunctionCall call) {
    return new ResponseEvent.FunctionCallArgumentsDone(
        null, responseId, call.id(), 0, call.callId(), call.name(), call.arguments(), Extras.NONE);
  }

  static ServerEvent mcpCompleted(String itemId) {
    return new McpEvent.CallCompleted(null, itemId, 0, Extras.NONE);
  }
}
