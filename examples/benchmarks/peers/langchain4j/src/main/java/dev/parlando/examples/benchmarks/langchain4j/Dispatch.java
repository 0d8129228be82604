package dev.parlando.examples.benchmarks.langchain4j;

import dev.langchain4j.service.tool.ToolExecutor;
import dev.parlando.examples.benchmarks.work.Answers;
import dev.parlando.examples.benchmarks.work.Arguments;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Dispatch by LangChain4j. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Dispatch {

  private final Map<String, ToolExecutor> executors = ForecastTools.executors();
  private final String[] arguments = Arguments.texts();
  private int next;

  /** Proves that it comes to the same. */
  @Setup
  public void check() {
    for (int i = 0; i < arguments.length; i++) {
      Answers.check(i, langchain4j());
    }
  }

  /** A call. */
  @Benchmark
  public String langchain4j() {
    return ForecastTools.call(executors, "call_1", arguments[next++ & 3]);
  }
}
