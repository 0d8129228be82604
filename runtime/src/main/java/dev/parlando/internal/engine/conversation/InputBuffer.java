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
import java.util.Iterator;
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

  /** Audio as it was appended, and commits between. */
  private Deque<ClientEvent> kept = new ArrayDeque<>();

  private long keptBytes;
  private boolean whole = true;
  private List<byte[]> committed = List.of();
  private String committedItem = "";

  /** What the next connection is sent once more. */
  private List<ClientEvent> lost = List.of();

  public InputBuffer(Outbox out, AudioFormat format) {
    this.out = out;
    this.format = format;
  }

  public void append(byte[] audio) {
    bytes += audio.length;
    ClientEvent.AudioAppend append = new ClientEvent.AudioAppend(audio);
    kept.add(append);
    keptBytes += audio.length;
    trim(KEPT_MS);
    out.send(append);
  }

  private void trim(long ms) {
    long excess = keptBytes - AudioLength.bytes(format, ms);
    for (Iterator<ClientEvent> i = kept.iterator(); excess > 0 && i.hasNext(); ) {
      int length = length(i.next());
      if (length > 0 && length < keptBytes) {
        i.remove();
        excess -= length;
        keptBytes -= length;
        whole = false;
      }
    }
  }

  private static int length(ClientEvent event) {
    return event instanceof ClientEvent.AudioAppend append ? append.audio().length : 0;
  }

  /** The server heard the caller begin: what came long before is silence. */
  public void speechStarted() {
    trim(BEFORE_SPEECH_MS);
    whole = true;
  }

  /** Whether there is as much as a server takes. */
  public boolean mayCommit() {
    return AudioLength.ms(format, bytes) >= LEAST_MS;
  }

  /**
   * Makes a turn of it.
   *
   * @return the id of the event that does; null: there was not enough
   */
  public @Nullable String commit() {
    if (!mayCommit()) {
      long ms = AudioLength.ms(format, bytes);
      out.tell(
          new Failure(
              Failure.Kind.REQUEST,
              "input_audio_buffer_commit_empty",
              "A turn needs at least " + LEAST_MS + " ms of audio; there are " + ms + " ms"));
      return null;
    }
    bytes = 0;
    ClientEvent commit = new ClientEvent.AudioCommit();
    kept.add(commit);
    return out.send(commit);
  }

  public void clear() {
    forgotten();
    out.send(new ClientEvent.AudioClear());
  }

  /** The server forgot what was appended since the last commit. */
  public void forgotten() {
    while (kept.peekLast() instanceof ClientEvent.AudioAppend append) {
      kept.removeLast();
      keptBytes -= append.audio().length;
    }
    bytes = 0;
    whole = true;
  }

  /** The server made an item of it. */
  public void taken(String itemId) {
    List<byte[]> audio = new ArrayList<>();
    boolean committing = true;
    while (committing && !kept.isEmpty()) {
      ClientEvent next = kept.removeFirst();
      keptBytes -= length(next);
      if (next instanceof ClientEvent.AudioAppend append) {
        audio.add(append.audio());
      } else {
        committing = false; // What comes after a commit is not in its item.
      }
    }
    if (committing) {
      bytes = 0;
    }
    committed = whole ? audio : List.of();
    committedItem = itemId;
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
      committed = List.of();
    }
  }

  /**
   * Sends what no item was made of once more: the server that had it is gone.
   *
   * @return the ids of the commits in it
   */
  public List<String> appendAgain() {
    List<String> commits = new ArrayList<>();
    for (ClientEvent event : lost) {
      String id = out.sendNow(event);
      if (event instanceof ClientEvent.AudioCommit) {
        commits.add(id);
      }
      keptBytes += length(event);
    }
    Deque<ClientEvent> all = new ArrayDeque<>(lost);
    all.addAll(kept);
    kept = all;
    lost = List.of();
    return commits;
  }

  /**
   * The connection is lost.
   *
   * @param needed whether somebody waits for an answer to what was appended
   */
  public void connectionLost(boolean needed) {
    if (needed) {
      lost = List.copyOf(kept);
    } else {
      bytes = 0;
    }
    kept = new ArrayDeque<>();
    keptBytes = 0;
  }
}
