package dev.parlando.testkit.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The events of a session in order.
 *
 * <p>Its file has a JSON object a line: {@code {"dir":"server","at_ms":120,"event":{…}}}, {@code
 * dir} being {@code client} or {@code server}. What a Node.js program printed of its server events
 * with {@code console.log} is read too: what it left out as {@code [Object]} is completed from the
 * other events, and what the client must have sent in between is inferred.
 *
 * @param events the events, of both sides
 */
public record Recording(List<RecordedEvent> events) {

  /** The list is copied. */
  public Recording {
    events = List.copyOf(events);
  }

  /**
   * Reads a recording in either form.
   *
   * @throws IOException if the file can't be read
   * @throws IllegalArgumentException if it is no recording; the message names the line
   */
  public static Recording read(Path file) throws IOException {
    try {
      return parse(Files.readString(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Parses a recording in either form.
   *
   * @throws IllegalArgumentException if it is no recording; the message names the line
   */
  public static Recording parse(String text) {
    List<RecordedEvent> events =
        JsonLinesReader.isJsonLines(text)
            ? JsonLinesReader.read(text)
            : GapFiller.fill(ConsoleLogReader.read(text));
    if (events.isEmpty()) {
      throw new IllegalArgumentException("there is no event in it");
    }
    boolean complete = events.stream().anyMatch(event -> !event.isFromServer());
    return new Recording(complete ? events : ImpliedEvents.insert(events));
  }

  /** Whether it is of the dialect before general availability. */
  public boolean isBeta() {
    return events.stream()
        .map(RecordedEvent::event)
        .filter(event -> event.path("type").asString("").startsWith("session."))
        .noneMatch(event -> event.path("session").has("type"));
  }

  /** The recording as the text of its file. */
  public String toJsonLines() {
    return events.stream().map(RecordedEvent::toJsonLine).collect(Collectors.joining());
  }
}
