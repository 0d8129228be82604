package dev.parlando.tests.rules;

import dev.parlando.audio.AudioChunk;
import dev.parlando.audio.Heard;
import dev.parlando.audio.PlaybackSink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A speaker that stands still in the first item it was given, at a place that the test chooses. */
final class StoppedSpeaker implements PlaybackSink {

  private final Map<String, Integer> bytes = new LinkedHashMap<>();
  private int heardMs;
  private int flushes;

  /** How far the first item has been heard from now on; more than there is: all has been heard. */
  synchronized void stopAt(int ms) {
    heardMs = ms;
  }

  /** The items that were handed over since the last flush, in order. */
  synchronized List<String> items() {
    return List.copyOf(bytes.keySet());
  }

  synchronized int flushes() {
    return flushes;
  }

  @Override
  public synchronized void play(AudioChunk chunk) {
    bytes.merge(chunk.itemId(), chunk.audio().length, Integer::sum);
  }

  @Override
  public synchronized Optional<Heard> flush() {
    flushes++;
    Optional<Heard> heard =
        bytes.entrySet().stream()
            .findFirst()
            .filter(first -> heardMs < first.getValue() / 48)
            .map(first -> new Heard(first.getKey(), 0, heardMs));
    bytes.clear();
    return heard;
  }

  @Override
  public void close() {}
}
