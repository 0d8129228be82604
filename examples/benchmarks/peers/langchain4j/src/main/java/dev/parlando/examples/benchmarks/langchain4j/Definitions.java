package dev.parlando.examples.benchmarks.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.agent.tool.ToolSpecifications;
import dev.langchain4j.internal.Json;
import dev.langchain4j.internal.JsonSchemaElementUtils;
import dev.langchain4j.service.tool.DefaultToolExecutor;
import dev.parlando.examples.benchmarks.work.Arguments;
import dev.parlando.examples.benchmarks.work.FreshJvm;
import dev.parlando.examples.benchmarks.work.ManyTools;
import dev.parlando.examples.benchmarks.work.Unit;
import java.nio.file.Path;
import java.util.List;

/** What definitions cost in a JVM that has done nothing else. */
public final class Definitions {

  private static final String TOOL =
      """
        @Tool(name = "get_forecast%1$d", value = "Gets the forecast of a city, as station %1$d sees it.")
        public Forecast getForecast%1$d(@P("the city") String city, @P(value = "the unit", required = false) Unit unit, @P("how many days") int days,
            @P("which fields") List<String> fields) {
          return forecaster.forecast(city, unit, days);
        }
      """;

  private Definitions() {}

  /** Prints the contender, prepares, or measures. */
  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      System.out.println("langchain4j");
    } else if (args[0].equals("prepare")) {
      ManyTools.compile(
          Path.of(args[1]), args[2], "import dev.langchain4j.agent.tool.*;", TOOL, "-proc:none");
    } else {
      Object tools = ManyTools.create();
      FreshJvm.measure(() -> definitions(tools, args[1]));
    }
  }

  private static int definitions(Object tools, String size) throws Exception {
    int length = 0;
    for (ToolSpecification tool : ToolSpecifications.toolSpecificationsFrom(tools)) {
      length += Json.toJson(JsonSchemaElementUtils.toMap(tool.parameters())).length();
    }
    if (size.equals(ManyTools.WITH_CALL)) {
      ToolExecutionRequest request =
          ToolExecutionRequest.builder()
              .id("call_1")
              .name("get_forecast0")
              .arguments(Arguments.texts()[0])
              .build();
      var method =
          tools
              .getClass()
              .getMethod("getForecast0", String.class, Unit.class, int.class, List.class);
      length += new DefaultToolExecutor(tools, method).execute(request, null).length();
    }
    return length;
  }
}
