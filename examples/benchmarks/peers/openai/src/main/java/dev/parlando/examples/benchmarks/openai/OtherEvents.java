package dev.parlando.examples.benchmarks.openai;

import dev.parlando.examples.benchmarks.work.Recording;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Messages of all kinds but audio. Each client gets the dialect that it knows. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OtherEvents {

  private final String[] beta = Recording.other("beta");
  private final String[] ga = Recording.other("ga");
  private int next;

  /** Proves that all come to something, and audio to the same. */
  @Setup
  public void check() throws IOException {
    for (int i = 0; i < beta.length; i++) {
      next = i;
      Objects.requireNonNull(openaiJava());
      next = i;
      Objects.requireNonNull(simpleOpenAi());
      next = i;
      Objects.requireNonNull(azureVoiceLive());
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
