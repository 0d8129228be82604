package dev.parlando.examples.benchmarks.parlando;

import dev.parlando.examples.benchmarks.work.Arguments;
import dev.parlando.examples.benchmarks.work.Forecaster;
import dev.parlando.examples.benchmarks.work.FreshJvm;
import dev.parlando.examples.benchmarks.work.ManyTools;
import dev.parlando.tool.ArgumentOptions;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolDefinition;
import dev.parlando.tool.ToolSet;
import dev.parlando.tool.ToolSets;
import java.io.File;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.function.Supplier;

/** What definitions cost in a JVM that has done nothing else, beside constants. */
public final class Definitions {

  private static final String TOOL =
      """
        record Query%1$d(@NotBlank String city, @Nullable Unit unit, @Min(1) @Max(10) int days,
            List<String> fields) {}
        /**
         * Gets the forecast of a city, as station %1$d sees it.
         */
        @Tool
        Forecast getForecast%1$d(Query%1$d query) {
          return forecaster.forecast(query.city(), query.unit(), query.days());
        }
      """;

  private static final String MAKE_CONSTANTS =
      """
      };}}
      class MakeConstants implements java.util.function.Supplier<Object> {
        public Object get() { return Constants.definitions(); }
      }
      """;

  private Definitions() {}

  /** Prints the contenders, prepares, or measures one. */
  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      System.out.println("parlando\nconstant");
    } else if (args[0].equals("prepare")) {
      prepare(Path.of(args[1]), args[2]);
    } else {
      String name = args[0].equals("parlando") ? "tools.MakeTools" : "tools.MakeConstants";
      Supplier<?> made = make(name);
      String json = Arguments.texts()[0];
      boolean call = args[1].equals(ManyTools.WITH_CALL);
      if (args[0].equals("parlando")) {
        FreshJvm.measure(() -> parlando((ToolSet) made.get(), call, json));
      } else {
        FreshJvm.measure(() -> constant((String[]) made.get(), call, json));
      }
    }
  }

  private static Supplier<?> make(String name) throws ReflectiveOperationException {
    Constructor<?> constructor = Class.forName(name).getDeclaredConstructor();
    constructor.setAccessible(true);
    return (Supplier<?>) constructor.newInstance();
  }

  private static int parlando(ToolSet tools, boolean withCall, String json) throws Exception {
    int length = 0;
    for (ToolDefinition definition : tools.definitions()) {
      length += definition.parameters().length();
    }
    if (withCall) {
      ToolCall call = new ToolCall("call_1", "get_forecast0", json);
      length +=
          tools.prepare(call, ArgumentOptions.DEFAULT).invoke(new NoContext()).output().length();
    }
    return length;
  }

  private static int constant(String[] definitions, boolean withCall, String json) {
    int length = 0;
    for (String definition : definitions) {
      length += definition.length();
    }
    if (withCall) {
      length += new HandTool(new Forecaster()).dispatch(Arguments.TOOL, json).length();
    }
    return length;
  }

  private static void prepare(Path folder, String size) throws Exception {
    ManyTools.compile(
        folder,
        size,
        "import dev.parlando.*; import jakarta.validation.constraints.*;"
            + "import org.jspecify.annotations.Nullable;",
        TOOL);
    ManyTools.compileClass(
        folder,
        "MakeTools",
        "package tools;\npublic class MakeTools implements java.util.function.Supplier<Object> {\n"
            + "public Object get() { return new ToolsTools(new Tools()); }}",
        "-proc:none",
        "-cp",
        System.getProperty("java.class.path") + File.pathSeparator + folder);
    StringBuilder constants =
        new StringBuilder(
            "package tools;\nclass Constants {\n"
                + "static String[] definitions() { return new String[] {\n");
    try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      Object agent = loader.loadClass("tools.Tools").getDeclaredConstructor().newInstance();
      for (ToolDefinition definition : ToolSets.of(agent).definitions()) {
        String escaped = definition.parameters().replace("\\", "\\\\").replace("\"", "\\\"");
        constants.append('"').append(escaped).append("\",\n");
      }
    }
    ManyTools.compileClass(
        folder, "Constants", constants.append(MAKE_CONSTANTS).toString(), "-proc:none");
  }
}
