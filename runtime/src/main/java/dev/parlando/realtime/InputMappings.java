package dev.parlando.realtime;

import static dev.parlando.realtime.Dialect.GA;
import static dev.parlando.wire.JsonTypes.DECIMAL;
import static dev.parlando.wire.JsonTypes.FLAG;
import static dev.parlando.wire.JsonTypes.INTEGER;
import static dev.parlando.wire.JsonTypes.PROSE;
import static dev.parlando.wire.JsonTypes.TEXT;
import static dev.parlando.wire.JsonTypes.TEXTS;

import dev.parlando.realtime.NoiseReduction.Filter;
import dev.parlando.realtime.Transcription.Settings;
import dev.parlando.realtime.TurnDetection.SemanticVad;
import dev.parlando.realtime.TurnDetection.ServerVad;
import dev.parlando.wire.JsonType;
import dev.parlando.wire.JsonTypes;
import dev.parlando.wire.ObjectMapping;
import dev.parlando.wire.TaggedUnion;

/** How the treatment of the user's audio looks on the wire. Null turns each of them off. */
final class InputMappings {

  static final JsonType<Transcription> TRANSCRIPTION =
      JsonTypes.orNull(transcription(), Transcription.disabled());

  static final JsonType<NoiseReduction> NOISE_REDUCTION =
      JsonTypes.orNull(filter(), NoiseReduction.disabled());

  static final JsonType<TurnDetection> TURN_DETECTION =
      JsonTypes.orNull(
          new TaggedUnion<TurnDetection>(
                  TurnDetection.Unknown::new,
                  way -> way instanceof TurnDetection.Unknown other ? other.raw() : null)
              .add("server_vad", ServerVad.class, serverVad())
              .add("semantic_vad", SemanticVad.class, semanticVad()),
          TurnDetection.disabled());

  private InputMappings() {}

  private static ObjectMapping<Settings> transcription() {
    return RealtimeMapping.define(
        Settings::extras,
        f -> {
          var model = f.field("model", TEXT, Settings::model);
          var language = f.field("language", TEXT, Settings::language);
          var languages = f.only(GA, "languages", TEXTS, Settings::languages);
          var keywords = f.only(GA, "keywords", TEXTS, Settings::keywords);
          var prompt = f.field("prompt", PROSE, Settings::prompt);
          var delay = f.only(GA, "delay", TEXT, Settings::delay);
          return o ->
              new Settings(
                  o.get(model),
                  o.get(language),
                  o.get(languages),
                  o.get(keywords),
                  o.get(prompt),
                  o.get(delay),
                  Extras.of(o));
        });
  }

  private static ObjectMapping<Filter> filter() {
    return RealtimeMapping.define(
        Filter::extras,
        f -> {
          var type = f.field("type", TEXT, Filter::type);
          var strength = f.only(GA, "strength", DECIMAL, Filter::strength);
          return o -> new Filter(o.get(type), o.get(strength), Extras.of(o));
        });
  }

  private static ObjectMapping<ServerVad> serverVad() {
    return RealtimeMapping.define(
        ServerVad::extras,
        f -> {
          var threshold = f.field("threshold", DECIMAL, ServerVad::threshold);
          var prefixPadding = f.field("prefix_padding_ms", INTEGER, ServerVad::prefixPaddingMs);
          var silence = f.field("silence_duration_ms", INTEGER, ServerVad::silenceDurationMs);
          var create = f.field("create_response", FLAG, ServerVad::createResponse);
          var interrupt = f.field("interrupt_response", FLAG, ServerVad::interruptResponse);
          var idleTimeout = f.only(GA, "idle_timeout_ms", INTEGER, ServerVad::idleTimeoutMs);
          return o ->
              new ServerVad(
                  o.get(threshold),
                  o.get(prefixPadding),
                  o.get(silence),
                  o.get(create),
                  o.get(interrupt),
                  o.get(idleTimeout),
                  Extras.of(o));
        });
  }

  private static ObjectMapping<SemanticVad> semanticVad() {
    return RealtimeMapping.define(
        SemanticVad::extras,
        f -> {
          var eagerness = f.field("eagerness", TEXT, SemanticVad::eagerness);
          var create = f.field("create_response", FLAG, SemanticVad::createResponse);
          var interrupt = f.field("interrupt_response", FLAG, SemanticVad::interruptResponse);
          return o ->
              new SemanticVad(o.get(eagerness), o.get(create), o.get(interrupt), Extras.of(o));
        });
  }
}
