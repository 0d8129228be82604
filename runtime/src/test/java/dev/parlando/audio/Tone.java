package dev.parlando.audio;

/** Sines to send through audio code, and how much of what comes out is one. */
final class Tone {

  private Tone() {}

  /** A sine as 16-bit PCM. */
  static byte[] sine(int rateHz, double toneHz, double amplitude, int samples) {
    byte[] pcm = new byte[samples * 2];
    for (int i = 0; i < samples; i++) {
      Pcm.put(pcm, i, (float) (amplitude * Math.sin(2 * Math.PI * toneHz * i / rateHz)));
    }
    return pcm;
  }

  /** The best sine of a frequency in the middle half, against all else there, in dB. */
  static double signalToNoise(byte[] pcm, int rateHz, double toneHz) {
    int from = pcm.length / 8;
    int to = pcm.length * 3 / 8;
    double[][] normal = new double[2][2];
    double[] right = new double[2];
    for (int i = from; i < to; i++) {
      double[] base = base(i, rateHz, toneHz);
      for (int r = 0; r < 2; r++) {
        right[r] += base[r] * Pcm.sample(pcm, i);
        for (int c = 0; c < 2; c++) {
          normal[r][c] += base[r] * base[c];
        }
      }
    }
    double determinant = normal[0][0] * normal[1][1] - normal[0][1] * normal[1][0];
    double sine = (right[0] * normal[1][1] - right[1] * normal[0][1]) / determinant;
    double cosine = (right[1] * normal[0][0] - right[0] * normal[1][0]) / determinant;
    double signal = 0;
    double noise = 0;
    for (int i = from; i < to; i++) {
      double[] base = base(i, rateHz, toneHz);
      double fitted = sine * base[0] + cosine * base[1];
      signal += fitted * fitted;
      noise += Math.pow(Pcm.sample(pcm, i) - fitted, 2);
    }
    return 10 * Math.log10(signal / noise);
  }

  /** The level of the middle half, in dB of a full-scale sine. */
  static double level(byte[] pcm) {
    int from = pcm.length / 8;
    int to = pcm.length * 3 / 8;
    double power = 0;
    for (int i = from; i < to; i++) {
      power += Math.pow(Pcm.sample(pcm, i) / 32768.0, 2);
    }
    return 10 * Math.log10(2 * power / (to - from));
  }

  private static double[] base(int index, int rateHz, double toneHz) {
    double angle = 2 * Math.PI * toneHz * index / rateHz;
    return new double[] {Math.sin(angle), Math.cos(angle)};
  }
}
