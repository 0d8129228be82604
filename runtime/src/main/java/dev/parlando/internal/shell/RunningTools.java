package dev.parlando.internal.shell;

import static dev.parlando.internal.shell.SessionLog.LOG;

import dev.parlando.internal.engine.io.Effect;
import dev.parlando.internal.engine.io.Input;
import dev.parlando.session.event.Failure;
import dev.parlando.tool.ArgumentOptions;
import dev.parlando.tool.CallContext;
import dev.parlando.tool.ToolOutcome;
import dev.parlando.tool.ToolRunner;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Runs tools on the tool executor and reports how each ended. Nothing that a tool throws escapes.
 */
final class RunningTools {

  private final Executor executor;
  private final ArgumentOptions arguments;
  private final ToolRunner runner;
  private final Consumer<Input> inputs;
  private final Consumer<Failure> failures;
  private final Object owner;
  private final Map<String, CallContext> calls = new ConcurrentHashMap<>();

  /**
   * @param inputs told how far each call is, on any thread
   * @param failures told what cancel actions throw, on any thread
   * @param owner what calls belong to
   */
  RunningTools(
      Executor executor,
      ArgumentOptions arguments,
      Consumer<Input> inputs,
      Consumer<Failure> failures,
      Object owner) {
    this.executor = executor;
    this.arguments = arguments;
    this.runner = new ToolRunner(arguments);
    this.inputs = inputs;
    this.failures = failures;
    this.owner = owner;
  }

  void start(Effect.StartTool start, String sessionId) {
    CallContext call =
        new CallContext(
            start.call(),
            sessionId,
            arguments.clock(),
            Duration.ofMillis(start.timeoutMs()),
            owner);
    calls.put(call.callId(), call);
    try {
      executor.execute(() -> run(start, call));
    } catch (Throwable full) {
      LOG.warn("The tool executor refused {}", call.toolName(), full);
      calls.remove(call.callId());
      inputs.accept(new Input.ToolRejected(call.callId()));
    }
  }

  void cancel(String callId) {
    CallContext call = calls.remove(callId);
    if (call != null) {
      // What a tool does when it is cancelled may take its time: not on the session's lane.
      try {
        executor.execute(() -> cancel(call));
      } catch (Throwable full) {
        LOG.warn("The tool executor refused to cancel {}", call.toolName(), full);
        cancel(call);
      }
    }
  }

  private void cancel(CallContext call) {
    for (Throwable thrown : call.cancel()) {
      LOG.error("A cancel action of {} failed", call.toolName(), thrown);
      String message = "A cancel action of " + call.toolName() + " threw " + thrown;
      failures.accept(new Failure(Failure.Kind.APPLICATION, "", message));
    }
  }

  private void run(Effect.StartTool start, CallContext call) {
    if (call.cancelled()) {
      return;
    }
    runner
        .run(
            start.tools(),
            start.call(),
            call,
            repairs -> inputs.accept(new Input.ToolPrepared(call.callId(), repairs)))
        .thenAccept(outcome -> end(call, outcome));
  }

  private void end(CallContext call, ToolOutcome outcome) {
    if (outcome instanceof ToolOutcome.Refused refused) {
      LOG.debug("Tool {} refused", call.toolName(), refused.cause());
    } else if (outcome instanceof ToolOutcome.Failed failed) {
      LOG.error(
          "Tool {} failed, reference {}", call.toolName(), failed.reference(), failed.cause());
    }
    calls.remove(call.callId());
    inputs.accept(new Input.ToolEnded(call.callId(), outcome));
  }
}
