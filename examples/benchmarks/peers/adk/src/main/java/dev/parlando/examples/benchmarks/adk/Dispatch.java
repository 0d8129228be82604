package dev.parlando.examples.benchmarks.adk;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.adk.JsonBaseModel;
import com.google.adk.tools.FunctionTool;
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

/** Dispatch by ADK, with JSON on both sides. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Dispatch {

  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private final ObjectMapper mapper = JsonBaseModel.getMapper();
  private final Map<String, FunctionTool> tools =
      Map.of(Arguments.TOOL, FunctionTool.create(new ForecastTools(), "getForecast"));
  private final String[] arguments = Arguments.texts();
  private int next;

  /** Proves that it comes to the same. */
  @Setup
  public void check() throws Exception {
    for (int i = 0; i < arguments.length; i++) {
      Answers.check(i, adk());
    }
  }

  /** A call. */
  @Benchmark
  public String adk() throws Exception {
    return call(arguments[next++ & 3]);
  }

  String call(String json) throws Exception {
    FunctionTool tool = tools.get(Arguments.TOOL);
    return mapper.writeValueAsString(
        tool.runAsync(mapper.readValue(json, MAP), null).blockingGet());
  }
}
