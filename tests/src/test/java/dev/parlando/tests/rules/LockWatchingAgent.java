package dev.parlando.tests.rules;

import dev.parlando.Tool;
import dev.parlando.VoiceAgent;
import dev.parlando.tool.ToolContext;
import dev.parlando.tool.ToolException;
import dev.parlando.tool.ToolResult;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** An agent whose every piece of code looks for locks. */
@VoiceAgent(instructions = "You sit at a desk and do what you are asked.", voice = "marin")
class LockWatchingAgent {

  /** What {@link #follow()} waits for. */
  final WatchedStage answer = new WatchedStage();

  /** A constraint that only the application knows. */
  @Constraint(validatedBy = {})
  @Retention(RetentionPolicy.RUNTIME)
  @interface Orderly {
    String message() default "must be orderly";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
  }

  @SuppressWarnings("parlando") // The session has a validator.
  record Order(@Orderly int count) {
    Order {
      LockWatch.look("argument record");
    }
  }

  record Receipt(int count) {
    @Override
    public int count() {
      LockWatch.look("result record");
      return count;
    }
  }

  /** Orders things. */
  @Tool
  Receipt order(Order order) {
    LockWatch.look("tool");
    return new Receipt(order.count());
  }

  /** Fails. */
  @Tool
  void fail() {
    LockWatch.look("failing tool");
    throw new ToolException("The printer is out of paper.");
  }

  /** Answers when it likes. */
  @Tool
  ToolResult follow() {
    LockWatch.look("asynchronous tool");
    return ToolResult.later(answer);
  }

  /** Answers when nobody waits any more. */
  @Tool(timeoutMillis = 50)
  String dawdle(ToolContext context) {
    CompletableFuture<Void> over = new CompletableFuture<>();
    context.onCancel(
        () -> {
          LockWatch.look("cancel action");
          over.complete(null);
        });
    over.join();
    context.onCancel(() -> LockWatch.look("late cancel action"));
    return "too late";
  }

  static final class WatchedStage extends CompletableFuture<ToolResult> {

    @Override
    public CompletableFuture<ToolResult> whenComplete(
        BiConsumer<? super ToolResult, ? super Throwable> action) {
      LockWatch.look("stage");
      return super.whenComplete(action);
    }
  }
}
