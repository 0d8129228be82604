package dev.parlando.json;

import dev.parlando.tool.ArgumentOptions;
import dev.parlando.tool.InvalidArgumentsException;
import dev.parlando.tool.Repair;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** The JSON text of a call: opened, read as a whole, and closed. */
final class ArgumentDocument {

  static final int MAX_DEPTH = 32;
  static final int MAX_TEXT = 1_000_000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .recyclerPool(JsonRecyclerPools.threadLocalPool())
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_TEXT)
                  .maxNameLength(1000)
                  .maxNumberLength(1000)
                  .build())
          .build();

  private ArgumentDocument() {}

  /** Reads the value of a document from its first token to its last. */
  interface Reading<T> {

    /** The value, or null after a violation was noted. */
    @Nullable T read(ArgumentCursor cursor, String text);
  }

  static <T> T read(ToolCall call, ArgumentOptions options, Reading<T> reading)
      throws InvalidArgumentsException {
    String text = call.arguments();
    if (text.isBlank() && options.lenient()) {
      options.repairListener().repaired(repair(call, Repair.Kind.EMPTY_ARGUMENTS));
      text = "{}";
    }
    return read(call, options, reading, text, options.lenient());
  }

  private static <T> T read(
      ToolCall call, ArgumentOptions options, Reading<T> reading, String text, boolean mayBeQuoted)
      throws InvalidArgumentsException {
    try (JsonParser parser = open(text)) {
      ArgumentCursor cursor = new ArgumentCursor(call.name(), options, parser);
      T value = null;
      try {
        if (parser.nextToken() == JsonToken.VALUE_STRING && mayBeQuoted) {
          String quoted = parser.getString();
          options.repairListener().repaired(repair(call, Repair.Kind.QUOTED_ARGUMENTS));
          return read(call, options, reading, quoted, false);
        }
        value = reading.read(cursor, text);
        if (parser.nextToken() != null) {
          cursor.violation("more follows after the end of the JSON object");
        }
      } catch (JacksonException e) {
        List<Violation> violations = new ArrayList<>(cursor.violations());
        violations.add(malformed(e, parser));
        throw new InvalidArgumentsException(violations);
      } catch (IllegalArgumentException e) {
        // A record refused its components; its message is written for whoever passed them.
        cursor.refused(e.getMessage());
      }
      if (value == null || !cursor.violations().isEmpty()) {
        throw new InvalidArgumentsException(cursor.violations());
      }
      return value;
    }
  }

  private static Repair repair(ToolCall call, Repair.Kind kind) {
    return new Repair(call.name(), "", kind);
  }

  static JsonParser open(String text) {
    return JSON.createParser(ObjectReadContext.empty(), text);
  }

  static JsonParser open(char[] text, int offset) {
    return JSON.createParser(ObjectReadContext.empty(), text, offset, text.length - offset);
  }

  private static Violation malformed(JacksonException e, JsonParser parser) {
    if (e instanceof StreamConstraintsException) {
      String limits = "%d levels, texts of %d characters".formatted(MAX_DEPTH, MAX_TEXT);
      return new Violation("", "the arguments are too deep or too long (at most " + limits + ")");
    }
    long offset = parser.currentLocation().getCharOffset();
    return new Violation("", "the arguments are not valid JSON, at character " + offset);
  }

  static JsonNode tree(JsonParser parser) {
    return Trees.READER.readTree(parser);
  }

  /** Loaded only where an argument is a tree: the rest needs nothing of databind. */
  private static final class Trees {

    static final ObjectReader READER =
        JsonMapper.builder(JSON)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);
  }
}
