package dev.parlando.examples.benchmarks.openai;

import com.openai.models.responses.ResponseFunctionToolCall;
import com.openai.models.responses.ResponseInputItem;
import dev.parlando.examples.benchmarks.work.Answers;
import dev.parlando.examples.benchmarks.work.Arguments;
import dev.parlando.examples.benchmarks.work.ForecastQuery;
import dev.parlando.examples.benchmarks.work.Forecaster;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** openai-java parses and writes; what is called for a name is the application's affair. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Dispatch {

  private final Forecaster forecaster = new Forecaster();
  private final ResponseFunctionToolCall[] calls =
      Arrays.stream(Arguments.texts())
          .map(
              json ->
                  ResponseFunctionToolCall.builder()
                      .arguments(json)
                      .callId("call_1")
                      .name(Arguments.TOOL)
                      .build())
          .toArray(ResponseFunctionToolCall[]::new);
  private int next;

  /** Proves that it comes to the same. */
  @Setup
  public void check() {
    for (int i = 0; i < calls.length; i++) {
      Answers.check(i, openaiJava());
    }
  }

  /** A call. */
  @Benchmark
  public String openaiJava() {
    return answer(calls[next++ & 3]);
  }

  String answer(ResponseFunctionToolCall call) {
    return ResponseInputItem.FunctionCallOutput.builder()
        .callId(call.callId())
        .outputAsJson(forecaster.forecast(call.arguments(ForecastQuery.class)))
        .build()
        .output()
        .asString();
  }
}
