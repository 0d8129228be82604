package dev.parlando.examples.benchmarks.work;

import java.util.Random;

/** Audio to send and receive. */
public final class Audio {

  private Audio() {}

  /** A tone with a little noise, as samples of 16 bits. */
  public static byte[] pcm(int bytes, long seed) {
    Random noise = new Random(seed);
    byte[] pcm = new byte[bytes];
    for (int i = 0; i + 1 < bytes; i += 2) {
      int sample = (int) (9000 * Math.sin(i / 40.0) + 400 * noise.nextGaussian());
      pcm[i] = (byte) sample;
      pcm[i + 1] = (byte) (sample >> 8);
    }
    return pcm;
  }

  /** Eight pieces of one length. */
  public static byte[][] pieces(int bytes) {
    byte[][] pieces = new byte[8][];
    for (int i = 0; i < pieces.length; i++) {
      pieces[i] = pcm(bytes, i);
    }
    return pieces;
  }
}
