package dev.parlando.testkit.recording;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One event of a recorded session.
 *
 * @param side who sent it
 * @param atMillis when, in ms from the start of the session; 0 throughout where that isn't known
 * @param event the event as it went over the wire
 */
public record RecordedEvent(Side side, long atMillis, ObjectNode event) {

  /** Who sends. */
  public enum Side {
    /** The client. */
    CLIENT,
    /** The server. */
    SERVER
  }

  /** The event's type; empty if it has none. */
  public String type() {
    return event.path("type").asString("");
  }

  /** The event as a line of a file, with its line break. */
  String toJsonLine() {
    ObjectNode line =
        JsonNodeFactory.instance
            .objectNode()
            .put("dir", isFromServer() ? "server" : "client")
            .put("at_ms", atMillis);
    line.set("event", event);
    return line + "\n";
  }

  boolean isFromServer() {
    return side == Side.SERVER;
  }
}
