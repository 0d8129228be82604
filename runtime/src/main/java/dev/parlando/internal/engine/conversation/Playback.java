package dev.parlando.internal.engine.conversation;

import static java.util.Objects.requireNonNullElse;

import dev.parlando.audio.AudioFormat;
import dev.parlando.audio.AudioLength;
import dev.parlando.internal.engine.io.Bounded;
import dev.parlando.internal.engine.io.Effect;
import dev.parlando.internal.engine.io.Outbox;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.ResponseEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was handed over to be heard, and what becomes of it when the user speaks over it: the model
 * must not go on believing that it said what nobody heard.
 */
public final class Playback {

  /** A part of an item whose audio came, in the order of its beginning. */
  private static final class Part {
    private final String itemId;
    private final int contentIndex;
    private final String responseId;
    private boolean remote;
    private long bytes;

    private Part(String responseId, String itemId, int contentIndex, boolean remote) {
      this.responseId = responseId;
      this.remote = remote;
      this.itemId = itemId;
      this.contentIndex = contentIndex;
    }
  }

  private final Outbox out;
  private final History history;
  private final List<Part> parts = new ArrayList<>();
  private final Map<String, Boolean> cut = new Bounded<>(1_000);
  private AudioFormat format = AudioFormat.PCM16_24K;

  public Playback(Outbox out, History history) {
    this.out = out;
    this.history = history;
  }

  public void format(AudioFormat outputFormat) {
    format = outputFormat;
  }

  /**
   * Audio came. Of an item that was cut off, it is dropped.
   *
   * @param remote whether the server has its item in the conversation
   */
  public boolean received(ResponseEvent.AudioDelta delta, boolean remote) {
    String itemId = requireNonNullElse(delta.itemId(), "");
    int contentIndex = requireNonNullElse(delta.contentIndex(), 0);
    byte[] audio = delta.audio();
    if (cut.containsKey(itemId)) {
      return false;
    }
    Part part = parts.isEmpty() ? null : parts.get(parts.size() - 1);
    if (part == null || !part.itemId.equals(itemId) || part.contentIndex != contentIndex) {
      String responseId = requireNonNullElse(delta.responseId(), "");
      part = new Part(responseId, itemId, contentIndex, remote);
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
  public boolean mayBeAudible() {
    return !parts.isEmpty();
  }

  /** Stops the audio. What was heard of it comes back as an input. */
  public void flush() {
    out.add(new Effect.Flush());
  }

  /** All that was handed over has been heard. */
  public void heardAll() {
    parts.clear();
  }

  /**
   * Tells the server what was heard: of the part in the speaker so much, of those after it nothing.
   *
   * @param playedMs by the speaker's own account, in ms
   * @return the responses of which nothing was heard
   */
  public Set<String> flushed(String itemId, int contentIndex, long playedMs) {
    boolean reached = false;
    Set<String> unheard = new HashSet<>();
    Set<String> heard = new HashSet<>();
    for (Part part : parts) {
      boolean audible = part.itemId.equals(itemId) && part.contentIndex == contentIndex;
      reached |= audible;
      (reached && (!audible || playedMs <= 0) ? unheard : heard).add(part.responseId);
      if (reached && !cut.containsKey(part.itemId)) {
        cutOff(part, audible ? Math.min(Math.max(playedMs, 0), ms(part)) : 0);
      }
    }
    parts.clear();
    unheard.removeAll(heard);
    return unheard;
  }

  /** The items of the old connection are none of the new one's: they are cut here alone. */
  public void connectionLost() {
    cut.clear();
    for (Part part : parts) {
      part.remote = false;
    }
  }

  /**
   * Audio will not be handed over: its item was not said.
   *
   * @param remote whether the server has it in the conversation
   */
  public void unheard(ResponseEvent.AudioDelta delta, boolean remote) {
    unheard(requireNonNullElse(delta.itemId(), ""), remote);
  }

  private void unheard(String itemId, boolean remote) {
    if (cut.put(itemId, true) == null) {
      if (remote) {
        out.send(new ClientEvent.ItemDelete(itemId));
      }
      history.deleted(itemId);
    }
  }

  private void cutOff(Part part, long heardMs) {
    if (!part.remote) {
      return;
    }
    if (heardMs == 0 && part.contentIndex == 0) {
      // A cut at 0 ms is refused by some servers; what nobody heard was not said at all.
      unheard(part.itemId, true);
      return;
    }
    cut.put(part.itemId, true);
    if (heardMs < ms(part)) {
      out.send(new ClientEvent.ItemTruncate(part.itemId, part.contentIndex, (int) heardMs));
      history.truncated(part.itemId, part.contentIndex, (double) heardMs / ms(part));
    }
  }

  private long ms(Part part) {
    return AudioLength.ms(format, part.bytes);
  }
}
