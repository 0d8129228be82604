package dev.parlando.tests.rules;

import dev.parlando.Sensitive;
import dev.parlando.SideEffect;
import dev.parlando.Tool;
import dev.parlando.VoiceAgent;
import dev.parlando.tool.ToolContext;
import dev.parlando.tool.ToolException;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An agent with tools of every kind that the rules speak of. */
@VoiceAgent(instructions = "You sit at a desk and do what you are asked.", voice = "marin")
class SampleAgent {

  /** What ran, in the order it began. */
  final List<String> runs = new CopyOnWriteArrayList<>();

  /** Calls that were told that nobody waits for them. */
  final List<String> cancelled = new CopyOnWriteArrayList<>();

  /** What a tool does from inside. */
  volatile Runnable errand = () -> {};

  private final Map<String, CompletableFuture<String>> gates = new ConcurrentHashMap<>();

  record Sum(int a, int b, int sum) {}

  /** What a tool named {@code name} waits for. */
  CompletableFuture<String> gate(String name) {
    return gates.computeIfAbsent(name, key -> new CompletableFuture<>());
  }

  /** Tells the time. */
  @Tool
  String getTime(Optional<String> zone) {
    runs.add("get_time");
    return "noon" + zone.map(in -> " in " + in).orElse("");
  }

  /** Adds two numbers. */
  @Tool
  Sum add(@Positive int a, @Positive int b) {
    runs.add("add");
    return new Sum(a, b, a + b);
  }

  /** Waits at a gate, and holds its thread meanwhile. */
  @Tool
  String pass(String gate, ToolContext context) {
    runs.add(gate);
    context.onCancel(
        () -> {
          cancelled.add(gate);
          gate(gate).complete("given up");
        });
    return gate(gate).join();
  }

  /** Fails. */
  @Tool
  void fail(String how) {
    switch (how) {
      case "told" -> throw new ToolException("The printer is out of paper.");
      case "error" -> throw new StackOverflowError("secret");
      default -> throw new IllegalStateException("password=secret");
    }
  }

  /** Looks something up, and has five seconds for it. */
  @Tool(effect = SideEffect.READ, timeoutMillis = 5_000)
  String lookUp(String gate, ToolContext context) {
    return pass(gate, context);
  }

  /** Shows a page. */
  @Tool(reply = false)
  void show(String page) {
    runs.add(page);
  }

  /** Tells a story of so many characters. */
  @Tool(maxOutputChars = 60)
  String story(int length) {
    return "a".repeat(length);
  }

  /** Does what the test wants done from inside a tool. */
  @Tool
  @Nullable String run() {
    errand.run();
    return null;
  }

  /** Never returns, and does what the test wants done when nobody waits for it any more. */
  @Tool
  CompletableFuture<String> cancelBadly(ToolContext context) {
    context.onCancel(() -> errand.run());
    gate("cancel_badly").complete("begun");
    return new CompletableFuture<>();
  }

  /** Tells a balance. */
  @Sensitive
  @Tool
  String balance(@Sensitive String account) {
    return "4711 of " + account;
  }
}
