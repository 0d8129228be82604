package dev.parlando.examples.benchmarks.parlando;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlando.examples.benchmarks.work.Recording;
import dev.parlando.realtime.EventCodec;
import dev.parlando.realtime.MalformedEventException;
import dev.parlando.realtime.ResponseEvent;
import dev.parlando.realtime.ServerEvent;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The bytes of a message with audio to its samples. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AudioDelta {

  private final byte[][] messages = bytes(Recording.audio("beta"));
  private final byte[][] payloads =
      bytes(Arrays.stream(Recording.audio("beta")).map(HandAudio::payload).toArray(String[]::new));
  private final EventCodec<ServerEvent> codec = EventCodec.server();
  private int next;

  private static byte[][] bytes(String[] texts) {
    return Arrays.stream(texts).map(text -> text.getBytes(UTF_8)).toArray(byte[][]::new);
  }

  /** Proves that all come to the same. */
  @Setup
  public void check() throws MalformedEventException {
    byte[][] audio = Recording.samples(messages.length);
    for (int i = 0; i < messages.length; i++) {
      next = i;
      HandAudio.same(audio[i], ((ResponseEvent.AudioDelta) parlando()).audio());
      next = i;
      HandAudio.same(audio[i], hand());
      next = i;
      HandAudio.same(audio[i], base64());
    }
  }

  private int next() {
    int current = next;
    next = current + 1 == messages.length ? 0 : current + 1;
    return current;
  }

  /** As the session does it. */
  @Benchmark
  public ServerEvent parlando() throws MalformedEventException {
    return codec.read(messages[next()]);
  }

  /** Jackson's streaming API, used by hand. */
  @Benchmark
  public byte[] hand() {
    return HandAudio.samples(messages[next()]);
  }

  /** What can't be saved: the JDK's decoder, with nothing around the payload. */
  @Benchmark
  public byte[] base64() {
    return Base64.getDecoder().decode(payloads[next()]);
  }
}
