package dev.parlando.examples.benchmarks.langchain4j;

import dev.langchain4j.service.tool.ToolExecutor;
import dev.parlando.examples.benchmarks.work.Turn;
import io.github.sashirestela.cleverclient.util.JsonUtil;
import io.github.sashirestela.openai.domain.realtime.BaseEvent;
import io.github.sashirestela.openai.domain.realtime.ClientEvent;
import io.github.sashirestela.openai.domain.realtime.Item;
import io.github.sashirestela.openai.domain.realtime.ServerEvent;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A whole turn: simple-openai's events, LangChain4j's tools. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WholeTurn {

  private final Map<String, ToolExecutor> executors = ForecastTools.executors();
  private final String[] calls = Turn.calls();
  private int next;

  /** Proves that it answers with the forecast. */
  @Setup
  public void check() {
    for (int i = 0; i < calls.length; i++) {
      String answer = String.join("", simpleOpenAiWithLangchain4j());
      if (!answer.contains("Wednesday") || !answer.contains("response.create")) {
        throw new IllegalStateException(answer);
      }
    }
  }

  /** A turn. */
  @Benchmark
  public String[] simpleOpenAiWithLangchain4j() {
    var done =
        (ServerEvent.ResponseFunctionCallArgumentsDone)
            JsonUtil.jsonToObject(calls[next++ & 3], BaseEvent.class);
    String output = ForecastTools.call(executors, done.getCallId(), done.getArguments());
    Item item =
        Item.builder()
            .type(Item.ItemType.FUNCTION_CALL_OUTPUT)
            .callId(done.getCallId())
            .output(output)
            .build();
    return new String[] {
      JsonUtil.objectToJson(ClientEvent.ConversationItemCreate.of(item)),
      JsonUtil.objectToJson(ClientEvent.ResponseCreate.of(null))
    };
  }
}
