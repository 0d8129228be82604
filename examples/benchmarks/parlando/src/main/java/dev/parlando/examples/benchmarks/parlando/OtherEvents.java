package dev.parlando.examples.benchmarks.parlando;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlando.examples.benchmarks.work.Answers;
import dev.parlando.examples.benchmarks.work.Recording;
import dev.parlando.realtime.EventCodec;
import dev.parlando.realtime.MalformedEventException;
import dev.parlando.realtime.ServerEvent;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Messages of all kinds but audio, in the order of a recorded conversation. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OtherEvents {

  private final byte[][] messages =
      Arrays.stream(Recording.other("beta"))
          .map(text -> text.getBytes(UTF_8))
          .toArray(byte[][]::new);
  private final EventCodec<ServerEvent> codec = EventCodec.server();
  private int next;

  /** Proves that all come to the same, but for the fields that the hand drops. */
  @Setup
  public void check() throws MalformedEventException {
    for (int i = 0; i < messages.length; i++) {
      next = i;
      String ours = parlando().toString().replaceAll("(, )?extras=\\[[^\\]]*\\]", "");
      next = i;
      Answers.same(ours, hand().toString().replaceAll("(, )?extras=\\[[^\\]]*\\]", ""));
    }
  }

  private byte[] next() {
    byte[] message = messages[next];
    next = next + 1 == messages.length ? 0 : next + 1;
    return message;
  }

  /** As the session does it. */
  @Benchmark
  public ServerEvent parlando() throws MalformedEventException {
    return codec.read(next());
  }

  /** Jackson's streaming API, used by hand, into the same records. */
  @Benchmark
  public ServerEvent hand() {
    return HandEvents.read(next());
  }
}
