package dev.parlando.examples.benchmarks.openai;

import dev.parlando.examples.benchmarks.work.Audio;
import java.io.IOException;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Samples to the message that appends them, as text. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Append {

  /** 20 and 100 ms. */
  @Param({"960", "4800"})
  public int bytes;

  private byte[][] pieces = {};
  private int next;

  /** Proves that all write the audio. */
  @Setup
  public void check() throws IOException {
    pieces = Audio.pieces(bytes);
    String base64 = Base64.getEncoder().encodeToString(pieces[0]);
    for (String message :
        new String[] {
          Clients.openaiJava(pieces[0]),
          Clients.simpleOpenAi(pieces[0]),
          Clients.voiceLive(pieces[0])
        }) {
      if (!message.contains(base64) || !message.contains("input_audio_buffer.append")) {
        throw new IllegalStateException(message);
      }
    }
  }

  /** openai-java. */
  @Benchmark
  public String openaiJava() throws IOException {
    return Clients.openaiJava(pieces[next++ & 7]);
  }

  /** simple-openai. */
  @Benchmark
  public String simpleOpenAi() {
    return Clients.simpleOpenAi(pieces[next++ & 7]);
  }

  /** Azure Voice Live. */
  @Benchmark
  public String azureVoiceLive() throws IOException {
    return Clients.voiceLive(pieces[next++ & 7]);
  }
}
