package dev.parlando.examples.web;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a page sends, and nothing that is not known to the last field. */
final class PageFrameReader {

  private static final int MAX_TEXT = 20_000;
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private PageFrameReader() {}

  /**
   * Reads one frame.
   *
   * @throws RefusedFrameException if a page may not send it; the message says why
   */
  static PageFrame read(String text) throws RefusedFrameException {
    ObjectNode frame = object(text);
    String type = frame.path("type").asString("");
    return switch (type) {
      case "start" -> only(frame, new PageFrame.Start());
      case "say" -> only(frame, new PageFrame.Say(text(frame, "text")), "text");
      case "commit" -> only(frame, new PageFrame.Commit());
      case "clear" -> only(frame, new PageFrame.Clear());
      case "interrupt" -> only(frame, new PageFrame.Interrupt());
      case "listen" -> only(frame, new PageFrame.Listen(bool(frame, "vad")), "vad");
      case "played" ->
          only(
              frame,
              new PageFrame.Played((int) number(frame, "generation"), number(frame, "frames")),
              "generation",
              "frames");
      case "call" ->
          only(
              frame,
              new PageFrame.CallByHand(text(frame, "id"), text(frame, "tool"), arguments(frame)),
              "id",
              "tool",
              "arguments");
      default -> throw new RefusedFrameException("A page can't send \"" + shortened(type) + "\".");
    };
  }

  private static ObjectNode object(String text) throws RefusedFrameException {
    try {
      if (MAPPER.readTree(text) instanceof ObjectNode frame) {
        return frame;
      }
    } catch (JacksonException e) {
      throw new RefusedFrameException("A frame is no JSON: " + e.getOriginalMessage());
    }
    throw new RefusedFrameException("A frame is no JSON object.");
  }

  private static PageFrame only(ObjectNode frame, PageFrame read, String... fields)
      throws RefusedFrameException {
    Set<String> unknown = new TreeSet<>(frame.propertyNames());
    unknown.remove("type");
    unknown.removeAll(Set.of(fields));
    if (unknown.isEmpty()) {
      return read;
    }
    throw new RefusedFrameException(
        "\"%s\" has no field \"%s\"."
            .formatted(frame.path("type").asString(""), shortened(unknown.iterator().next())));
  }

  private static String text(ObjectNode frame, String field) throws RefusedFrameException {
    JsonNode value = frame.path(field);
    if (!value.isString() || value.stringValue().isBlank()) {
      throw wrong(frame, field, "a text");
    }
    if (value.stringValue().length() > MAX_TEXT) {
      throw wrong(frame, field, "a text of at most " + MAX_TEXT + " characters");
    }
    return value.stringValue();
  }

  private static boolean bool(ObjectNode frame, String field) throws RefusedFrameException {
    if (!frame.path(field).isBoolean()) {
      throw wrong(frame, field, "true or false");
    }
    return frame.path(field).booleanValue();
  }

  private static long number(ObjectNode frame, String field) throws RefusedFrameException {
    JsonNode value = frame.path(field);
    if (!value.isIntegralNumber() || value.asLong(-1) < 0) {
      throw wrong(frame, field, "a whole number from 0");
    }
    return value.asLong();
  }

  private static ObjectNode arguments(ObjectNode frame) throws RefusedFrameException {
    if (frame.path("arguments") instanceof ObjectNode arguments) {
      return arguments;
    }
    throw wrong(frame, "arguments", "an object");
  }

  private static RefusedFrameException wrong(ObjectNode frame, String field, String wanted) {
    String type = frame.path("type").asString("");
    return new RefusedFrameException("\"" + type + "\" needs \"" + field + "\": " + wanted + ".");
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
