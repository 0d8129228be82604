package dev.parlando.testkit.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads server events as Node.js prints them: objects in the notation of JavaScript that begin at
 * the start of a line, anything else between them.
 */
final class ConsoleLogReader {

  /** What stands for a part that was not printed. */
  static final String GAP = "[Object]";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(
              JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
              JsonReadFeature.ALLOW_SINGLE_QUOTES,
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Pattern OBJECT_START = Pattern.compile("^\\{", Pattern.MULTILINE);

  private ConsoleLogReader() {}

  static List<RecordedEvent> read(String log) {
    String text = log.replaceAll("\\[(?:Object|Array)]", "'" + Matcher.quoteReplacement(GAP) + "'");
    List<RecordedEvent> events = new ArrayList<>();
    Matcher start = OBJECT_START.matcher(text);
    int from = 0;
    while (start.find(from)) {
      from = start.start() + object(text, start.start(), events);
    }
    return events;
  }

  /** Reads the object at a place; gives its length. */
  private static int object(String text, int start, List<RecordedEvent> events) {
    try (JsonParser parser = MAPPER.createParser(text.substring(start))) {
      JsonNode tree = MAPPER.readTree(parser);
      if (tree instanceof ObjectNode event && event.path("type").isString()) {
        events.add(new RecordedEvent(RecordedEvent.Side.SERVER, 0, event));
      }
      return Math.max(1, (int) parser.currentLocation().getCharOffset());
    } catch (JacksonException e) {
      long line = text.substring(0, start).lines().count() + 1;
      throw new IllegalArgumentException(
          "the object that begins in line " + line + " can't be read: " + e.getOriginalMessage(),
          e);
    }
  }
}
