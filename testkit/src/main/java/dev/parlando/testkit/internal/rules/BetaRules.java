package dev.parlando.testkit.internal.rules;

import static dev.parlando.testkit.internal.rules.ObjectRule.fields;

import java.util.Map;
import java.util.Set;

/** The tables of the beta. */
final class BetaRules {

  private static final Rule MODALITIES =
      SharedRules.modalities(Set.of(Set.of("text"), Set.of("text", "audio")));

  private static final Rule FORMAT = Rule.oneOf("pcm16", "g711_ulaw", "g711_alaw");

  private static final Rule TOOL_CHOICE =
      Rule.stringOr(Rule.oneOf("none", "auto", "required"), SharedRules.FUNCTION_CHOICE);

  private static final Rule TOOLS = Rule.list(SharedRules.FUNCTION_TOOL);

  private static final Rule TURN_DETECTION =
      fields()
          .required("type", Rule.oneOf("server_vad", "semantic_vad"))
          .optional("threshold", Rule.number(0, 1))
          .optional("prefix_padding_ms", Rule.integer(0, 60_000))
          .optional("silence_duration_ms", Rule.integer(0, 60_000))
          .optional("eagerness", Rule.oneOf("low", "medium", "high", "auto"))
          .optional("create_response", Rule.bool())
          .optional("interrupt_response", Rule.bool())
          .orNull();

  private static final Rule TRANSCRIPTION =
      fields()
          .optional("model", Rule.string())
          .optional("language", Rule.string())
          .optional("prompt", Rule.string())
          .orNull();

  private static final Rule NOISE_REDUCTION =
      fields().optional("type", Rule.oneOf("near_field", "far_field")).orNull();

  private static final Rule TEMPERATURE = Rule.number(0.6, 1.2);

  static final Rule SESSION = session();

  private BetaRules() {}

  static ObjectRule session() {
    return fields()
        .optional("modalities", MODALITIES)
        .optional("model", Rule.string())
        .optional("instructions", Rule.string())
        .optional("voice", Rule.string())
        .optional("input_audio_format", FORMAT)
        .optional("output_audio_format", FORMAT)
        .optional("input_audio_transcription", TRANSCRIPTION)
        .optional("turn_detection", TURN_DETECTION)
        .optional("input_audio_noise_reduction", NOISE_REDUCTION)
        .optional("speed", SharedRules.SPEED)
        .optional("tracing", SharedRules.TRACING)
        .optional("tools", TOOLS)
        .optional("tool_choice", TOOL_CHOICE)
        .optional("temperature", TEMPERATURE)
        .optional("max_response_output_tokens", SharedRules.MAX_TOKENS);
  }

  static ObjectRule transcriptionSession() {
    return fields()
        .optional("modalities", MODALITIES)
        .optional("input_audio_format", FORMAT)
        .optional("input_audio_transcription", TRANSCRIPTION)
        .optional("turn_detection", TURN_DETECTION)
        .optional("input_audio_noise_reduction", NOISE_REDUCTION)
        .optional("include", Rule.list(Rule.string()));
  }

  static final Rule ITEM = item(false);

  static final Rule RESPONSE =
      fields()
          .optional("modalities", MODALITIES)
          .optional("instructions", Rule.string())
          .optional("voice", Rule.string())
          .optional("output_audio_format", FORMAT)
          .optional("tools", TOOLS)
          .optional("tool_choice", TOOL_CHOICE)
          .optional("temperature", TEMPERATURE)
          .optional("max_response_output_tokens", SharedRules.MAX_TOKENS)
          .optional("conversation", Rule.string())
          .optional("metadata", SharedRules.METADATA.orNull())
          .optional("input", Rule.list(item(true)));

  private static Rule item(boolean orReference) {
    Rule message =
        SharedRules.message(
            Map.of(
                "user",
                Rule.tagged(
                    "type",
                    Map.of(
                        "input_text",
                        SharedRules.textPart("input_text"),
                        "input_audio",
                        SharedRules.audioPart("input_audio"))),
                "assistant",
                Rule.tagged("type", Map.of("text", SharedRules.textPart("text"))),
                "system",
                Rule.tagged("type", Map.of("input_text", SharedRules.textPart("input_text")))));
    return Rule.tagged(
        "type",
        orReference
            ? Map.of(
                "message", message,
                "function_call", SharedRules.FUNCTION_CALL,
                "function_call_output", SharedRules.FUNCTION_CALL_OUTPUT,
                "item_reference", SharedRules.ITEM_REFERENCE)
            : Map.of(
                "message", message,
                "function_call", SharedRules.FUNCTION_CALL,
                "function_call_output", SharedRules.FUNCTION_CALL_OUTPUT));
  }
}
