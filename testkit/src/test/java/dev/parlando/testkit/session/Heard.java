package dev.parlando.testkit.session;

import dev.parlando.session.VoiceListener;
import dev.parlando.session.event.VoiceEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what a session told. */
final class Heard implements VoiceListener {

  private final List<VoiceEvent> events = new CopyOnWriteArrayList<>();

  @Override
  public void on(VoiceEvent event) {
    events.add(event);
  }

  <T extends VoiceEvent> List<T> all(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
