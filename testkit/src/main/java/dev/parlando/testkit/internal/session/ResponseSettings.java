package dev.parlando.testkit.internal.session;

import dev.parlando.testkit.brain.OfferedTool;
import dev.parlando.testkit.internal.audio.AudioEncoding;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What applies to one response: its own settings over those of the session.
 *
 * @param modalities as they are echoed
 * @param maxTokens as it is echoed
 * @param voice as it is echoed
 * @param format of the audio, as it is echoed
 * @param encoding of the audio
 * @param metadata as it is echoed; JSON null if there is none
 * @param parallelCalls whether it may make several calls
 * @param outOfBand whether the conversation is left alone
 */
record ResponseSettings(
    JsonNode modalities,
    JsonNode maxTokens,
    JsonNode voice,
    JsonNode format,
    AudioEncoding encoding,
    JsonNode metadata,
    boolean outOfBand,
    String instructions,
    boolean ownInstructions,
    List<JsonNode> tools,
    JsonNode toolChoice,
    boolean parallelCalls) {

  /**
   * @param own the {@code response} of a {@code response.create}; an empty object if it had none
   */
  static ResponseSettings of(DialectForm shape, EffectiveConfig session, ObjectNode own) {
    boolean ownInstructions = own.has("instructions");
    JsonNode format = pick(shape, session, own, ConfigField.OUTPUT_FORMAT);
    JsonNode metadata = own.path("metadata");
    return new ResponseSettings(
        pick(shape, session, own, ConfigField.MODALITIES),
        pick(shape, session, own, ConfigField.MAX_TOKENS),
        voice(pick(shape, session, own, ConfigField.VOICE)),
        format,
        shape.encoding(format),
        metadata.isObject() ? metadata : Json.object().nullNode(),
        "none".equals(Json.text(own, "conversation")),
        ownInstructions ? Json.text(own, "instructions") : session.get("instructions").asString(""),
        ownInstructions,
        own.has("tools") ? List.copyOf(own.path("tools").values()) : session.tools(),
        own.has("tool_choice") ? own.path("tool_choice") : session.get("tool_choice"),
        own.path("parallel_tool_calls")
            .asBoolean(session.get("parallel_tool_calls").asBoolean(true)));
  }

  /** A custom voice is echoed by its id. */
  private static JsonNode voice(JsonNode voice) {
    return voice.isObject() ? voice.path("id") : voice;
  }

  private static JsonNode pick(
      DialectForm shape, EffectiveConfig session, ObjectNode own, ConfigField field) {
    JsonPointer pointer = shape.at(field);
    JsonNode value = own.at(pointer);
    return value.isMissingNode() ? session.get(field) : value;
  }

  boolean audible() {
    return modalities.values().stream().anyMatch(value -> "audio".equals(value.asString("")));
  }

  /** The most tokens of output. */
  int tokenLimit() {
    return maxTokens.asInt(Integer.MAX_VALUE);
  }

  /** The functions that may be called. */
  List<OfferedTool> offeredTools() {
    String forced = Json.text(toolChoice, "name");
    List<OfferedTool> offered = new ArrayList<>();
    for (JsonNode tool : tools) {
      boolean function = "function".equals(Json.text(tool, "type"));
      boolean allowed = !"none".equals(toolChoice.asString(""));
      String name = Json.text(tool, "name");
      if (function && allowed && (forced.isEmpty() || forced.equals(name))) {
        JsonNode parameters = tool.path("parameters");
        offered.add(
            new OfferedTool(
                name,
                Json.text(tool, "description"),
                parameters.isObject() ? parameters.deepCopy() : Json.object()));
      }
    }
    return offered;
  }

  boolean toolRequired() {
    return "required".equals(toolChoice.asString(""))
        || "function".equals(Json.text(toolChoice, "type"));
  }
}
