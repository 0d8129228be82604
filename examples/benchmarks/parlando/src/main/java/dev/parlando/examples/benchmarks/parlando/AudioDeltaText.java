package dev.parlando.examples.benchmarks.parlando;

import dev.parlando.examples.benchmarks.work.Recording;
import dev.parlando.realtime.EventCodec;
import dev.parlando.realtime.MalformedEventException;
import dev.parlando.realtime.ResponseEvent;
import dev.parlando.realtime.ServerEvent;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The text of a message with audio to its samples, for transports that have no bytes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AudioDeltaText {

  private final String[] messages = Recording.audio("beta");
  private final EventCodec<ServerEvent> codec = EventCodec.server();
  private int next;

  /** Proves that all come to the same. */
  @Setup
  public void check() throws MalformedEventException {
    byte[][] audio = Recording.samples(messages.length);
    for (int i = 0; i < messages.length; i++) {
      next = i;
      HandAudio.same(audio[i], ((ResponseEvent.AudioDelta) parlando()).audio());
      next = i;
      HandAudio.same(audio[i], scan());
    }
  }

  private String next() {
    String message = messages[next];
    next = next + 1 == messages.length ? 0 : next + 1;
    return message;
  }

  /** The codec, given text. */
  @Benchmark
  public ServerEvent parlando() throws MalformedEventException {
    return codec.read(next());
  }

  /** Finds the payload in the text and decodes it, and looks at nothing else. */
  @Benchmark
  public byte[] scan() {
    return HandAudio.samples(next());
  }
}
