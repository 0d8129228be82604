package dev.parlando.realtime;

import static dev.parlando.realtime.Dialect.BETA;
import static dev.parlando.realtime.Dialect.GA;
import static dev.parlando.realtime.SettingTypes.FORMAT;
import static dev.parlando.realtime.SettingTypes.METADATA;
import static dev.parlando.realtime.SettingTypes.MODALITIES;
import static dev.parlando.realtime.SettingTypes.TOKEN_LIMIT;
import static dev.parlando.realtime.SettingTypes.VOICE;
import static dev.parlando.wire.JsonTypes.DECIMAL;
import static dev.parlando.wire.JsonTypes.FLAG;
import static dev.parlando.wire.JsonTypes.JSON;
import static dev.parlando.wire.JsonTypes.PROSE;
import static dev.parlando.wire.JsonTypes.TEXT;

import dev.parlando.realtime.Response.StatusDetails;
import dev.parlando.wire.JsonType;
import dev.parlando.wire.JsonTypes;
import dev.parlando.wire.ObjectMapping;
import java.util.List;

/** How responses look on the wire: as they are asked for, and as they come. */
final class ResponseMappings {

  private static final JsonType<Response.Status> STATUS = JsonTypes.oneOf(Response.Status.values());

  /** Of a response, of a transcription, or of its own event. */
  static final ObjectMapping<ErrorDetail> ERROR =
      RealtimeMapping.define(
          ErrorDetail::extras,
          f -> {
            var type = f.field("type", TEXT, ErrorDetail::type);
            var code = f.field("code", TEXT, ErrorDetail::code);
            var message = f.field("message", TEXT, ErrorDetail::message);
            var param = f.field("param", TEXT, ErrorDetail::param);
            var eventId = f.field("event_id", TEXT, ErrorDetail::eventId);
            return o ->
                new ErrorDetail(
                    o.get(type),
                    o.get(code),
                    o.get(message),
                    o.get(param),
                    o.get(eventId),
                    Extras.of(o));
          });

  /** What is asked for. */
  static final ObjectMapping<ResponseConfig> CONFIG =
      RealtimeMapping.define(
          ResponseConfig::extras,
          f -> {
            var modalities =
                f.field("output_modalities", "modalities", MODALITIES, ResponseConfig::modalities);
            var instructions = f.field("instructions", PROSE, ResponseConfig::instructions);
            var voice = f.field("audio.output.voice", "voice", VOICE, ResponseConfig::voice);
            var outputFormat =
                f.field(
                    "audio.output.format",
                    "output_audio_format",
                    FORMAT,
                    ResponseConfig::outputFormat);
            var tools = f.field("tools", ToolMappings.TOOLS, ResponseConfig::tools);
            var toolChoice =
                f.field("tool_choice", ToolMappings.CHOICE, ResponseConfig::toolChoice);
            var parallel =
                f.only(GA, "parallel_tool_calls", FLAG, ResponseConfig::parallelToolCalls);
            var effort = f.only(GA, "reasoning.effort", TEXT, ResponseConfig::reasoningEffort);
            var temperature = f.only(BETA, "temperature", DECIMAL, ResponseConfig::temperature);
            // The beta's sources give it three names, so none is safe to send.
            var maxOutputTokens =
                f.only(GA, "max_output_tokens", TOKEN_LIMIT, ResponseConfig::maxOutputTokens);
            f.alsoRead("max_response_output_tokens", maxOutputTokens);
            var conversation = f.field("conversation", TEXT, ResponseConfig::conversation);
            var metadata = f.field("metadata", METADATA, ResponseConfig::metadata);
            var prompt = f.only(GA, "prompt", JSON, ResponseConfig::prompt);
            var input = f.field("input", ItemMappings.LIST, ResponseConfig::input);
            return o ->
                new ResponseConfig(
                    o.get(modalities),
                    o.get(instructions),
                    o.get(voice),
                    o.get(outputFormat),
                    o.get(tools),
                    o.get(toolChoice),
                    o.get(parallel),
                    o.get(effort),
                    o.get(temperature),
                    o.get(maxOutputTokens),
                    o.get(conversation),
                    o.get(metadata),
                    o.get(prompt),
                    o.get(input),
                    Extras.of(o));
          });

  /** What comes. */
  static final ObjectMapping<Response> RESPONSE =
      RealtimeMapping.define(
          Response::extras,
          f -> {
            var id = f.field("id", TEXT, Response::id);
            var status = f.field("status", STATUS, Response::status);
            var details = f.field("status_details", statusDetails(), Response::statusDetails);
            var output = f.field("output", ItemMappings.LIST, Response::output);
            var conversationId = f.field("conversation_id", TEXT, Response::conversationId);
            var modalities =
                f.field("output_modalities", "modalities", MODALITIES, Response::modalities);
            var voice = f.field("audio.output.voice", "voice", VOICE, Response::voice);
            var outputFormat =
                f.field(
                    "audio.output.format", "output_audio_format", FORMAT, Response::outputFormat);
            var temperature = f.only(BETA, "temperature", DECIMAL, Response::temperature);
            var maxOutputTokens =
                f.field("max_output_tokens", TOKEN_LIMIT, Response::maxOutputTokens);
            var usage = f.field("usage", UsageMappings.USAGE, Response::usage);
            var metadata = f.field("metadata", METADATA, Response::metadata);
            return o ->
                new Response(
                    o.get(id),
                    o.get(status),
                    o.get(details),
                    o.get(output, List.of()),
                    o.get(conversationId),
                    o.get(modalities),
                    o.get(voice),
                    o.get(outputFormat),
                    o.get(temperature),
                    o.get(maxOutputTokens),
                    o.get(usage),
                    o.get(metadata),
                    Extras.of(o));
          });

  private ResponseMappings() {}

  private static ObjectMapping<StatusDetails> statusDetails() {
    return RealtimeMapping.define(
        StatusDetails::extras,
        f -> {
          var type = f.field("type", TEXT, StatusDetails::type);
          var reason = f.field("reason", TEXT, StatusDetails::reason);
          var error = f.field("error", ERROR, StatusDetails::error);
          return o -> new StatusDetails(o.get(type), o.get(reason), o.get(error), Extras.of(o));
        });
  }
}
