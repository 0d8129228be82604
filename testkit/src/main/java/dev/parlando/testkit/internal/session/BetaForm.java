package dev.parlando.testkit.internal.session;

import dev.parlando.testkit.internal.audio.AudioEncoding;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The beta. Defaults are those of the recorded beta session. */
final class BetaForm implements DialectForm {

  private static final ObjectNode SESSION =
      Json.object(
          """
          {
            "id": "",
            "object": "realtime.session",
            "expires_at": 0,
            "input_audio_noise_reduction": null,
            "turn_detection": {
              "type": "server_vad",
              "threshold": 0.5,
              "prefix_padding_ms": 300,
              "silence_duration_ms": 200,
              "create_response": true,
              "interrupt_response": true
            },
            "input_audio_format": "pcm16",
            "input_audio_transcription": null,
            "client_secret": null,
            "include": null,
            "model": "",
            "modalities": ["audio", "text"],
            "instructions": "You are a helpful voice assistant.",
            "voice": "alloy",
            "output_audio_format": "pcm16",
            "tool_choice": "auto",
            "temperature": 0.8,
            "max_response_output_tokens": "inf",
            "speed": 1.0,
            "tracing": null,
            "tools": []
          }
          """);

  private static final ObjectNode SERVER_VAD = (ObjectNode) SESSION.path("turn_detection");

  private static final ObjectNode SEMANTIC_VAD =
      Json.object(
          """
          {"type": "semantic_vad", "eagerness": "auto",
           "create_response": true, "interrupt_response": true}
          """);

  private static final ObjectNode TRANSCRIPTION =
      Json.object("{\"model\": null, \"language\": null, \"prompt\": null}");

  @Override
  public JsonPointer at(ConfigField field) {
    return JsonPointer.compile(
        switch (field) {
          case MODALITIES -> "/modalities";
          case VOICE -> "/voice";
          case INPUT_FORMAT -> "/input_audio_format";
          case OUTPUT_FORMAT -> "/output_audio_format";
          case TURN_DETECTION -> "/turn_detection";
          case TRANSCRIPTION -> "/input_audio_transcription";
          case MAX_TOKENS -> "/max_response_output_tokens";
        });
  }

  @Override
  public ObjectNode defaults(String sessionId, String model, long expiresAt) {
    return SESSION.deepCopy().put("id", sessionId).put("model", model).put("expires_at", expiresAt);
  }

  @Override
  public ObjectNode transcriptionDefaults(String sessionId, long expiresAt) {
    ObjectNode session =
        Json.object()
            .put("id", sessionId)
            .put("object", "realtime.transcription_session")
            .put("expires_at", expiresAt)
            .put("input_audio_format", "pcm16");
    session.set(
        "input_audio_transcription", TRANSCRIPTION.deepCopy().put("model", "gpt-4o-transcribe"));
    session.set("turn_detection", SERVER_VAD.deepCopy());
    return session.putNull("input_audio_noise_reduction").putNull("include");
  }

  @Override
  public void complete(ObjectNode session) {
    if (session.path("turn_detection") instanceof ObjectNode detection) {
      boolean semantic = "semantic_vad".equals(Json.text(detection, "type"));
      session.set("turn_detection", Json.over(semantic ? SEMANTIC_VAD : SERVER_VAD, detection));
    }
    if (session.path("input_audio_transcription") instanceof ObjectNode transcription) {
      session.set("input_audio_transcription", Json.over(TRANSCRIPTION, transcription));
    }
  }

  @Override
  public AudioEncoding encoding(JsonNode format) {
    return switch (format.asString("")) {
      case "g711_ulaw" -> AudioEncoding.G711_ULAW;
      case "g711_alaw" -> AudioEncoding.G711_ALAW;
      default -> AudioEncoding.PCM16;
    };
  }

  @Override
  public ObjectNode incoming(ObjectNode item) {
    ObjectNode result = item.deepCopy();
    result.remove("object");
    for (JsonNode part : result.path("content")) {
      if (part instanceof ObjectNode content && "text".equals(Json.text(part, "type"))) {
        content.put("type", "output_text");
      }
    }
    return result;
  }

  @Override
  public @Nullable ObjectNode outgoing(ObjectNode event) {
    String type = Json.text(event, "type");
    if (type.equals("conversation.item.done")) {
      return null;
    }
    event.put("type", DialectNames.beta(type));
    if (event.path("item") instanceof ObjectNode item) {
      event.set("item", outgoingItem(item));
    }
    if (event.path("response") instanceof ObjectNode response) {
      event.set("response", outgoingResponse(response));
    }
    return event;
  }

  private static ObjectNode outgoingItem(ObjectNode item) {
    ObjectNode result = Json.object();
    result.set("id", item.path("id"));
    result.put("object", "realtime.item");
    result.setAll(item);
    result.remove("phase");
    for (JsonNode part : result.path("content")) {
      if (part instanceof ObjectNode content) {
        content.put("type", Json.text(part, "type").replaceFirst("^output_", ""));
      }
    }
    return result;
  }

  private static ObjectNode outgoingResponse(ObjectNode response) {
    ObjectNode result = Json.object();
    for (String name : new String[] {"object", "id", "status", "status_details"}) {
      result.set(name, response.path(name));
    }
    for (JsonNode item : response.path("output")) {
      result.withArray("output").add(outgoingItem((ObjectNode) item));
    }
    result.withArray("output");
    result.set("conversation_id", response.path("conversation_id"));
    result.set("modalities", response.path("output_modalities"));
    result.set("voice", response.at("/audio/output/voice"));
    result.set("output_audio_format", response.at("/audio/output/format"));
    result.put("temperature", 0.8);
    result.set("max_output_tokens", response.path("max_output_tokens"));
    result.set("usage", response.path("usage"));
    result.set("metadata", response.path("metadata"));
    return result;
  }

  @Override
  public @Nullable String activeResponseCode() {
    return null;
  }
}
