package dev.parlando.realtime;

import static dev.parlando.realtime.Dialect.GA;
import static dev.parlando.realtime.Kinds.DECIMAL;
import static dev.parlando.realtime.Kinds.FLAG;
import static dev.parlando.realtime.Kinds.INTEGER;
import static dev.parlando.realtime.Kinds.PROSE;
import static dev.parlando.realtime.Kinds.TEXT;
import static dev.parlando.realtime.Kinds.TEXTS;

import dev.parlando.realtime.NoiseReduction.Filter;
import dev.parlando.realtime.Transcription.Settings;
import dev.parlando.realtime.TurnDetection.SemanticVad;
import dev.parlando.realtime.TurnDetection.ServerVad;

/** How the treatment of the user's audio looks on the wire. Null turns each of them off. */
final class InputShapes {

  static final Kind<Transcription> TRANSCRIPTION =
      Kinds.orNull(transcription(), Transcription.disabled());

  static final Kind<NoiseReduction> NOISE_REDUCTION =
      Kinds.orNull(filter(), NoiseReduction.disabled());

  static final Kind<TurnDetection> TURN_DETECTION =
      Kinds.orNull(
          new Variants<TurnDetection>(
                  TurnDetection.Unknown::new,
                  way -> way instanceof TurnDetection.Unknown other ? other.raw() : null)
              .add("server_vad", ServerVad.class, serverVad())
              .add("semantic_vad", SemanticVad.class, semanticVad()),
          TurnDetection.disabled());

  private InputShapes() {}

  private static Shape<Settings> transcription() {
    return Shape.define(
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
                  o.extras());
        });
  }

  private static Shape<Filter> filter() {
    return Shape.define(
        Filter::extras,
        f -> {
          var type = f.field("type", TEXT, Filter::type);
          var strength = f.only(GA, "strength", DECIMAL, Filter::strength);
          return o -> new Filter(o.get(type), o.get(strength), o.extras());
        });
  }

  private static Shape<ServerVad> serverVad() {
    return Shape.define(
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
                  o.extras());
        });
  }

  private static Shape<SemanticVad> semanticVad() {
    return Shape.define(
        SemanticVad::extras,
        f -> {
          var eagerness = f.field("eagerness", TEXT, SemanticVad::eagerness);
          var create = f.field("create_response", FLAG, SemanticVad::createResponse);
          var interrupt = f.field("interrupt_response", FLAG, SemanticVad::interruptResponse);
          return o ->
              new SemanticVad(o.get(eagerness), o.get(create), o.get(interrupt), o.extras());
        });
  }
}
