package dev.parlando.examples.benchmarks.parlando;

import dev.parlando.examples.benchmarks.work.Arguments;
import dev.parlando.tool.ToolContext;
import java.time.Instant;
import java.util.Optional;

/** The context of a call outside of any session. */
final class NoContext implements ToolContext {

  @Override
  public String callId() {
    return "call_1";
  }

  @Override
  public String toolName() {
    return Arguments.TOOL;
  }

  @Override
  public String sessionId() {
    return "";
  }

  @Override
  public boolean cancelled() {
    return false;
  }

  @Override
  public void onCancel(Runnable action) {}

  @Override
  public Optional<Instant> deadline() {
    return Optional.empty();
  }
}
