package dev.parlando.testkit.internal.connection;

import dev.parlando.testkit.observe.ClientHandshake;
import dev.parlando.testkit.observe.ObservedSession;
import dev.parlando.testkit.observe.SessionEnd;
import dev.parlando.testkit.recording.RecordedEvent;
import dev.parlando.testkit.recording.Recording;
import dev.parlando.time.SessionTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps what happens on a connection and wakes whoever waits for it. */
final class SessionRecorder implements ObservedSession {

  private final int number;
  private final ClientHandshake handshake;
  private final Frames frames;
  private final Observation observation;
  private final List<JsonNode> received = new ArrayList<>();
  private final List<JsonNode> sent = new ArrayList<>();
  private final List<RecordedEvent> all = new ArrayList<>();
  private final SessionTime time;
  private final long startedMs;
  private @Nullable SessionEnd end;

  SessionRecorder(
      int number,
      ClientHandshake handshake,
      Frames frames,
      Observation observation,
      SessionTime time) {
    this.number = number;
    this.handshake = handshake;
    this.frames = frames;
    this.observation = observation;
    this.time = time;
    this.startedMs = time.nowMs();
  }

  void received(ObjectNode event) {
    keep(received, RecordedEvent.Side.CLIENT, event);
    observation.observers().forEach(observer -> observer.received(this, event));
  }

  void sent(ObjectNode event) {
    keep(sent, RecordedEvent.Side.SERVER, event);
    observation.observers().forEach(observer -> observer.sent(this, event));
  }

  private synchronized void keep(List<JsonNode> side, RecordedEvent.Side name, ObjectNode event) {
    if (observation.keepsEvents()) {
      side.add(event);
      all.add(new RecordedEvent(name, time.nowMs() - startedMs, event));
      notifyAll();
    }
  }

  void ended(SessionEnd how) {
    synchronized (this) {
      if (end != null) {
        return;
      }
      end = how;
      notifyAll();
    }
    observation.observers().forEach(observer -> observer.ended(this, how));
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public ClientHandshake handshake() {
    return handshake;
  }

  @Override
  public synchronized List<JsonNode> clientEvents() {
    return List.copyOf(received);
  }

  @Override
  public synchronized List<JsonNode> serverEvents() {
    return List.copyOf(sent);
  }

  @Override
  public synchronized Recording recording() {
    return new Recording(all);
  }

  @Override
  public synchronized Optional<SessionEnd> end() {
    return Optional.ofNullable(end);
  }

  @Override
  public List<JsonNode> awaitClientEvents(Predicate<JsonNode> wanted, int count, Duration timeout) {
    return await("client", received, wanted, count, timeout);
  }

  @Override
  public List<JsonNode> awaitServerEvents(Predicate<JsonNode> wanted, int count, Duration timeout) {
    return await("server", sent, wanted, count, timeout);
  }

  private synchronized List<JsonNode> await(
      String side, List<JsonNode> events, Predicate<JsonNode> wanted, int count, Duration timeout) {
    List<JsonNode> found = new ArrayList<>();
    int[] seen = new int[1];
    boolean inTime =
        Waiting.until(
            this,
            () -> {
              for (; seen[0] < events.size() && found.size() < count; seen[0]++) {
                if (wanted.test(events.get(seen[0]))) {
                  found.add(events.get(seen[0]));
                }
              }
              return found.size() == count;
            },
            timeout);
    if (!inTime) {
      throw new AssertionError(
          "Waited %d ms for %d matching %s event(s) of session %d and saw %d; there were: %s"
              .formatted(timeout.toMillis(), count, side, number, found.size(), types(events)));
    }
    return found;
  }

  private static String types(List<JsonNode> events) {
    return events.stream()
        .map(event -> event.path("type").asString("?"))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  @Override
  public synchronized SessionEnd awaitEnd(Duration timeout) {
    if (!Waiting.until(this, () -> end != null, timeout) || end == null) {
      throw new AssertionError(
          "Session %d was still open after %d ms".formatted(number, timeout.toMillis()));
    }
    return end;
  }

  @Override
  public void inject(String text) {
    frames.text(text);
  }

  @Override
  public void close(int code, String reason) {
    frames.close(code, reason);
  }

  @Override
  public void abort() {
    frames.abort();
  }

  @Override
  public String toString() {
    return "session " + number + " " + handshake;
  }
}
