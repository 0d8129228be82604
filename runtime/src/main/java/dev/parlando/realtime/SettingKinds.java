package dev.parlando.realtime;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** The kinds of single settings, of sessions and responses alike. */
final class SettingKinds {

  private static final AudioFormat[] FORMATS = AudioFormat.values();

  static final Kind<Voice> VOICE = Kinds.json(Voice::new, Voice::json);

  static final Kind<Truncation> TRUNCATION = Kinds.json(Truncation::new, Truncation::json);

  /** A number of tokens, or {@code "inf"}. */
  static final Kind<Integer> TOKEN_LIMIT =
      Kinds.printed(
          Kinds.scalar(SettingKinds::readTokenLimit, SettingKinds::writeTokenLimit),
          limit -> limit == Response.UNLIMITED ? "inf" : String.valueOf(limit));

  static final Kind<List<Modality>> MODALITIES =
      new Kind<>() {
        private final Kind<List<Modality>> all = Kinds.strict(Kinds.oneOf(Modality.values()));

        @Override
        public @Nullable List<Modality> read(Source in) {
          return all.read(in);
        }

        /** GA has one modality alone; its audio comes with the text of it. */
        @Override
        public void write(JsonGenerator out, List<Modality> value, Dialect dialect) {
          boolean audio = dialect == Dialect.GA && value.contains(Modality.AUDIO);
          all.write(out, audio ? List.of(Modality.AUDIO) : value, dialect);
        }
      };

  /** GA has an object of media type and rate, the beta a name. */
  static final Kind<AudioFormat> FORMAT =
      new Kind<>() {
        @Override
        public @Nullable AudioFormat read(Source in) {
          return in.token() == JsonToken.VALUE_STRING ? named(in.text()) : format(in.tree());
        }

        @Override
        public void write(JsonGenerator out, AudioFormat value, Dialect dialect) {
          if (dialect == Dialect.BETA) {
            out.writeString(value.betaName());
            return;
          }
          out.writeStartObject();
          out.writeStringProperty("type", value.mediaType());
          if (value == AudioFormat.PCM16_24K) {
            out.writeNumberProperty("rate", value.sampleRate());
          }
          out.writeEndObject();
        }
      };

  /** Pairs of strings; only their number is shown. */
  static final Kind<Map<String, String>> METADATA =
      new Kind<>() {
        @Override
        public @Nullable Map<String, String> read(Source in) {
          return metadata(in.tree());
        }

        @Override
        public void write(JsonGenerator out, Map<String, String> value, Dialect dialect) {
          out.writeStartObject();
          value.forEach(out::writeStringProperty);
          out.writeEndObject();
        }

        @Override
        public String print(Map<String, String> value) {
          return value.size() + " pairs";
        }
      };

  private SettingKinds() {}

  private static @Nullable Integer readTokenLimit(Source in) {
    Integer limit = Kinds.INTEGER.read(in);
    return limit == null && "inf".equals(Kinds.TEXT.read(in))
        ? (Integer) Response.UNLIMITED
        : limit;
  }

  private static void writeTokenLimit(JsonGenerator out, int limit) {
    if (limit == Response.UNLIMITED) {
      out.writeString("inf");
    } else {
      out.writeNumber(limit);
    }
  }

  private static @Nullable AudioFormat named(@Nullable String name) {
    for (AudioFormat format : FORMATS) {
      if (format.mediaType().equals(name) || format.betaName().equals(name)) {
        return format;
      }
    }
    return null;
  }

  private static @Nullable AudioFormat format(JsonNode json) {
    AudioFormat format = named(json.path("type").stringValue(null));
    return format != null && nothingElse(json, format) ? format : null;
  }

  private static boolean nothingElse(JsonNode json, AudioFormat format) {
    JsonNode rate = json.get("rate");
    boolean fits = rate == null || (rate.isInt() && rate.intValue() == format.sampleRate());
    return fits && json.size() == (rate == null ? 1 : 2);
  }

  private static @Nullable Map<String, String> metadata(JsonNode json) {
    if (!json.isObject() || !json.values().stream().allMatch(JsonNode::isString)) {
      return null;
    }
    Map<String, String> pairs = new LinkedHashMap<>();
    json.properties()
        .forEach(e -> pairs.put(e.getKey(), requireNonNull(e.getValue().stringValue())));
    return pairs;
  }
}
