package dev.parlando.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs calls of tools: decodes and checks the arguments, invokes the tool, follows a result that is
 * known later, and says what became of it. Whoever lets a model call tools runs them by this, so
 * that they behave the same everywhere.
 *
 * <p>It has no time limit, no queue and no thread of its own: those are its caller's. Immutable;
 * safe for use by many threads.
 */
public final class ToolRunner {

  private final ArgumentOptions arguments;

  /**
   * @param arguments how arguments are decoded; its {@link RepairListener} is told of repairs too
   */
  public ToolRunner(ArgumentOptions arguments) {
    this.arguments = arguments;
  }

  /** A runner with {@link ArgumentOptions#DEFAULT}. */
  public static ToolRunner ofDefaults() {
    return new ToolRunner(ArgumentOptions.DEFAULT);
  }

  /**
   * Runs a call on the calling thread. The stage completes there, or where the stage of a later
   * result completes; it never completes exceptionally.
   *
   * @param tools the tool set that has the tool
   * @param context what the tool may ask about the call
   */
  public CompletionStage<ToolOutcome> run(ToolSet tools, ToolCall call, ToolContext context) {
    return run(tools, call, context, repairs -> {});
  }

  /**
   * Runs a call as {@link #run(ToolSet, ToolCall, ToolContext)} does.
   *
   * @param prepared told between decoding and invoking, on the calling thread, what was repaired in
   *     the arguments; it must not throw
   */
  public CompletionStage<ToolOutcome> run(
      ToolSet tools, ToolCall call, ToolContext context, Consumer<List<Repair>> prepared) {
    CompletableFuture<ToolOutcome> outcome = new CompletableFuture<>();
    try {
      List<Repair> repairs = new ArrayList<>();
      ToolInvocation invocation = tools.prepare(call, listeningWith(repairs));
      prepared.accept(List.copyOf(repairs));
      follow(invocation.invoke(context), true, outcome);
    } catch (InvalidArgumentsException invalid) {
      outcome.complete(new ToolOutcome.Invalid(invalid.violations()));
    } catch (Throwable thrown) {
      // An Error too: a tool that runs out of stack must not leave its caller without an answer.
      outcome.complete(threw(thrown));
    }
    return outcome;
  }

  private ArgumentOptions listeningWith(List<Repair> repairs) {
    return arguments.withRepairListener(
        repair -> {
          repairs.add(repair);
          arguments.repairListener().repaired(repair);
        });
  }

  /**
   * @param reply whether the results so far let the model speak
   */
  private static void follow(
      ToolResult result, boolean reply, CompletableFuture<ToolOutcome> outcome) {
    boolean speaks = reply && result.reply();
    if (result.stage().isEmpty()) {
      outcome.complete(new ToolOutcome.Returned(speaks ? result : result.withoutReply()));
      return;
    }
    result
        .stage()
        .get()
        .whenComplete(
            (ToolResult later, @Nullable Throwable thrown) -> {
              if (thrown != null) {
                outcome.complete(threw(thrown));
              } else {
                follow(later, speaks, outcome);
              }
            });
  }

  private static ToolOutcome threw(Throwable thrown) {
    Throwable cause = thrown;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof ToolException told
        ? new ToolOutcome.Refused(String.valueOf(told.getMessage()), told)
        : new ToolOutcome.Failed(cause, UUID.randomUUID().toString().substring(0, 8));
  }
}
