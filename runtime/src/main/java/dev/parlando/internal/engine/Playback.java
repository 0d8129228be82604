package dev.parlando.internal.engine;

import dev.parlando.audio.AudioFormat;
import dev.parlando.audio.AudioLength;
import dev.parlando.realtime.ClientEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What was handed over to be heard, and what becomes of it when the user speaks over it: the model
 * must not go on believing that it said what nobody heard.
 */
final class Playback {

  /** A part of an item whose audio came, in the order of its beginning. */
  private static final class Part {
    private final String itemId;
    private final int contentIndex;
    private long bytes;

    private Part(String itemId, int contentIndex) {
      this.itemId = itemId;
      this.contentIndex = contentIndex;
    }
  }

  private final Outbox out;
  private final History history;
  private final List<Part> parts = new ArrayList<>();
  private final Map<String, Boolean> cut = new Bounded<>(1_000);
  private AudioFormat format = AudioFormat.PCM16_24K;

  Playback(Outbox out, History history) {
    this.out = out;
    this.history = history;
  }

  void format(AudioFormat outputFormat) {
    format = outputFormat;
  }

  /** Audio came. Of an item that was cut off, it is dropped. */
  boolean received(String itemId, int contentIndex, byte[] audio) {
    if (cut.containsKey(itemId)) {
      return false;
    }
    Part part = parts.isEmpty() ? null : parts.get(parts.size() - 1);
    if (part == null || !part.itemId.equals(itemId) || part.contentIndex != contentIndex) {
      part = new Part(itemId, contentIndex);
      parts.add(part);
      if (parts.size() > 100) {
        parts.remove(0); // Heard long ago.
      }
    }
    part.bytes += audio.length;
    out.add(new Effect.Play(itemId, contentIndex, audio));
    return true;
  }

  /** Whether something was handed over that may not have been heard to its end. */
  boolean mayBeAudible() {
    return !parts.isEmpty();
  }

  /** Stops the audio. What was heard of it comes back as an input. */
  void flush() {
    out.add(new Effect.Flush());
  }

  /** All that was handed over has been heard. */
  void heardAll() {
    parts.clear();
  }

  /**
   * Tells the server what was heard: of the part in the speaker so much, of those after it nothing.
   *
   * @param playedMs by the speaker's own account, in ms
   */
  void flushed(String itemId, int contentIndex, long playedMs) {
    boolean reached = false;
    for (Part part : parts) {
      boolean audible = part.itemId.equals(itemId) && part.contentIndex == contentIndex;
      reached |= audible;
      if (reached && !cut.containsKey(part.itemId)) {
        cutOff(part, audible ? Math.min(Math.max(playedMs, 0), ms(part)) : 0);
      }
    }
    parts.clear();
  }

  private void cutOff(Part part, long heardMs) {
    cut.put(part.itemId, true);
    if (heardMs == 0 && part.contentIndex == 0) {
      // A cut at 0 ms is refused by some servers; what nobody heard was not said at all.
      out.send(new ClientEvent.ItemDelete(part.itemId));
      history.deleted(part.itemId);
    } else if (heardMs < ms(part)) {
      out.send(new ClientEvent.ItemTruncate(part.itemId, part.contentIndex, (int) heardMs));
      history.truncated(part.itemId, part.contentIndex, (double) heardMs / ms(part));
    }
  }

  private long ms(Part part) {
    return AudioLength.ms(format, part.bytes);
  }
}
