package dev.parlando.examples.benchmarks.adk;

import com.fasterxml.jackson.core.type.TypeReference;
import com.google.adk.JsonBaseModel;
import com.google.adk.tools.FunctionTool;
import dev.parlando.examples.benchmarks.work.Arguments;
import dev.parlando.examples.benchmarks.work.FreshJvm;
import dev.parlando.examples.benchmarks.work.ManyTools;
import java.nio.file.Path;
import java.util.Map;

/** What definitions cost in a JVM that has done nothing else. */
public final class Definitions {

  private static final String TOOL =
      """
        @Schema(name = "get_forecast%1$d", description = "Gets the forecast of a city, as station %1$d sees it.")
        public Forecast getForecast%1$d(@Schema(name = "city") String city, @Schema(name = "unit", optional = true) Unit unit, @Schema(name = "days") int days,
            @Schema(name = "fields") List<String> fields) {
          return forecaster.forecast(city, unit, days);
        }
      """;

  private Definitions() {}

  /** Prints the contender, prepares, or measures. */
  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      System.out.println("adk");
    } else if (args[0].equals("prepare")) {
      ManyTools.compile(
          Path.of(args[1]),
          args[2],
          "import com.google.adk.tools.Annotations.Schema;",
          TOOL,
          "-proc:none");
    } else {
      Object tools = ManyTools.create();
      FreshJvm.measure(() -> definitions(tools, args[1]));
    }
  }

  private static int definitions(Object tools, String size) throws Exception {
    int length = 0;
    FunctionTool last = null;
    for (int i = 0; i < ManyTools.count(size); i++) {
      last = FunctionTool.create(tools, "getForecast" + i);
      length += last.declaration().get().toJson().length();
    }
    if (size.equals(ManyTools.WITH_CALL)) {
      var mapper = JsonBaseModel.getMapper();
      Map<String, Object> arguments =
          mapper.readValue(Arguments.texts()[0], new TypeReference<Map<String, Object>>() {});
      Object answer = last.runAsync(arguments, null).blockingGet();
      length += mapper.writeValueAsString(answer).length();
    }
    return length;
  }
}
