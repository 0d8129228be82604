package dev.parlando.examples.benchmarks.spring;

import dev.parlando.examples.benchmarks.work.Arguments;
import dev.parlando.examples.benchmarks.work.FreshJvm;
import dev.parlando.examples.benchmarks.work.ManyTools;
import java.nio.file.Path;
import org.springframework.ai.support.ToolCallbacks;
import org.springframework.ai.tool.ToolCallback;

/** What definitions cost in a JVM that has done nothing else. */
public final class Definitions {

  private static final String TOOL =
      """
        @Tool(name = "get_forecast%1$d", description = "Gets the forecast of a city, as station %1$d sees it.")
        public Forecast getForecast%1$d(@ToolParam(description = "the city") String city, @ToolParam(description = "the unit", required = false) Unit unit, @ToolParam(description = "how many days") int days,
            @ToolParam(description = "which fields") List<String> fields) {
          return forecaster.forecast(city, unit, days);
        }
      """;

  private Definitions() {}

  /** Prints the contender, prepares, or measures. */
  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      System.out.println("springAi");
    } else if (args[0].equals("prepare")) {
      ManyTools.compile(
          Path.of(args[1]),
          args[2],
          "import org.springframework.ai.tool.annotation.*;",
          TOOL,
          "-proc:none");
    } else {
      Object tools = ManyTools.create();
      FreshJvm.measure(() -> definitions(tools, args[1]));
    }
  }

  private static int definitions(Object tools, String size) throws Exception {
    int length = 0;
    ToolCallback[] callbacks = ToolCallbacks.from(tools);
    for (ToolCallback callback : callbacks) {
      length += callback.getToolDefinition().inputSchema().length();
    }
    if (size.equals(ManyTools.WITH_CALL)) {
      length += callbacks[0].call(Arguments.texts()[0]).length();
    }
    return length;
  }
}
