package dev.parlando.audio;

import java.util.Arrays;
import java.util.List;

/**
 * Changes the sample rate of a stream of signed 16-bit little-endian mono audio.
 *
 * <p>It keeps what the next chunk needs, so a stream gives the same bytes however it is cut into
 * chunks. The output is {@code ceil(input samples × to / from)} samples when the stream is {@link
 * #finish() finished}, in time with the input. What comes out lags by 36 samples of the lower rate:
 * 1.5 ms between 24 and 48 kHz, 4.5 ms between 8 and 24 kHz. Frequencies up to 0.43 of the lower
 * rate pass.
 *
 * <p>One stream per instance; not safe for use by several threads.
 */
public final class Resampler {

  private static final List<Integer> RATES = List.of(8_000, 16_000, 24_000, 44_100, 48_000);

  private final PolyphaseFilter filter;
  private float[] kept;
  private int skip;
  private int phase;

  private Resampler(PolyphaseFilter filter) {
    this.filter = filter;
    this.kept = new float[filter.before()];
  }

  /**
   * A resampler for one stream. Between equal rates it gives back what it gets.
   *
   * @param fromHz the rate of what comes: 8000, 16000, 24000, 44100 or 48000 Hz
   * @param toHz the rate that is wanted, one of the same
   * @throws IllegalArgumentException if a rate is another
   */
  public static Resampler between(int fromHz, int toHz) {
    return new Resampler(PolyphaseFilter.between(supported(fromHz), supported(toHz)));
  }

  private static int supported(int rateHz) {
    if (!RATES.contains(rateHz)) {
      throw new IllegalArgumentException(
          "A sample rate of " + rateHz + " Hz can't be resampled. Supported are " + RATES + " Hz.");
    }
    return rateHz;
  }

  /**
   * Takes the next chunk of the stream.
   *
   * @param pcm whole samples, any number of them
   * @return what can be said of the output so far; may be empty
   * @throws IllegalArgumentException if the chunk ends within a sample
   */
  public byte[] resample(byte[] pcm) {
    Pcm.requireWholeSamples(pcm);
    float[] samples = Arrays.copyOf(kept, kept.length + pcm.length / Pcm.BYTES_PER_SAMPLE);
    for (int i = kept.length; i < samples.length; i++) {
      samples[i] = Pcm.sample(pcm, i - kept.length);
    }
    return filter(samples);
  }

  /**
   * Ends the stream, as if silence followed. The next chunk begins another.
   *
   * @return the rest of the output
   */
  public byte[] finish() {
    byte[] rest = filter(Arrays.copyOf(kept, kept.length + filter.after()));
    reset();
    return rest;
  }

  /** Forgets the stream. The next chunk begins another. */
  public void reset() {
    kept = new float[filter.before()];
    skip = 0;
    phase = 0;
  }

  private byte[] filter(float[] samples) {
    byte[] out = new byte[outputs(samples.length) * Pcm.BYTES_PER_SAMPLE];
    int at = skip;
    for (int i = 0; i < out.length / Pcm.BYTES_PER_SAMPLE; i++) {
      Pcm.put(out, i, filter.apply(phase, samples, at));
      phase += filter.step();
      at += phase / filter.phases();
      phase %= filter.phases();
    }
    // A step down may go beyond what is here yet.
    int end = Math.min(at, samples.length);
    kept = Arrays.copyOfRange(samples, end, samples.length);
    skip = at - end;
    return out;
  }

  /** How many output samples have all the input they are made of. */
  private int outputs(int available) {
    long starts = (available - skip - filter.width() + 1L) * filter.phases() - phase;
    return (int) Math.max(0, -Math.floorDiv(-starts, filter.step()));
  }
}
