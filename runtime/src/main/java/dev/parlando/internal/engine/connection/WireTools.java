package dev.parlando.internal.engine.connection;

import static java.util.Objects.requireNonNullElse;

import dev.parlando.internal.engine.io.ToolCatalog;
import dev.parlando.realtime.FunctionTool;
import dev.parlando.realtime.SessionTool;
import dev.parlando.realtime.ToolChoice;
import dev.parlando.tool.ToolDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tools as the Realtime protocol carries them. */
public final class WireTools {

  private WireTools() {}

  /**
   * The tools as a session update carries them.
   *
   * @param configured what the configuration has; of it, those that are no functions are kept, such
   *     as the tools of remote MCP servers
   */
  public static List<SessionTool> of(ToolCatalog catalog, @Nullable List<SessionTool> configured) {
    List<SessionTool> tools = new ArrayList<>();
    for (ToolDefinition tool : catalog.definitions()) {
      tools.add(FunctionTool.of(tool.name(), tool.description(), tool.parameters()));
    }
    if (configured != null) {
      configured.stream().filter(tool -> !(tool instanceof FunctionTool)).forEach(tools::add);
    }
    return List.copyOf(tools);
  }

  /** What is wrong with a choice of tools; null: nothing. */
  public static @Nullable String problem(ToolCatalog catalog, @Nullable ToolChoice choice) {
    if (choice instanceof ToolChoice.Function function
        && catalog.find(requireNonNullElse(function.name(), "")) == null) {
      return "The tool choice names "
          + function.name()
          + ", which is not among the tools: "
          + String.join(", ", catalog.names());
    }
    return choice == ToolChoice.Mode.REQUIRED && catalog.names().isEmpty()
        ? "The tool choice requires a call, but there are no tools"
        : null;
  }
}
