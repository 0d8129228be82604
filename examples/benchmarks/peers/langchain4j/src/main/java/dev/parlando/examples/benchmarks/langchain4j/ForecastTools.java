package dev.parlando.examples.benchmarks.langchain4j;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.service.tool.DefaultToolExecutor;
import dev.langchain4j.service.tool.ToolExecutor;
import dev.parlando.examples.benchmarks.work.Arguments;
import dev.parlando.examples.benchmarks.work.Forecast;
import dev.parlando.examples.benchmarks.work.ForecastQuery;
import dev.parlando.examples.benchmarks.work.Forecaster;
import dev.parlando.examples.benchmarks.work.Unit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tool, for LangChain4j. */
public final class ForecastTools {

  private final Forecaster forecaster = new Forecaster();

  /** Gets the forecast of a city. */
  @Tool(name = "get_forecast", value = "Gets the forecast of a city.")
  public Forecast getForecast(
      @P("the city") String city,
      @P(value = "the unit", required = false) @Nullable Unit unit,
      @P("how many days") int days,
      @P("which fields") List<String> fields) {
    return forecaster.forecast(new ForecastQuery(city, unit, days, fields));
  }

  /** Executors by the tool's name. */
  static Map<String, ToolExecutor> executors() {
    try {
      return Map.of(
          Arguments.TOOL,
          new DefaultToolExecutor(
              new ForecastTools(),
              ForecastTools.class.getMethod(
                  "getForecast", String.class, Unit.class, int.class, List.class)));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A call. */
  static String call(Map<String, ToolExecutor> executors, String id, String json) {
    ToolExecutionRequest request =
        ToolExecutionRequest.builder().id(id).name(Arguments.TOOL).arguments(json).build();
    return executors.get(request.name()).execute(request, null);
  }
}
