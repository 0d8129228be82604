package dev.parlando.testkit.replay;

import dev.parlando.testkit.recording.RecordedEvent;
import dev.parlando.testkit.recording.Recording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Leaves out of a recording what depends on the moment, so that a session need not do it in the
 * same one: what was heard of a reply when it was interrupted, and later configurations.
 */
final class Playable {

  private static final Set<String> OF_THE_MOMENT =
      Set.of("conversation.item.truncate", "conversation.item.truncated");

  private Playable() {}

  static Recording of(Recording recording) {
    List<RecordedEvent> kept = new ArrayList<>();
    Set<String> once = new HashSet<>();
    for (RecordedEvent recorded : recording.events()) {
      String type = recorded.type();
      boolean again = type.startsWith("session.update") && !once.add(type);
      if (!again && !OF_THE_MOMENT.contains(type)) {
        kept.add(recorded);
      }
    }
    return new Recording(kept);
  }
}
