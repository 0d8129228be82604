package dev.parlando.testkit.internal.rules;

import static dev.parlando.testkit.internal.rules.ObjectRule.fields;

import java.util.Map;
import java.util.Set;

/** The tables of general availability. */
final class GaRules {

  private static final Rule MODALITIES =
      SharedRules.modalities(Set.of(Set.of("text"), Set.of("audio")));

  private static final Rule FORMAT =
      Rule.tagged(
          "type",
          Map.of(
              "audio/pcm",
              fields().required("type", Rule.string()).optional("rate", Rule.integer(24000, 24000)),
              "audio/pcmu",
              fields().required("type", Rule.string()),
              "audio/pcma",
              fields().required("type", Rule.string())));

  private static final Rule TURN_DETECTION =
      Rule.tagged(
              "type",
              Map.of(
                  "server_vad",
                  fields()
                      .required("type", Rule.string())
                      .optional("threshold", Rule.number(0, 1))
                      .optional("prefix_padding_ms", Rule.integer(0, 60_000))
                      .optional("silence_duration_ms", Rule.integer(0, 60_000))
                      .optional("create_response", Rule.bool())
                      .optional("interrupt_response", Rule.bool())
                      .optional("idle_timeout_ms", Rule.integer(5000, 30_000).orNull()),
                  "semantic_vad",
                  fields()
                      .required("type", Rule.string())
                      .optional("eagerness", Rule.oneOf("low", "medium", "high", "auto"))
                      .optional("create_response", Rule.bool())
                      .optional("interrupt_response", Rule.bool())))
          .orNull();

  private static final Rule TRANSCRIPTION =
      fields()
          .optional("model", Rule.string())
          .optional("language", Rule.string())
          .optional("languages", Rule.list(Rule.string()))
          .optional("keywords", Rule.list(Rule.string()))
          .optional("prompt", Rule.string())
          .optional("delay", Rule.oneOf("minimal", "low", "medium", "high", "xhigh"))
          .orNull();

  private static final Rule NOISE_REDUCTION =
      fields()
          .optional("type", Rule.oneOf("near_field", "far_field"))
          .optional("strength", Rule.number(0, 1))
          .orNull();

  private static final Rule INPUT =
      fields()
          .optional("format", FORMAT)
          .optional("transcription", TRANSCRIPTION)
          .optional("noise_reduction", NOISE_REDUCTION)
          .optional("turn_detection", TURN_DETECTION);

  private static final Rule VOICE =
      Rule.stringOr(Rule.string(), fields().required("id", Rule.string()));

  /** Of a remote MCP server only what this server needs is looked at. */
  private static final Rule TOOL =
      Rule.tagged("type", Map.of("function", SharedRules.FUNCTION_TOOL, "mcp", Rule.openObject()));

  private static final Rule TOOL_CHOICE =
      Rule.stringOr(
          Rule.oneOf("none", "auto", "required"),
          Rule.tagged(
              "type", Map.of("function", SharedRules.FUNCTION_CHOICE, "mcp", Rule.openObject())));

  private static final Rule REASONING =
      fields().optional("effort", Rule.oneOf("minimal", "low", "medium", "high", "xhigh"));

  private static final Rule PROMPT =
      fields()
          .required("id", Rule.string())
          .optional("version", Rule.string().orNull())
          .optional("variables", Rule.openObject().orNull())
          .orNull();

  private static final Rule TRUNCATION =
      Rule.stringOr(
          Rule.oneOf("auto", "disabled"),
          fields()
              .required("type", Rule.oneOf("retention_ratio"))
              .required("retention_ratio", Rule.number(0, 1))
              .optional(
                  "token_limits",
                  fields().optional("post_instructions", Rule.integer(0, Integer.MAX_VALUE))));

  private static final Rule INCLUDE =
      Rule.list(Rule.oneOf("item.input_audio_transcription.logprobs")).orNull();

  static final Rule SESSION =
      Rule.tagged(
          "type",
          Map.of(
              "realtime",
              fields()
                  .required("type", Rule.string())
                  .optional("output_modalities", MODALITIES)
                  .optional("model", Rule.string())
                  .optional("instructions", Rule.string())
                  .optional(
                      "audio",
                      fields()
                          .optional("input", INPUT)
                          .optional(
                              "output",
                              fields()
                                  .optional("format", FORMAT)
                                  .optional("voice", VOICE)
                                  .optional("speed", SharedRules.SPEED)))
                  .optional("include", INCLUDE)
                  .optional("tracing", SharedRules.TRACING)
                  .optional("tools", Rule.list(TOOL))
                  .optional("tool_choice", TOOL_CHOICE)
                  .optional("parallel_tool_calls", Rule.bool())
                  .optional("reasoning", REASONING)
                  .optional("max_output_tokens", SharedRules.MAX_TOKENS)
                  .optional("truncation", TRUNCATION)
                  .optional("prompt", PROMPT),
              "transcription",
              fields()
                  .required("type", Rule.string())
                  .optional("audio", fields().optional("input", INPUT))
                  .optional("include", INCLUDE)));

  static final Rule ITEM = item(false);

  static final Rule RESPONSE =
      fields()
          .optional("output_modalities", MODALITIES)
          .optional("instructions", Rule.string())
          .optional(
              "audio",
              fields()
                  .optional("output", fields().optional("format", FORMAT).optional("voice", VOICE)))
          .optional("tools", Rule.list(TOOL))
          .optional("tool_choice", TOOL_CHOICE)
          .optional("parallel_tool_calls", Rule.bool())
          .optional("reasoning", REASONING)
          .optional("max_output_tokens", SharedRules.MAX_TOKENS)
          .optional("conversation", Rule.string())
          .optional("metadata", SharedRules.METADATA.orNull())
          .optional("prompt", PROMPT)
          .optional("input", Rule.list(item(true)));

  private GaRules() {}

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
                        SharedRules.audioPart("input_audio"),
                        "input_image",
                        fields()
                            .required("type", Rule.string())
                            .required("image_url", Rule.string())
                            .optional("detail", Rule.oneOf("auto", "low", "high")))),
                "assistant",
                Rule.tagged(
                    "type",
                    Map.of(
                        "output_text",
                        SharedRules.textPart("output_text"),
                        "output_audio",
                        SharedRules.audioPart("output_audio"))),
                "system",
                Rule.tagged("type", Map.of("input_text", SharedRules.textPart("input_text")))));
    Rule approval =
        SharedRules.itemFields("mcp_approval_response")
            .required("approval_request_id", Rule.string())
            .required("approve", Rule.bool())
            .optional("reason", Rule.string().orNull());
    return Rule.tagged(
        "type",
        orReference
            ? Map.of(
                "message", message,
                "function_call", SharedRules.FUNCTION_CALL,
                "function_call_output", SharedRules.FUNCTION_CALL_OUTPUT,
                "mcp_approval_response", approval,
                "item_reference", SharedRules.ITEM_REFERENCE)
            : Map.of(
                "message",
                message,
                "function_call",
                SharedRules.FUNCTION_CALL,
                "function_call_output",
                SharedRules.FUNCTION_CALL_OUTPUT,
                "mcp_approval_response",
                approval));
  }
}
