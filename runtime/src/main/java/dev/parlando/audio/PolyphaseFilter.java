package dev.parlando.audio;

/**
 * The low-pass filter of a change of rate, as one row of taps per phase: a sinc under a Kaiser
 * window. Between two rates it passes up to 0.43 of the lower one and stops from half of it, 80 dB
 * down, so neither images nor aliases come through. Immutable.
 *
 * @param phases how many output samples there are to {@code step} input samples
 * @param step see {@code phases}; the two have no common divisor
 * @param before how many input samples before the one at or before the output's time count
 * @param after how many input samples after it count
 * @param taps by phase, then by input sample
 */
@SuppressWarnings("ArrayRecordComponent") // Never leaves the package, never compared.
record PolyphaseFilter(int phases, int step, int before, int after, float[][] taps) {

  /** Reach to each side, in samples of the lower rate; it is the delay as well. */
  private static final int REACH = 36;

  /** Where the response has fallen by half, as a part of the lower rate. */
  private static final double CUTOFF = (0.43 + 0.5) / 2;

  /** Kaiser's formula for 80 dB. */
  private static final double BETA = 0.1102 * (80 - 8.7);

  static PolyphaseFilter between(int fromHz, int toHz) {
    if (fromHz == toHz) {
      return new PolyphaseFilter(1, 1, 0, 0, new float[][] {{1}});
    }
    int common = gcd(fromHz, toHz);
    int phases = toHz / common;
    double lower = Math.min(1.0, (double) toHz / fromHz);
    int after = (int) Math.ceil(REACH / lower);
    float[][] taps = new float[phases][];
    for (int phase = 0; phase < phases; phase++) {
      taps[phase] = row((double) phase / phases, after, lower);
    }
    return new PolyphaseFilter(phases, fromHz / common, after - 1, after, taps);
  }

  /** How many input samples one output sample is made of. */
  int width() {
    return before + 1 + after;
  }

  /** One output sample. */
  float apply(int phase, float[] samples, int from) {
    float[] row = taps[phase];
    float sum = 0;
    for (int i = 0; i < row.length; i++) {
      sum += row[i] * samples[from + i];
    }
    return sum;
  }

  /**
   * @param offset how long after an input sample the output is, in input samples
   * @param lower the lower rate as a part of the input's
   */
  private static float[] row(double offset, int after, double lower) {
    double[] row = new double[2 * after];
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      double distance = (i - after + 1 - offset) * lower;
      row[i] = sinc(2 * CUTOFF * distance) * window(distance / REACH);
      sum += row[i];
    }
    float[] taps = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      // So that no phase is louder than another.
      taps[i] = (float) (row[i] / sum);
    }
    return taps;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  private static double window(double x) {
    return Math.abs(x) >= 1 ? 0 : bessel(BETA * Math.sqrt(1 - x * x)) / bessel(BETA);
  }

  /** The modified Bessel function of the first kind and order zero, by its series. */
  private static double bessel(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; term > sum * 1e-17; k++) {
      term *= (x / (2 * k)) * (x / (2 * k));
      sum += term;
    }
    return sum;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
