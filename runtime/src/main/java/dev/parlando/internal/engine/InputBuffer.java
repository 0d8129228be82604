package dev.parlando.internal.engine;

import dev.parlando.audio.AudioFormat;
import dev.parlando.audio.AudioLength;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.session.event.Failure;

/** The audio of the user that no turn was made of yet. */
final class InputBuffer {

  /** Less than this can't be committed: the server refuses it. */
  private static final long LEAST_MS = 100;

  private final Outbox out;
  private final AudioFormat format;
  private long bytes;

  InputBuffer(Outbox out, AudioFormat format) {
    this.out = out;
    this.format = format;
  }

  void append(byte[] audio) {
    bytes += audio.length;
    out.send(new ClientEvent.AudioAppend(audio));
  }

  /** Makes a turn of it. Returns whether there was enough. */
  boolean commit() {
    long ms = AudioLength.ms(format, bytes);
    if (ms < LEAST_MS) {
      out.tell(
          new Failure(
              Failure.Kind.REQUEST,
              "input_audio_buffer_commit_empty",
              "A turn needs at least " + LEAST_MS + " ms of sound; there are " + ms + " ms"));
      return false;
    }
    bytes = 0;
    out.send(new ClientEvent.AudioCommit());
    return true;
  }

  void clear() {
    bytes = 0;
    out.send(new ClientEvent.AudioClear());
  }

  /** The server made a turn of it, or forgot it. */
  void taken() {
    bytes = 0;
  }
}
