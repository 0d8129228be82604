package dev.parlando.examples.benchmarks.openai;

import dev.parlando.examples.benchmarks.work.Recording;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A message with audio to its samples. Each client gets the dialect that it knows. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AudioDelta {

  private final String[] beta = Recording.audio("beta");
  private final String[] ga = Recording.audio("ga");
  private int next;

  /** Proves that all come to something, and audio to the same. */
  @Setup
  public void check() throws IOException {
    for (int i = 0; i < beta.length; i++) {
      byte[] audio = Recording.samples(beta.length)[i];
      next = i;
      same(audio, openaiJava());
      next = i;
      same(audio, simpleOpenAi());
      next = i;
      same(audio, azureVoiceLive());
    }
  }

  private static void same(byte[] expected, Object actual) {
    if (!(actual instanceof byte[] bytes) || !Arrays.equals(expected, bytes)) {
      throw new IllegalStateException("Other samples");
    }
  }

  private String next(String[] messages) {
    String message = messages[next % messages.length];
    next = next + 1 == messages.length ? 0 : next + 1;
    return message;
  }

  /** The model alone; its own client parses the text once more before. */
  @Benchmark
  public Object openaiJava() throws IOException {
    return Clients.openaiJava(next(ga));
  }

  /** simple-openai. */
  @Benchmark
  public Object simpleOpenAi() {
    return Clients.simpleOpenAi(next(beta));
  }

  /** Azure Voice Live. */
  @Benchmark
  public Object azureVoiceLive() throws IOException {
    return Clients.voiceLive(next(beta));
  }
}
