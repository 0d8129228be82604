package dev.parlando.realtime;

import static java.util.Objects.requireNonNull;

import dev.parlando.audio.AudioFormat;
import dev.parlando.wire.JsonInput;
import dev.parlando.wire.JsonType;
import dev.parlando.wire.JsonTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** The types of single settings, of sessions and responses alike. */
final class SettingTypes {

  private static final AudioFormat[] FORMATS = AudioFormat.values();

  static final JsonType<Voice> VOICE = JsonTypes.json(Voice::new, Voice::json);

  static final JsonType<Truncation> TRUNCATION = JsonTypes.json(Truncation::new, Truncation::json);

  /** A number of tokens, or {@code "inf"}. */
  static final JsonType<Integer> TOKEN_LIMIT =
      JsonTypes.printed(
          JsonTypes.scalar(SettingTypes::readTokenLimit, SettingTypes::writeTokenLimit),
          limit -> limit == Response.UNLIMITED ? "inf" : String.valueOf(limit));

  static final JsonType<List<Modality>> MODALITIES =
      new JsonType<>() {
        private final JsonType<List<Modality>> all =
            JsonTypes.strict(JsonTypes.oneOf(Modality.values()));

        @Override
        public @Nullable List<Modality> read(JsonInput in) {
          return all.read(in);
        }

        /** GA has one modality alone; its audio comes with the text of it. */
        @Override
        public void write(JsonGenerator out, List<Modality> value, Enum<?> dialect) {
          boolean audio = dialect == Dialect.GA && value.contains(Modality.AUDIO);
          all.write(out, audio ? List.of(Modality.AUDIO) : value, dialect);
        }
      };

  /** GA has an object of media type and rate, the beta a name. */
  static final JsonType<AudioFormat> FORMAT =
      new JsonType<>() {
        @Override
        public @Nullable AudioFormat read(JsonInput in) {
          return in.token() == JsonToken.VALUE_STRING ? named(in.text()) : format(in.tree());
        }

        @Override
        public void write(JsonGenerator out, AudioFormat value, Enum<?> dialect) {
          if (dialect == Dialect.BETA) {
            out.writeString(betaName(value));
            return;
          }
          out.writeStartObject();
          out.writeStringProperty("type", mediaType(value));
          if (value == AudioFormat.PCM16_24K) {
            out.writeNumberProperty("rate", value.sampleRate());
          }
          out.writeEndObject();
        }
      };

  /** Pairs of strings; only their number is shown. */
  static final JsonType<Map<String, String>> METADATA =
      new JsonType<>() {
        @Override
        public @Nullable Map<String, String> read(JsonInput in) {
          return metadata(in.tree());
        }

        @Override
        public void write(JsonGenerator out, Map<String, String> value, Enum<?> dialect) {
          out.writeStartObject();
          value.forEach(out::writeStringProperty);
          out.writeEndObject();
        }

        @Override
        public String print(Map<String, String> value) {
          return value.size() + " pairs";
        }
      };

  private SettingTypes() {}

  private static @Nullable Integer readTokenLimit(JsonInput in) {
    Integer limit = JsonTypes.INTEGER.read(in);
    return limit == null && "inf".equals(JsonTypes.TEXT.read(in))
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

  private static String mediaType(AudioFormat format) {
    return switch (format) {
      case PCM16_24K -> "audio/pcm";
      case G711_ULAW -> "audio/pcmu";
      case G711_ALAW -> "audio/pcma";
    };
  }

  private static String betaName(AudioFormat format) {
    return switch (format) {
      case PCM16_24K -> "pcm16";
      case G711_ULAW -> "g711_ulaw";
      case G711_ALAW -> "g711_alaw";
    };
  }

  private static @Nullable AudioFormat named(@Nullable String name) {
    for (AudioFormat format : FORMATS) {
      if (mediaType(format).equals(name) || betaName(format).equals(name)) {
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
