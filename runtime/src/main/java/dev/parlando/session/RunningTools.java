package dev.parlando.session;

import dev.parlando.session.engine.Effect;
import dev.parlando.session.engine.Input;
import dev.parlando.session.engine.ToolOutcome;
import dev.parlando.tool.ArgumentOptions;
import dev.parlando.tool.InvalidArgumentsException;
import dev.parlando.tool.Repair;
import dev.parlando.tool.ToolException;
import dev.parlando.tool.ToolInvocation;
import dev.parlando.tool.ToolResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tools on the tool executor and reports how each ended. Nothing that a tool throws escapes.
 */
final class RunningTools {

  private static final Logger LOG = LoggerFactory.getLogger(VoiceSession.class);

  private final Executor executor;
  private final ArgumentOptions arguments;
  private final Consumer<Input> inputs;
  private final Map<String, RunningCall> calls = new ConcurrentHashMap<>();

  /**
   * @param inputs told how far each call is, on any thread
   */
  RunningTools(Executor executor, ArgumentOptions arguments, Consumer<Input> inputs) {
    this.executor = executor;
    this.arguments = arguments;
    this.inputs = inputs;
  }

  void start(Effect.StartTool start, String sessionId) {
    RunningCall call =
        new RunningCall(start.call(), sessionId, arguments.clock(), start.timeoutMs());
    calls.put(call.callId(), call);
    try {
      executor.execute(() -> run(start, call));
    } catch (RejectedExecutionException full) {
      LOG.warn("The tool executor refused {}", call.toolName(), full);
      end(call, new ToolOutcome.Rejected());
    }
  }

  void cancel(String callId) {
    RunningCall call = calls.remove(callId);
    if (call != null) {
      call.cancel();
    }
  }

  private void run(Effect.StartTool start, RunningCall call) {
    if (call.cancelled()) {
      return;
    }
    try {
      List<Repair> repairs = new ArrayList<>();
      ToolInvocation invocation =
          start.tools().prepare(start.call(), arguments.withRepairListener(repairs::add));
      inputs.accept(new Input.ToolPrepared(call.callId(), List.copyOf(repairs)));
      settle(call, invocation.invoke(call));
    } catch (InvalidArgumentsException refused) {
      end(call, new ToolOutcome.Invalid(refused.violations()));
    } catch (Throwable thrown) {
      // An Error too: a tool that runs out of stack must not leave the caller in silence.
      end(call, threw(call, thrown));
    }
  }

  private void settle(RunningCall call, ToolResult result) {
    if (result.stage().isEmpty()) {
      end(call, new ToolOutcome.Returned(result.output(), result.reply()));
      return;
    }
    result
        .stage()
        .get()
        .whenComplete(
            (ToolResult later, @Nullable Throwable thrown) -> {
              if (thrown != null) {
                end(call, threw(call, thrown));
              } else {
                settle(call, result.reply() ? later : later.withoutReply());
              }
            });
  }

  private static ToolOutcome threw(RunningCall call, Throwable thrown) {
    Throwable cause =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    if (cause instanceof ToolException told) {
      LOG.debug("Tool {} refused", call.toolName(), told);
      return new ToolOutcome.Threw(String.valueOf(told.getMessage()));
    }
    String reference = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("Tool {} failed, reference {}", call.toolName(), reference, cause);
    return new ToolOutcome.Threw("The tool failed. Reference: " + reference + ".");
  }

  private void end(RunningCall call, ToolOutcome outcome) {
    calls.remove(call.callId());
    inputs.accept(new Input.ToolEnded(call.callId(), outcome));
  }
}
