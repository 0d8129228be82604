package dev.parlando.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** What becomes of a call, whatever its tool does. */
class ToolRunnerTest {

  private static final ToolCall CALL = new ToolCall("call_1", "tool", "{}");

  private static CompletionStage<ToolOutcome> start(ToolInvocation invocation) {
    return ToolRunner.ofDefaults().run(tools(invocation), CALL, CallContext.of(CALL));
  }

  private static ToolOutcome run(ToolInvocation invocation) {
    return start(invocation).toCompletableFuture().join();
  }

  private static ToolSet tools(ToolInvocation invocation) {
    return new ToolSet() {
      @Override
      public List<ToolDefinition> definitions() {
        return List.of(ToolDefinition.of("tool", "A tool.", "{}"));
      }

      @Override
      public ToolInvocation prepare(ToolCall call, ArgumentOptions options)
          throws InvalidArgumentsException {
        if (!call.name().equals("tool")) {
          throw new IllegalArgumentException("no tool " + call.name());
        }
        options.repairListener().repaired(new Repair("tool", "", Repair.Kind.EMPTY_ARGUMENTS));
        if (call.arguments().equals("bad")) {
          throw new InvalidArgumentsException(List.of(new Violation("a", "is missing")));
        }
        return invocation;
      }
    };
  }

  @Test
  void aResultIsReturned() {
    ToolOutcome outcome = run(context -> ToolResult.text("noon for " + context.callId()));
    assertThat(outcome).isInstanceOf(ToolOutcome.Returned.class);
    assertThat(outcome.output()).isEqualTo("noon for call_1");
  }

  @Test
  void laterResultsAreFollowedToTheLast() {
    CompletableFuture<ToolResult> later = new CompletableFuture<>();
    CompletableFuture<ToolResult> last = new CompletableFuture<>();
    CompletionStage<ToolOutcome> stage = start(context -> ToolResult.later(later));
    later.complete(ToolResult.later(last).withoutReply());
    assertThat(stage.toCompletableFuture()).isNotDone();
    last.complete(ToolResult.text("noon"));
    assertThat(stage.toCompletableFuture().join())
        .isInstanceOfSatisfying(
            ToolOutcome.Returned.class,
            returned -> {
              assertThat(returned.result().output()).isEqualTo("noon");
              assertThat(returned.result().reply()).isFalse();
              assertThat(returned.result().stage()).isEmpty();
            });
  }

  @Test
  void badArgumentsAreToldWithAllViolations() {
    ToolCall bad = new ToolCall("call_1", "tool", "bad");
    ToolOutcome outcome =
        ToolRunner.ofDefaults()
            .run(tools(context -> ToolResult.none()), bad, CallContext.of(bad))
            .toCompletableFuture()
            .join();
    assertThat(outcome)
        .isEqualTo(new ToolOutcome.Invalid(List.of(new Violation("a", "is missing"))));
    assertThat(outcome.output())
        .isEqualTo("The arguments don't fit. a: is missing. Correct them and call again.");
  }

  @Test
  void whatAToolTellsTheModelIsTold() {
    ToolException told = new ToolException("No clock.");
    assertThat(
            run(
                context -> {
                  throw told;
                }))
        .isEqualTo(new ToolOutcome.Refused("No clock.", told));
  }

  @Test
  void theTellingExceptionIsFoundInsideOthers() {
    ToolException told = new ToolException("No clock.");
    assertThat(
            run(
                context -> {
                  throw new ExecutionException(new CompletionException(told));
                }))
        .isEqualTo(new ToolOutcome.Refused("No clock.", told));
    assertThat(run(context -> ToolResult.later(CompletableFuture.failedFuture(told))))
        .isEqualTo(new ToolOutcome.Refused("No clock.", told));
  }

  @Test
  void ofAnythingElseTheModelLearnsOnlyAReference() {
    StackOverflowError error = new StackOverflowError("secret");
    assertThat(
            run(
                context -> {
                  throw error;
                }))
        .isInstanceOfSatisfying(
            ToolOutcome.Failed.class,
            failed -> {
              assertThat(failed.cause()).isSameAs(error);
              assertThat(failed.output())
                  .isEqualTo("The tool failed. Reference: " + failed.reference() + ".")
                  .doesNotContain("secret");
              assertThat(failed.reference()).matches("[0-9a-f]{8}");
            });
  }

  @Test
  void aSetThatDoesNotKnowTheToolFailsTheCallAndNotTheCaller() {
    ToolCall other = new ToolCall("call_1", "other", "{}");
    assertThat(
            ToolRunner.ofDefaults()
                .run(tools(context -> ToolResult.none()), other, CallContext.of(other))
                .toCompletableFuture()
                .join())
        .isInstanceOf(ToolOutcome.Failed.class);
  }

  @Test
  void repairsAreToldBeforeTheToolRunsAndToTheListenerOfTheOptions() {
    List<String> order = new ArrayList<>();
    List<Repair> heard = new ArrayList<>();
    new ToolRunner(ArgumentOptions.DEFAULT.withRepairListener(heard::add))
        .run(
            tools(
                context -> {
                  order.add("tool");
                  return ToolResult.none();
                }),
            CALL,
            CallContext.of(CALL),
            repairs -> order.add(repairs.size() + " repair"));
    assertThat(order).containsExactly("1 repair", "tool");
    assertThat(heard).hasSize(1);
  }
}
