package dev.parlando.examples.benchmarks.parlando;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlando.examples.benchmarks.work.Answers;
import dev.parlando.examples.benchmarks.work.Audio;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.Dialect;
import dev.parlando.realtime.EventCodec;
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

/** Samples to the message that appends them, as bytes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Append {

  private static final byte[] BEFORE =
      "{\"type\":\"input_audio_buffer.append\",\"audio\":\"".getBytes(UTF_8);

  /** 20 and 100 ms. */
  @Param({"960", "4800"})
  public int bytes;

  private byte[][] pieces = {};
  private byte[] base64 = {};
  private final EventCodec<ClientEvent> codec = EventCodec.client();
  private int next;

  /** Proves that all come to the same. */
  @Setup
  public void check() {
    pieces = Audio.pieces(bytes);
    base64 = new byte[(bytes + 2) / 3 * 4];
    for (int i = 0; i < pieces.length; i++) {
      next = i;
      String ours = new String(parlando(), UTF_8);
      next = i;
      Answers.same(ours, new String(hand(), UTF_8));
    }
  }

  private byte[] next() {
    return pieces[next++ & 7];
  }

  /** As the session does it. */
  @Benchmark
  public byte[] parlando() {
    return codec.write(new ClientEvent.AudioAppend(next()), Dialect.GA);
  }

  /** Bytes by hand, with a buffer of their own for the base64. */
  @Benchmark
  public byte[] hand() {
    int length = Base64.getEncoder().encode(next(), base64);
    byte[] message = new byte[BEFORE.length + length + 2];
    System.arraycopy(BEFORE, 0, message, 0, BEFORE.length);
    System.arraycopy(base64, 0, message, BEFORE.length, length);
    message[message.length - 2] = '"';
    message[message.length - 1] = '}';
    return message;
  }
}
