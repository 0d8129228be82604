package dev.parlando.audio;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Plays chunks on a line without ever waiting for it. Not safe for use by several threads. */
final class LinePlayback {

  /** So close to silence, what the resampler holds back must follow, for nothing else does. */
  private static final int NEARLY_SILENT_MS = 20;

  private final OutputLine line;
  private final PcmDecoder decoder;
  private final Playlist playlist;
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private int givenOfFirst;
  private long written;
  private long origin;

  LinePlayback(OutputLine line, AudioFormat format) {
    this.line = line;
    this.decoder = new PcmDecoder(format, line.rateHz());
    this.playlist = new Playlist(format, line.rateHz());
    this.origin = line.position();
  }

  void add(AudioChunk chunk) {
    byte[] pcm = decoder.decode(chunk);
    playlist.add(chunk, frames(pcm));
    waiting.add(pcm);
  }

  /** Whether there will be nothing to {@link #feed()} until more is added. */
  boolean fed() {
    return waiting.isEmpty() && !decoder.begun();
  }

  /** Gives the line what it has room for. */
  void feed() {
    // Also notices a gap, while it can be told from what is written now.
    long unheard = written - played();
    if (waiting.isEmpty()
        && decoder.begun()
        && unheard <= (long) line.rateHz() * NEARLY_SILENT_MS / 1000) {
      byte[] tail = decoder.finish();
      playlist.extend(frames(tail));
      waiting.add(tail);
    }
    while (!waiting.isEmpty() && give(waiting.element())) {
      waiting.remove();
      givenOfFirst = 0;
    }
  }

  /** Whether the line has taken all of it. */
  private boolean give(byte[] pcm) {
    int room = line.room() / Pcm.BYTES_PER_SAMPLE * Pcm.BYTES_PER_SAMPLE;
    int length = Math.min(pcm.length - givenOfFirst, room);
    if (length > 0) {
      int taken = line.write(pcm, givenOfFirst, length);
      givenOfFirst += taken;
      written += taken / Pcm.BYTES_PER_SAMPLE;
    }
    return givenOfFirst == pcm.length;
  }

  /** Falls silent and forgets what was not heard. */
  Optional<Heard> cut() {
    Optional<Heard> heard = playlist.at(played());
    if (heard.isPresent()) {
      line.halt();
      heard = playlist.at(played());
      line.restart();
      waiting.clear();
      givenOfFirst = 0;
      decoder.reset();
      playlist.clear();
      written = 0;
      origin = line.position();
    }
    return heard;
  }

  /** How long it takes until the end of what was added, in ms. */
  long remainingMs() {
    return playlist.remainingMs(played());
  }

  /** Frames that were heard since the line was last silent by order. */
  private long played() {
    long played = line.position() - origin;
    if (played > written) {
      // Some lines count the silence of a gap. Nobody's speech was heard then.
      origin += played - written;
      played = written;
    }
    return Math.max(0, played);
  }

  private static long frames(byte[] pcm) {
    return pcm.length / Pcm.BYTES_PER_SAMPLE;
  }
}
