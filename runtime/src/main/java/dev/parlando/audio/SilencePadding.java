package dev.parlando.audio;

import dev.parlando.time.SessionTime;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Goes on with silence where a caller's audio stops, as telephone carriers leave silence out or
 * fall silent altogether: a server's voice detection counts samples, so without them it never hears
 * the end of what was said. It is driven by a clock, at the speed of speech, and not by what comes
 * next.
 *
 * <p>Safe for use by many threads; audio leaves on the thread that brings it, silence on one of the
 * clock.
 */
public final class SilencePadding implements AutoCloseable {

  /** The caller is waited for so long, in ms: longer than a network delays a packet, mostly. */
  private static final int PATIENCE_MS = 120;

  private static final int STEP_MS = 20;

  /** A longer gap, as after a pause of this process, is not made up: nobody needs to hear it. */
  private static final int LONGEST_MS = 240;

  private final AudioFormat format;
  private final SessionTime time;
  private final Consumer<byte[]> line;
  private long filledToMs;
  private boolean begun;
  private boolean silent;
  private boolean closed;

  /**
   * Begins to listen; silence comes only after the first audio did.
   *
   * @param format of the audio
   * @param line takes the audio and the silence, in order; must not block
   */
  public SilencePadding(AudioFormat format, SessionTime time, Consumer<byte[]> line) {
    this.format = format;
    this.time = time;
    this.line = line;
  }

  /**
   * Audio of the caller. It is handed on as it is.
   *
   * @param audio samples in the format; not to be changed afterwards
   */
  public synchronized void append(byte[] audio) {
    if (closed) {
      return;
    }
    long nowMs = time.nowMs();
    filledToMs = Math.max(begun ? filledToMs : nowMs, nowMs) + AudioLength.ms(format, audio.length);
    silent = false;
    line.accept(audio);
    if (!begun) {
      begun = true;
      lookIn(filledToMs + PATIENCE_MS - nowMs);
    }
  }

  private void lookIn(long ms) {
    var unused = time.after(Math.max(ms, STEP_MS), this::look);
  }

  private synchronized void look() {
    if (closed) {
      return;
    }
    long nowMs = time.nowMs();
    if (nowMs >= filledToMs + (silent ? STEP_MS : PATIENCE_MS)) {
      line.accept(silence(Math.min(nowMs - filledToMs, LONGEST_MS)));
      filledToMs = nowMs;
      silent = true;
    }
    lookIn(silent ? STEP_MS : filledToMs + PATIENCE_MS - nowMs);
  }

  private byte[] silence(long ms) {
    byte[] silence = new byte[(int) AudioLength.bytes(format, ms)];
    Arrays.fill(
        silence,
        switch (format) {
          case PCM16_24K -> (byte) 0;
          case G711_ULAW -> (byte) 0xFF;
          case G711_ALAW -> (byte) 0xD5;
        });
    return silence;
  }

  /** Ends: nothing is handed on any more. */
  @Override
  public synchronized void close() {
    closed = true;
  }
}
