package dev.parlando.testkit.recording;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads recordings that have a JSON object a line. */
final class JsonLinesReader {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private JsonLinesReader() {}

  static boolean isJsonLines(String text) {
    return text.stripLeading().startsWith("{\"");
  }

  static List<RecordedEvent> read(String text) {
    List<RecordedEvent> events = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank()) {
        events.add(event(line, number));
      }
    }
    return events;
  }

  private static RecordedEvent event(String line, int number) {
    JsonNode tree;
    try {
      tree = MAPPER.readTree(line);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "line " + number + " is no JSON: " + e.getOriginalMessage(), e);
    }
    RecordedEvent.Side side =
        switch (tree.path("dir").asString("")) {
          case "client" -> RecordedEvent.Side.CLIENT;
          case "server" -> RecordedEvent.Side.SERVER;
          default ->
              throw new IllegalArgumentException(
                  "line " + number + " needs \"dir\":\"client\" or \"dir\":\"server\"");
        };
    if (tree.path("event") instanceof ObjectNode event && event.path("type").isString()) {
      return new RecordedEvent(side, tree.path("at_ms").asLong(0), event);
    }
    throw new IllegalArgumentException(
        "line " + number + " needs an \"event\" object with a \"type\"");
  }
}
