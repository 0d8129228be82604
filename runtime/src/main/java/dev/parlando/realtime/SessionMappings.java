package dev.parlando.realtime;

import static dev.parlando.realtime.Dialect.BETA;
import static dev.parlando.realtime.Dialect.GA;
import static dev.parlando.realtime.SettingTypes.FORMAT;
import static dev.parlando.realtime.SettingTypes.MODALITIES;
import static dev.parlando.realtime.SettingTypes.TOKEN_LIMIT;
import static dev.parlando.realtime.SettingTypes.TRUNCATION;
import static dev.parlando.realtime.SettingTypes.VOICE;
import static dev.parlando.wire.JsonTypes.DECIMAL;
import static dev.parlando.wire.JsonTypes.FLAG;
import static dev.parlando.wire.JsonTypes.JSON;
import static dev.parlando.wire.JsonTypes.LONG;
import static dev.parlando.wire.JsonTypes.PROSE;
import static dev.parlando.wire.JsonTypes.TEXT;
import static dev.parlando.wire.JsonTypes.TEXTS;

import dev.parlando.wire.FieldValues;
import dev.parlando.wire.ObjectMapping;
import dev.parlando.wire.ObjectMapping.Definition;
import java.util.function.Function;

/** How sessions look on the wire: nested in GA, flat in the beta. */
final class SessionMappings {

  /** A realtime session that is sent. */
  static final ObjectMapping<SessionConfig> CONFIG =
      RealtimeMapping.define(SessionConfig::extras, f -> config(f, false, Extras::of));

  /** A transcription session that is sent; the beta has {@code include} in this one alone. */
  static final ObjectMapping<SessionConfig> TRANSCRIPTION_CONFIG =
      RealtimeMapping.define(SessionConfig::extras, f -> config(f, true, Extras::of));

  /** A session that a server reports. */
  static final ObjectMapping<Session> SESSION =
      RealtimeMapping.define(
          Session::extras,
          f -> {
            var id = f.field("id", TEXT, Session::id);
            var object = f.field("object", TEXT, Session::object);
            var expiresAt = f.field("expires_at", LONG, Session::expiresAt);
            var config = config(f.within(Session::config), true, o -> Extras.NONE);
            f.tells(GA, "type");
            f.tells(GA, "audio");
            f.tells(BETA, "modalities");
            return o ->
                new Session(
                    o.get(id),
                    o.get(object),
                    o.get(expiresAt),
                    (Dialect) o.dialect(),
                    config.apply(o),
                    Extras.of(o));
          });

  private SessionMappings() {}

  private static <R> Function<FieldValues, SessionConfig> config(
      Definition<R, SessionConfig> f, boolean betaIncludes, Function<FieldValues, Extras> extras) {
    var type = f.only(GA, "type", TEXT, SessionConfig::type);
    var model = f.field("model", TEXT, SessionConfig::model);
    var modalities =
        f.field("output_modalities", "modalities", MODALITIES, SessionConfig::modalities);
    var instructions = f.field("instructions", PROSE, SessionConfig::instructions);
    var tools = f.field("tools", ToolMappings.TOOLS, SessionConfig::tools);
    var toolChoice = f.field("tool_choice", ToolMappings.CHOICE, SessionConfig::toolChoice);
    var parallel = f.only(GA, "parallel_tool_calls", FLAG, SessionConfig::parallelToolCalls);
    var effort = f.only(GA, "reasoning.effort", TEXT, SessionConfig::reasoningEffort);
    var inputFormat =
        f.field("audio.input.format", "input_audio_format", FORMAT, SessionConfig::inputFormat);
    var transcription =
        f.field(
            "audio.input.transcription",
            "input_audio_transcription",
            InputMappings.TRANSCRIPTION,
            SessionConfig::transcription);
    var noiseReduction =
        f.field(
            "audio.input.noise_reduction",
            "input_audio_noise_reduction",
            InputMappings.NOISE_REDUCTION,
            SessionConfig::noiseReduction);
    var turnDetection =
        f.field(
            "audio.input.turn_detection",
            "turn_detection",
            InputMappings.TURN_DETECTION,
            SessionConfig::turnDetection);
    var outputFormat =
        f.field("audio.output.format", "output_audio_format", FORMAT, SessionConfig::outputFormat);
    var voice = f.field("audio.output.voice", "voice", VOICE, SessionConfig::voice);
    var speed = f.field("audio.output.speed", "speed", DECIMAL, SessionConfig::speed);
    var temperature = f.only(BETA, "temperature", DECIMAL, SessionConfig::temperature);
    var maxOutputTokens =
        f.field(
            "max_output_tokens",
            "max_response_output_tokens",
            TOKEN_LIMIT,
            SessionConfig::maxOutputTokens);
    var truncation = f.only(GA, "truncation", TRUNCATION, SessionConfig::truncation);
    var include =
        betaIncludes
            ? f.field("include", TEXTS, SessionConfig::include)
            : f.only(GA, "include", TEXTS, SessionConfig::include);
    var tracing = f.field("tracing", JSON, SessionConfig::tracing);
    var prompt = f.only(GA, "prompt", JSON, SessionConfig::prompt);
    return o ->
        new SessionConfig(
            o.get(type),
            o.get(model),
            o.get(modalities),
            o.get(instructions),
            o.get(tools),
            o.get(toolChoice),
            o.get(parallel),
            o.get(effort),
            o.get(inputFormat),
            o.get(transcription),
            o.get(noiseReduction),
            o.get(turnDetection),
            o.get(outputFormat),
            o.get(voice),
            o.get(speed),
            o.get(temperature),
            o.get(maxOutputTokens),
            o.get(truncation),
            o.get(include),
            o.get(tracing),
            o.get(prompt),
            extras.apply(o));
  }
}
