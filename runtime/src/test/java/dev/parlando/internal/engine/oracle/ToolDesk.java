package dev.parlando.internal.engine.oracle;

import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolOutcome;
import java.util.function.Consumer;

/** Runs the tools that the client starts. */
interface ToolDesk {

  /**
   * Starts a call.
   *
   * @param end takes how the call ended, once
   */
  void start(ToolCall call, Consumer<ToolOutcome> end);
}
