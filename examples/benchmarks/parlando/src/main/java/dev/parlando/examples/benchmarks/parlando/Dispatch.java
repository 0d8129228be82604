package dev.parlando.examples.benchmarks.parlando;

import dev.parlando.examples.benchmarks.work.Answers;
import dev.parlando.examples.benchmarks.work.Arguments;
import dev.parlando.examples.benchmarks.work.Forecaster;
import dev.parlando.tool.ArgumentOptions;
import dev.parlando.tool.InvalidArgumentsException;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolContext;
import dev.parlando.tool.ToolSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** JSON arguments to a record, checks, the method, and its nested record to JSON. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Dispatch {

  private final ToolSet tools = new ForecastAgentTools(new ForecastAgent());
  private final HandTool hand = new HandTool(new Forecaster());
  private final ToolContext context = new NoContext();
  private final String[] arguments = Arguments.texts();
  private int next;

  /** Proves that all come to the same. */
  @Setup
  public void check() throws Exception {
    for (int i = 0; i < arguments.length; i++) {
      Answers.check(i, parlando());
      next = i;
      Answers.check(i, hand());
    }
  }

  private String next() {
    return arguments[next++ & 3];
  }

  /** As the session does it. */
  @Benchmark
  public String parlando() throws Exception {
    return dispatch(next());
  }

  private String dispatch(String json) throws Exception {
    try {
      ToolCall call = new ToolCall("call_1", Arguments.TOOL, json);
      return tools.prepare(call, ArgumentOptions.DEFAULT).invoke(context).output();
    } catch (InvalidArgumentsException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Jackson's streaming API, used by hand. */
  @Benchmark
  public String hand() {
    return hand.dispatch(Arguments.TOOL, next());
  }
}
