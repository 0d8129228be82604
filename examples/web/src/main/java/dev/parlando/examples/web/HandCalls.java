package dev.parlando.examples.web;

import dev.parlando.tool.ArgumentOptions;
import dev.parlando.tool.InvalidArgumentsException;
import dev.parlando.tool.Repair;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolDefinition;
import dev.parlando.tool.ToolException;
import dev.parlando.tool.ToolInvocation;
import dev.parlando.tool.ToolResult;
import dev.parlando.tool.ToolSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Calls tools for a person, through the same checks as for a model, and tells nobody else. */
final class HandCalls {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ToolSet tools;
  private final ExecutorService threads;

  HandCalls(ToolSet tools, ExecutorService threads) {
    this.tools = tools;
    this.threads = threads;
  }

  /**
   * Calls a tool.
   *
   * @param told a frame with the outcome, on another thread
   * @throws RefusedFrameException if there is no such tool
   */
  void call(PageFrame.CallByHand asked, Consumer<String> told) throws RefusedFrameException {
    ToolDefinition tool =
        tools.definitions().stream()
            .filter(each -> each.name().equals(asked.tool()))
            .findFirst()
            .orElseThrow(
                () -> new RefusedFrameException("There is no tool \"" + asked.tool() + "\"."));
    threads.execute(() -> told.accept(outcome(asked, tool)));
  }

  private String outcome(PageFrame.CallByHand asked, ToolDefinition tool) {
    ToolCall call = new ToolCall("hand_" + asked.id(), tool.name(), asked.arguments().toString());
    HandCallOutcome outcome = new HandCallOutcome(asked.id(), tool, tools.masked(call));
    List<Repair> repairs = new ArrayList<>();
    long start = System.nanoTime();
    try {
      ToolResult result =
          run(
              tools.prepare(call, ArgumentOptions.DEFAULT.withRepairListener(repairs::add)),
              call,
              tool);
      return outcome.output(result.output(), repairs, msSince(start));
    } catch (InvalidArgumentsException invalid) {
      return outcome.violations(invalid.violations(), msSince(start));
    } catch (ToolException refused) {
      return outcome.problem("failed", String.valueOf(refused.getMessage()), msSince(start));
    } catch (TimeoutException late) {
      return outcome.problem("timed_out", "The tool did not return in time.", msSince(start));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return outcome.problem("failed", "The console stopped.", msSince(start));
    } catch (Exception | Error thrown) {
      // A developer looks at this, so the type of what was thrown may be told; the model is not.
      String what = thrown.getClass().getSimpleName() + ": " + thrown.getMessage();
      return outcome.problem("failed", "The tool threw " + what, msSince(start));
    }
  }

  private ToolResult run(ToolInvocation invocation, ToolCall call, ToolDefinition tool)
      throws Exception {
    Duration limit = tool.policy().timeout().isZero() ? PATIENCE : tool.policy().timeout();
    HandContext context = new HandContext(call, limit);
    Future<ToolResult> running = threads.submit(() -> invocation.invoke(context));
    try {
      ToolResult result = running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      for (Optional<CompletionStage<ToolResult>> stage = result.stage();
          stage.isPresent();
          stage = result.stage()) {
        result = stage.get().toCompletableFuture().get(limit.toMillis(), TimeUnit.MILLISECONDS);
      }
      return result;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception thrown) {
        throw thrown;
      }
      throw e;
    } finally {
      context.cancel();
      running.cancel(true);
    }
  }

  private static double msSince(long nanos) {
    return Math.round((System.nanoTime() - nanos) / 1e5) / 10.0;
  }
}
