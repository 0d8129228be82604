package dev.parlando.examples.web;

import dev.parlando.tool.CallContext;
import dev.parlando.tool.Repair;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolDefinition;
import dev.parlando.tool.ToolOutcome;
import dev.parlando.tool.ToolRunner;
import dev.parlando.tool.ToolSet;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Calls tools for a person, through the same checks as for a model, and reports to nobody else. */
final class HandCalls {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ToolRunner runner = ToolRunner.ofDefaults();
  private final ToolSet tools;
  private final ExecutorService threads;

  HandCalls(ToolSet tools, ExecutorService threads) {
    this.tools = tools;
    this.threads = threads;
  }

  /**
   * Calls a tool.
   *
   * @param outcomes called with a frame with the outcome, on another thread
   * @throws RefusedFrameException if there is no such tool
   */
  void call(PageFrame.CallByHand asked, Consumer<String> outcomes) throws RefusedFrameException {
    ToolDefinition tool =
        tools.definitions().stream()
            .filter(each -> each.name().equals(asked.tool()))
            .findFirst()
            .orElseThrow(
                () -> new RefusedFrameException("There is no tool \"" + asked.tool() + "\"."));
    threads.execute(() -> outcomes.accept(outcome(asked, tool)));
  }

  private String outcome(PageFrame.CallByHand asked, ToolDefinition tool) {
    ToolCall call = new ToolCall("hand_" + asked.id(), tool.name(), asked.arguments().toString());
    HandCallOutcome outcome = new HandCallOutcome(asked.id(), tool, tools.masked(call));
    Duration limit = tool.policy().timeout().isZero() ? PATIENCE : tool.policy().timeout();
    CallContext context = new CallContext(call, "", Clock.systemUTC(), limit, null);
    List<Repair> repairs = new CopyOnWriteArrayList<>();
    long start = System.nanoTime();
    CompletableFuture<ToolOutcome> running =
        CompletableFuture.supplyAsync(
                () -> runner.run(tools, call, context, repairs::addAll), threads)
            .thenCompose(stage -> stage);
    try {
      ToolOutcome ended = running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return shown(outcome, ended, repairs, msSince(start));
    } catch (TimeoutException late) {
      return outcome.problem("timed_out", "The tool did not return in time.", msSince(start));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return outcome.problem("failed", "The console stopped.", msSince(start));
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("A runner failed", impossible);
    } finally {
      context.cancel();
    }
  }

  private static String shown(
      HandCallOutcome outcome, ToolOutcome ended, List<Repair> repairs, double elapsedMs) {
    if (ended instanceof ToolOutcome.Invalid invalid) {
      return outcome.violations(invalid.violations(), elapsedMs);
    }
    if (ended instanceof ToolOutcome.Returned) {
      return outcome.output(ended.output(), repairs, elapsedMs);
    }
    if (ended instanceof ToolOutcome.Failed failed) {
      // A developer looks at this, so the type of what was thrown may be shown; the model does not
      // get it.
      Throwable cause = failed.cause();
      String what = cause.getClass().getSimpleName() + ": " + cause.getMessage();
      return outcome.problem("failed", "The tool threw " + what, elapsedMs);
    }
    return outcome.problem("failed", ended.output(), elapsedMs);
  }

  private static double msSince(long nanos) {
    return Math.round((System.nanoTime() - nanos) / 1e5) / 10.0;
  }
}
