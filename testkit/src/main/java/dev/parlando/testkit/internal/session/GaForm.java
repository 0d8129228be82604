package dev.parlando.testkit.internal.session;

import dev.parlando.testkit.internal.audio.AudioEncoding;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** General availability. Defaults are those that real servers echoed in recordings. */
final class GaForm implements DialectForm {

  private static final ObjectNode SESSION =
      Json.object(
          """
          {
            "type": "realtime",
            "object": "realtime.session",
            "id": "",
            "model": "",
            "output_modalities": ["audio"],
            "instructions": "You are a helpful voice assistant.",
            "tools": [],
            "tool_choice": "auto",
            "max_output_tokens": "inf",
            "tracing": null,
            "truncation": "auto",
            "prompt": null,
            "expires_at": 0,
            "audio": {
              "input": {
                "format": {"type": "audio/pcm", "rate": 24000},
                "transcription": null,
                "noise_reduction": null,
                "turn_detection": {
                  "type": "server_vad",
                  "threshold": 0.5,
                  "prefix_padding_ms": 300,
                  "silence_duration_ms": 200,
                  "idle_timeout_ms": null,
                  "create_response": true,
                  "interrupt_response": true
                }
              },
              "output": {
                "format": {"type": "audio/pcm", "rate": 24000},
                "voice": "alloy",
                "speed": 1.0
              }
            },
            "include": null
          }
          """);

  private static final ObjectNode PCM = Json.object("{\"type\": \"audio/pcm\", \"rate\": 24000}");

  private static final ObjectNode SERVER_VAD =
      (ObjectNode) SESSION.at("/audio/input/turn_detection");

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
          case MODALITIES -> "/output_modalities";
          case VOICE -> "/audio/output/voice";
          case INPUT_FORMAT -> "/audio/input/format";
          case OUTPUT_FORMAT -> "/audio/output/format";
          case TURN_DETECTION -> "/audio/input/turn_detection";
          case TRANSCRIPTION -> "/audio/input/transcription";
          case MAX_TOKENS -> "/max_output_tokens";
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
            .put("type", "transcription")
            .put("object", "realtime.transcription_session")
            .put("id", sessionId)
            .put("expires_at", expiresAt);
    ObjectNode input = ((ObjectNode) SESSION.at("/audio/input")).deepCopy();
    input.set("transcription", TRANSCRIPTION.deepCopy().put("model", "gpt-4o-transcribe"));
    session.putObject("audio").set("input", input);
    session.putNull("include");
    return session;
  }

  @Override
  public void complete(ObjectNode session) {
    if (session.at("/audio/input") instanceof ObjectNode input) {
      completeFormat(input);
      if (input.path("turn_detection") instanceof ObjectNode detection) {
        boolean semantic = "semantic_vad".equals(Json.text(detection, "type"));
        input.set("turn_detection", Json.over(semantic ? SEMANTIC_VAD : SERVER_VAD, detection));
      }
      if (input.path("transcription") instanceof ObjectNode transcription) {
        input.set("transcription", Json.over(TRANSCRIPTION, transcription));
      }
    }
    if (session.at("/audio/output") instanceof ObjectNode output) {
      completeFormat(output);
      if (output.path("voice").isObject()) {
        output.put("voice", Json.text(output.path("voice"), "id"));
      }
    }
  }

  private static void completeFormat(ObjectNode direction) {
    if ("audio/pcm".equals(Json.text(direction.path("format"), "type"))) {
      direction.set("format", PCM.deepCopy());
    }
  }

  @Override
  public AudioEncoding encoding(JsonNode format) {
    return switch (Json.text(format, "type")) {
      case "audio/pcmu" -> AudioEncoding.G711_ULAW;
      case "audio/pcma" -> AudioEncoding.G711_ALAW;
      default -> AudioEncoding.PCM16;
    };
  }

  @Override
  public ObjectNode incoming(ObjectNode item) {
    return item.deepCopy();
  }

  /** Pads deltas of text, as the real server does against guesses from the length of a frame. */
  @Override
  public ObjectNode outgoing(ObjectNode event) {
    String type = Json.text(event, "type");
    if (type.endsWith(".delta") && !type.equals("response.output_audio.delta")) {
      event.put("obfuscation", "x".repeat(Math.max(0, 16 - Json.text(event, "delta").length())));
    }
    return event;
  }

  @Override
  public String activeResponseCode() {
    return "conversation_already_has_active_response";
  }
}
