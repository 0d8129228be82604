package dev.parlando.realtime;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A server event that this version does not know, kept whole.
 *
 * @param type its name as it came
 * @param raw the whole event; not to be changed
 */
public record UnknownEvent(String type, JsonNode raw) implements ServerEvent {

  @Override
  public @Nullable String eventId() {
    return raw.path("event_id").stringValue(null);
  }

  @Override
  public Extras extras() {
    return Extras.NONE;
  }

  @Override
  public String toString() {
    return "UnknownEvent[type=" + type + ", " + raw.size() + " fields]";
  }
}
