package dev.parlando.examples.web;

import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The context of a call that a person made. */
final class HandContext implements ToolContext {

  private final ToolCall call;
  private final Instant deadline;
  private final CompletableFuture<Void> cancelled = new CompletableFuture<>();

  HandContext(ToolCall call, Duration limit) {
    this.call = call;
    this.deadline = Instant.now().plus(limit);
  }

  @Override
  public String callId() {
    return call.callId();
  }

  @Override
  public String toolName() {
    return call.name();
  }

  @Override
  public String sessionId() {
    return "";
  }

  @Override
  public boolean cancelled() {
    return cancelled.isDone();
  }

  @Override
  public void onCancel(Runnable action) {
    var unused = cancelled.thenRun(action);
  }

  @Override
  public Optional<Instant> deadline() {
    return Optional.of(deadline);
  }

  /** Nobody waits any more. */
  void cancel() {
    cancelled.complete(null);
  }
}
