package dev.parlando.examples.benchmarks.spring;

import dev.parlando.examples.benchmarks.work.Answers;
import dev.parlando.examples.benchmarks.work.Arguments;
import dev.parlando.examples.benchmarks.work.ForecastQuery;
import dev.parlando.examples.benchmarks.work.Forecaster;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.springframework.ai.support.ToolCallbacks;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.function.FunctionToolCallback;

/** Dispatch by Spring AI. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Dispatch {

  private final ToolCallback method = ToolCallbacks.from(new ForecastTools())[0];
  private final Forecaster forecaster = new Forecaster();
  private final ToolCallback function =
      FunctionToolCallback.builder(
              Arguments.TOOL, (ForecastQuery query) -> forecaster.forecast(query))
          .description("Gets the forecast of a city.")
          .inputType(ForecastQuery.class)
          .build();
  private final String[] arguments = Arguments.texts();
  private int next;

  /** Proves that both come to the same. */
  @Setup
  public void check() {
    for (int i = 0; i < arguments.length; i++) {
      next = i;
      Answers.check(i, springAi());
      next = i;
      Answers.check(i, springAiFunction());
    }
  }

  /** An annotated method. */
  @Benchmark
  public String springAi() {
    return method.call(arguments[next++ & 3]);
  }

  /** A function of the record. */
  @Benchmark
  public String springAiFunction() {
    return function.call(arguments[next++ & 3]);
  }
}
