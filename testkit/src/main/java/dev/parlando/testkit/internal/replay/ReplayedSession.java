package dev.parlando.testkit.internal.replay;

import dev.parlando.testkit.internal.session.ServerLink;
import dev.parlando.testkit.internal.session.SessionLogic;
import dev.parlando.testkit.recording.RecordedEvent;
import dev.parlando.testkit.recording.Recording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends the server's events of a recording, and waits at each of the client's until a live client
 * has sent its counterpart. What the live client sends beyond that has no effect.
 */
public final class ReplayedSession implements SessionLogic {

  private final List<RecordedEvent> events;
  private final double speed;
  private final ServerLink link;
  private final List<ObjectNode> unused = new ArrayList<>();
  private final Adaptation adaptation = new Adaptation();
  private int next;
  private boolean pausing;
  private boolean turnHasAudio;

  /**
   * A session that plays a recording.
   *
   * @param speed how many times faster than it was recorded; 0 for as fast as possible
   */
  public ReplayedSession(Recording recording, double speed, ServerLink link) {
    this.events = recording.events();
    this.speed = speed;
    this.link = link;
  }

  @Override
  public void opened() {
    advance();
  }

  @Override
  public void received(ObjectNode event) {
    if (!isAudio(event) || unused.stream().noneMatch(ReplayedSession::isAudio)) {
      unused.add(event);
    }
    if (!pausing) {
      advance();
    }
  }

  @Override
  public void malformed(String problem) {}

  @Override
  public void closed() {}

  private void advance() {
    while (next < events.size()) {
      RecordedEvent recorded = events.get(next);
      if (recorded.side() == RecordedEvent.Side.CLIENT) {
        if (!take(recorded.event())) {
          return;
        }
        next++;
      } else {
        turnHasAudio &= !recorded.type().equals("input_audio_buffer.committed");
        link.send(adaptation.adapt(recorded.event().deepCopy()));
        next++;
        if (pause(recorded.atMillis())) {
          return;
        }
      }
    }
  }

  private boolean take(ObjectNode recorded) {
    if (isAudio(recorded) && turnHasAudio) {
      return true;
    }
    for (int i = 0; i < unused.size(); i++) {
      if (Counterpart.matches(recorded, unused.get(i))) {
        adaptation.sent(unused.remove(i));
        turnHasAudio |= isAudio(recorded);
        return true;
      }
    }
    return false;
  }

  /** A turn's audio is one stream: how much of it was in which event doesn't matter. */
  private static boolean isAudio(ObjectNode event) {
    return "input_audio_buffer.append".equals(event.path("type").asString(""));
  }

  /** Waits as long as the server did before its next event; returns whether it must. */
  private boolean pause(long sentAt) {
    if (speed <= 0 || next == events.size()) {
      return false;
    }
    RecordedEvent following = events.get(next);
    long millis = following.atMillis() - sentAt;
    if (following.side() == RecordedEvent.Side.CLIENT || millis <= 0) {
      return false;
    }
    pausing = true;
    link.later(
        Duration.ofNanos(Math.round(millis * 1_000_000 / speed)),
        () -> {
          pausing = false;
          advance();
        });
    return true;
  }
}
