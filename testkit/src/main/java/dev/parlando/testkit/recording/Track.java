package dev.parlando.testkit.recording;

import dev.parlando.time.SessionTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The events of one connection as they are recorded. Thread-safe. */
final class Track {

  private final EventMask mask;
  private final SessionTime time;
  private final Consumer<String> lines;
  private final long startMs;
  private final List<RecordedEvent> events = new ArrayList<>();

  Track(EventMask mask, SessionTime time, Consumer<String> lines) {
    this.mask = mask;
    this.time = time;
    this.lines = lines;
    this.startMs = time.nowMs();
  }

  /** Records a frame; one that is no event is left out, as it can't be masked. */
  synchronized void add(RecordedEvent.Side side, byte[] utf8) {
    JsonNode tree;
    try {
      tree = JsonMapper.shared().readTree(utf8);
    } catch (JacksonException e) {
      return;
    }
    if (tree instanceof ObjectNode event && event.path("type").isString()) {
      RecordedEvent recorded = new RecordedEvent(side, time.nowMs() - startMs, mask.masked(event));
      events.add(recorded);
      lines.accept(recorded.toJsonLine());
    }
  }

  synchronized Recording recording() {
    return new Recording(events);
  }
}
