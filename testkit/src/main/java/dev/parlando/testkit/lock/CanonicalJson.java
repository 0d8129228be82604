package dev.parlando.testkit.lock;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes JSON such that the same content has the same bytes, on every machine. */
final class CanonicalJson {

  /** Numbers keep their digits: 0.10 stays 0.10, and nothing passes through a double. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private static final ObjectWriter PRETTY = MAPPER.writer().with(printer());

  private CanonicalJson() {}

  /** Parses a whole text; Jackson's exception names line and column of what is wrong. */
  static JsonNode parse(String text) {
    return MAPPER.readTree(text);
  }

  /** One line, as a session sends it. */
  static String compact(JsonNode json) {
    return MAPPER.writeValueAsString(json);
  }

  /** A line for each value, indented by two spaces, ended by {@code \n}. */
  static String pretty(JsonNode json) {
    return PRETTY.writeValueAsString(json) + "\n";
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    return new DefaultPrettyPrinter(separators)
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }
}
