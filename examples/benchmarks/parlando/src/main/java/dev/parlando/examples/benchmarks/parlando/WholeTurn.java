package dev.parlando.examples.benchmarks.parlando;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlando.examples.benchmarks.work.Answers;
import dev.parlando.examples.benchmarks.work.Forecaster;
import dev.parlando.examples.benchmarks.work.Turn;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.Dialect;
import dev.parlando.realtime.EventCodec;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.ResponseEvent;
import dev.parlando.realtime.ServerEvent;
import dev.parlando.tool.ArgumentOptions;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolContext;
import dev.parlando.tool.ToolSet;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A message that calls a tool to the two messages that answer it. The engine is another row. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WholeTurn {

  private final byte[][] calls =
      Arrays.stream(Turn.calls()).map(text -> text.getBytes(UTF_8)).toArray(byte[][]::new);
  private final EventCodec<ServerEvent> reader = EventCodec.server();
  private final EventCodec<ClientEvent> writer = EventCodec.client();
  private final ToolSet tools = new ForecastAgentTools(new ForecastAgent());
  private final ToolContext context = new NoContext();
  private final HandTurn hand = new HandTurn(new Forecaster());
  private int next;

  /** Proves that all come to the same. */
  @Setup
  public void check() throws Exception {
    for (int i = 0; i < calls.length; i++) {
      next = i;
      Answers.same(Turn.answer(i), text(parlando()));
      next = i;
      Answers.same(Turn.answer(i), text(hand()));
    }
  }

  private static String text(byte[][] messages) {
    return new String(messages[0], UTF_8) + new String(messages[1], UTF_8);
  }

  /** Codec, decoder, checks, tool, and codec again. */
  @Benchmark
  public byte[][] parlando() throws Exception {
    var done = (ResponseEvent.FunctionCallArgumentsDone) reader.read(calls[next++ & 3]);
    ToolCall call = new ToolCall(text(done.callId()), text(done.name()), text(done.arguments()));
    String output = tools.prepare(call, ArgumentOptions.DEFAULT).invoke(context).output();
    Item item = Item.functionCallOutput(call.callId(), output);
    return new byte[][] {
      writer.write(new ClientEvent.ItemCreate(item), Dialect.GA),
      writer.write(new ClientEvent.ResponseCreate(null), Dialect.GA)
    };
  }

  private static String text(@Nullable String text) {
    return Objects.requireNonNull(text);
  }

  /** Jackson's streaming API, used by hand. */
  @Benchmark
  public byte[][] hand() {
    return hand.answer(calls[next++ & 3]);
  }
}
