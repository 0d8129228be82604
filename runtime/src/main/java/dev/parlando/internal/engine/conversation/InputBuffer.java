package dev.parlando.internal.engine.conversation;

import dev.parlando.audio.AudioFormat;
import dev.parlando.audio.AudioLength;
import dev.parlando.internal.engine.io.Outbox;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.session.event.Failure;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The caller's audio of which no item was made yet, and the last of which one was made: a new
 * connection needs both.
 */
public final class InputBuffer {

  /** Less than this can't be committed: the server refuses it. */
  private static final long LEAST_MS = 100;

  /** As much is kept for another connection, in ms. */
  private static final long KEPT_MS = 30_000;

  /** What is kept from before the server heard speech, in ms. */
  private static final long BEFORE_SPEECH_MS = 1_000;

  private final Outbox out;
  private final AudioFormat format;
  private long bytes;
  private Deque<byte[]> kept = new ArrayDeque<>();
  private long keptBytes;
  private boolean whole = true;
  private Deque<byte[]> committed = new ArrayDeque<>();
  private String committedItem = "";

  /** What the next connection is sent once more. */
  private List<byte[]> lost = List.of();

  public InputBuffer(Outbox out, AudioFormat format) {
    this.out = out;
    this.format = format;
  }

  public void append(byte[] audio) {
    bytes += audio.length;
    kept.add(audio);
    keptBytes += audio.length;
    trim(KEPT_MS);
    out.send(new ClientEvent.AudioAppend(audio));
  }

  private void trim(long ms) {
    long limit = AudioLength.bytes(format, ms);
    while (keptBytes > limit && kept.size() > 1) {
      keptBytes -= kept.removeFirst().length;
      whole = false;
    }
  }

  /** The server heard the caller begin: what came long before is silence. */
  public void speechStarted() {
    trim(BEFORE_SPEECH_MS);
    whole = true;
  }

  /**
   * Makes a turn of it.
   *
   * @return the id of the event that does; null: there was not enough
   */
  public @Nullable String commit() {
    long ms = AudioLength.ms(format, bytes);
    if (ms < LEAST_MS) {
      out.tell(
          new Failure(
              Failure.Kind.REQUEST,
              "input_audio_buffer_commit_empty",
              "A turn needs at least " + LEAST_MS + " ms of audio; there are " + ms + " ms"));
      return null;
    }
    bytes = 0;
    return out.send(new ClientEvent.AudioCommit());
  }

  public void clear() {
    taken("");
    out.send(new ClientEvent.AudioClear());
  }

  /**
   * The server made an item of it, or forgot it.
   *
   * @param itemId empty: it forgot it
   */
  public void taken(String itemId) {
    bytes = 0;
    committed = itemId.isEmpty() || !whole ? new ArrayDeque<>() : kept;
    committedItem = itemId;
    kept = new ArrayDeque<>();
    keptBytes = 0;
    whole = true;
  }

  /** What an item was made of, as base64; null: it is not kept, or not whole. */
  public @Nullable String audioOf(String itemId) {
    if (!itemId.equals(committedItem) || committed.isEmpty()) {
      return null;
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    committed.forEach(all::writeBytes);
    return Base64.getEncoder().encodeToString(all.toByteArray());
  }

  /** What an item says is known in text: its audio is needed no longer. */
  public void transcribed(String itemId) {
    if (itemId.equals(committedItem)) {
      committed = new ArrayDeque<>();
    }
  }

  /** Sends what no item was made of once more: the server that had it is gone. */
  public void appendAgain() {
    lost.forEach(audio -> out.sendNow(new ClientEvent.AudioAppend(audio)));
    lost = List.of();
  }

  /**
   * The connection is lost.
   *
   * @param needed whether somebody waits for an answer to what was appended
   */
  public void connectionLost(boolean needed) {
    if (needed) {
      List<byte[]> all = new ArrayList<>(lost);
      all.addAll(kept);
      lost = all;
    } else {
      bytes = 0;
    }
    kept = new ArrayDeque<>();
    keptBytes = 0;
  }
}
