package dev.parlando.examples.benchmarks.openai;

import com.openai.core.ObjectMappers;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseFunctionToolCall;
import dev.parlando.examples.benchmarks.work.Arguments;
import dev.parlando.examples.benchmarks.work.FreshJvm;
import dev.parlando.examples.benchmarks.work.ManyTools;
import java.nio.file.Path;

/** What definitions cost in a JVM that has done nothing else. */
public final class Definitions {

  private static final String TOOL =
      """
        @JsonTypeName("get_forecast%1$d")
        @JsonClassDescription("Gets the forecast of a city, as station %1$d sees it.")
        public record Query%1$d(
            @JsonPropertyDescription("the city") String city,
            @JsonPropertyDescription("the unit") Unit unit,
            @JsonPropertyDescription("how many days") int days,
            @JsonPropertyDescription("which fields") List<String> fields) {}
      """;

  private Definitions() {}

  /** Prints the contender, prepares, or measures. */
  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      System.out.println("openaiJava");
    } else if (args[0].equals("prepare")) {
      ManyTools.compile(
          Path.of(args[1]),
          args[2],
          "import com.fasterxml.jackson.annotation.*;",
          TOOL,
          "-proc:none");
    } else {
      Object tools = ManyTools.create();
      FreshJvm.measure(() -> definitions(tools, args[1]));
    }
  }

  private static int definitions(Object tools, String size) throws Exception {
    int length = 0;
    ResponseCreateParams.Builder request = ResponseCreateParams.builder().model("m").input("hi");
    for (int i = 0; i < ManyTools.count(size); i++) {
      request.addTool(Class.forName("tools.Tools$Query" + i));
    }
    length += ObjectMappers.jsonMapper().writeValueAsString(request.build().tools().get()).length();
    if (size.equals(ManyTools.WITH_CALL)) {
      var call =
          ResponseFunctionToolCall.builder()
              .arguments(Arguments.texts()[0])
              .callId("call_1")
              .name(Arguments.TOOL)
              .build();
      length += new Dispatch().answer(call).length();
    }
    return length;
  }
}
