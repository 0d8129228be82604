package dev.parlando.testkit.internal.audio;

import java.util.ArrayList;
import java.util.List;

/**
 * Separates speech from silence by the energy of the signal, in the time of the audio and not of
 * the clock: the same audio gives the same answer, however fast it arrives. Not thread-safe.
 */
public final class SpeechDetector {

  /** A boundary between silence and speech. */
  public sealed interface Boundary {}

  /**
   * Speech began.
   *
   * @param millis where, in ms from the first sample ever fed
   */
  public record Started(long millis) implements Boundary {}

  /**
   * Speech ended, and the silence after it has lasted long enough.
   *
   * @param millis the end of that silence, in ms from the first sample ever fed
   */
  public record Stopped(long millis) implements Boundary {}

  private static final int FRAME_MILLIS = 20;
  private static final int ONSET_FRAMES = 3;

  private final int frameSize;
  private final double level;
  private final int silenceFrames;
  private final short[] frame;
  private int filled;
  private long frames;
  private int loud;
  private int quiet;
  private boolean speaking;

  /**
   * @param sampleRate samples per second
   * @param threshold 0 to 1; 0.5 detects speech of usual loudness, 1 only loud speech
   * @param silenceMillis how long it must be quiet until speech has ended
   * @param fromMillis the time of the first sample, in ms
   */
  public SpeechDetector(int sampleRate, double threshold, int silenceMillis, long fromMillis) {
    this.frameSize = sampleRate * FRAME_MILLIS / 1000;
    this.frame = new short[frameSize];
    this.level = 60 + threshold * 880;
    this.silenceFrames = Math.max(1, (silenceMillis + FRAME_MILLIS - 1) / FRAME_MILLIS);
    this.frames = fromMillis / FRAME_MILLIS;
  }

  /** Whether speech has begun and not ended. */
  public boolean speaking() {
    return speaking;
  }

  /** Takes samples and gives the boundaries that lie in them, in order. */
  public List<Boundary> feed(short[] samples) {
    List<Boundary> boundaries = new ArrayList<>();
    for (short sample : samples) {
      frame[filled++] = sample;
      if (filled == frameSize) {
        filled = 0;
        frames++;
        judge(boundaries);
      }
    }
    return boundaries;
  }

  private void judge(List<Boundary> boundaries) {
    if (loudness() >= level) {
      loud++;
      quiet = 0;
    } else {
      quiet++;
      loud = 0;
    }
    if (!speaking && loud >= ONSET_FRAMES) {
      speaking = true;
      boundaries.add(new Started((frames - ONSET_FRAMES) * FRAME_MILLIS));
    } else if (speaking && quiet >= silenceFrames) {
      speaking = false;
      boundaries.add(new Stopped(frames * FRAME_MILLIS));
    }
  }

  /** Root mean square, 0 to 32768. */
  private double loudness() {
    double sum = 0;
    for (short sample : frame) {
      sum += (double) sample * sample;
    }
    return Math.sqrt(sum / frameSize);
  }
}
