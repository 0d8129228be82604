package dev.parlando.testkit.internal.session;

import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.brain.Step;
import dev.parlando.testkit.brain.Turn;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One response from {@code response.created} to {@code response.done}. The brain plans it on a
 * thread of its own; then it streams event by event, each in a task of its own, so that what the
 * client sends meanwhile comes in between.
 */
final class ResponseRun {

  /** How many steps of streaming come before what is to fall into the middle of an answer. */
  private static final int STEPS_BEFORE_INTERJECTIONS = 4;

  private final String id;
  private final ResponseSettings settings;
  private final List<Item> context;
  private final Workbench bench;
  private final Consumer<ResponseRun> onEnd;
  private final Usage usage = new Usage();
  private final List<Output> outputs = new ArrayList<>();
  private final Deque<Output> streaming = new ArrayDeque<>();
  private final Deque<Step> steps = new ArrayDeque<>();
  private final List<JsonNode> clientEvents = new ArrayList<>();
  private final Deque<Runnable> interjections = new ArrayDeque<>();
  private @Nullable Predicate<JsonNode> awaited;
  private int advanced;
  private boolean ended;

  /**
   * @param context the items that it answers
   * @param onEnd told just before {@code response.done} is sent
   */
  ResponseRun(
      ResponseSettings settings, List<Item> context, Workbench bench, Consumer<ResponseRun> onEnd) {
    this.id = bench.ids().next("resp");
    this.settings = settings;
    this.context = List.copyOf(context);
    this.bench = bench;
    this.onEnd = onEnd;
  }

  String id() {
    return id;
  }

  ResponseSettings settings() {
    return settings;
  }

  Usage usage() {
    return usage;
  }

  /** Whether anything could be heard of it. */
  boolean heard() {
    return outputs.stream().anyMatch(output -> output.item().audioMillis() > 0);
  }

  void start() {
    send(describe("response.created", "in_progress", null));
    usage.read(settings, context);
    CompletableFuture<?>[] hearing =
        context.stream().map(Item::heard).toArray(CompletableFuture<?>[]::new);
    var unused =
        CompletableFuture.allOf(hearing)
            .whenComplete((none, problem) -> bench.link().execute(this::think));
  }

  private void think() {
    if (ended) {
      return;
    }
    Turn turn =
        new Turn(
            bench.sessionId(),
            settings.instructions(),
            settings.ownInstructions(),
            context.stream().<JsonNode>map(Item::copyForBrain).toList(),
            settings.offeredTools(),
            settings.toolRequired(),
            settings.metadata());
    var unused =
        CompletableFuture.supplyAsync(() -> bench.brain().reply(turn), bench.link().thinking())
            .whenComplete((reply, problem) -> bench.link().execute(() -> planned(reply, problem)));
  }

  private void planned(@Nullable Reply reply, @Nullable Throwable problem) {
    if (ended) {
      return;
    }
    if (reply == null) {
      Throwable cause = problem instanceof CompletionException ? problem.getCause() : problem;
      String message = cause == null ? null : cause.getMessage();
      fail("server_error", message == null ? "The brain has no reply: " + cause : message);
      return;
    }
    steps.addAll(reply.steps());
    advance();
  }

  /** Sends what comes next and asks for its own next turn. */
  private void advance() {
    if (ended) {
      return;
    }
    if (streaming.isEmpty()) {
      nextStep();
      return;
    }
    Output output = streaming.removeFirst();
    double millis = output.advance();
    if (!output.finished()) {
      streaming.addLast(output);
    }
    if (usage.outputTokens() > settings.tokenLimit()) {
      breakOff("max_output_tokens");
      return;
    }
    if (++advanced >= STEPS_BEFORE_INTERJECTIONS) {
      interject();
    }
    long delay = bench.speechRate() > 0 ? Math.round(millis / bench.speechRate()) : 0;
    again(Duration.ofMillis(delay));
  }

  private void again(Duration delay) {
    if (delay.isZero()) {
      bench.link().execute(this::advance);
    } else {
      bench.link().later(delay, this::advance);
    }
  }

  private void nextStep() {
    Step step = steps.poll();
    if (step == null) {
      end("completed", null);
    } else if (step instanceof Step.Together together) {
      together.steps().forEach(each -> streaming.add(output(each)));
      again(Duration.ZERO);
    } else if (step instanceof Step.Pause pause) {
      again(pause.duration());
    } else if (step instanceof Step.AwaitClient wait) {
      awaited = wait.event();
      if (clientEvents.removeIf(firstOnly(wait.event()))) {
        awaited = null;
        again(Duration.ZERO);
      }
    } else if (step instanceof Step.Fail failure) {
      fail(failure.code(), failure.message());
    } else if (step instanceof Step.BreakOff breakOff) {
      if (breakOff.unfinished() != null) {
        Output output = output(breakOff.unfinished());
        streaming.add(output);
        for (int i = 0; i <= output.parts() / 2; i++) {
          output.advance();
        }
      }
      breakOff(breakOff.reason());
    } else {
      streaming.add(output(step));
      again(Duration.ZERO);
    }
  }

  private static Predicate<JsonNode> firstOnly(Predicate<JsonNode> condition) {
    boolean[] found = new boolean[1];
    return event -> !found[0] && (found[0] = condition.test(event));
  }

  private Output output(Step step) {
    if (step instanceof Step.Call call) {
      return new CallOutput(this, call, bench.ids());
    }
    if (step instanceof Step.Say say) {
      return new MessageOutput(this, say.text(), bench.ids());
    }
    throw new IllegalStateException("Not an output: " + step);
  }

  /** Tells the response what the client sent while it ran. */
  void clientSent(JsonNode event) {
    if (awaited != null && awaited.test(event)) {
      awaited = null;
      again(Duration.ZERO);
    } else {
      clientEvents.add(event);
    }
  }

  /** Has something sent in the middle of the answer, or at its end if that comes before. */
  void interject(Runnable task) {
    if (ended) {
      task.run();
    } else {
      interjections.add(task);
    }
  }

  private void interject() {
    while (!interjections.isEmpty()) {
      interjections.remove().run();
    }
  }

  /** Ends the response because of the client. */
  void cancel(String reason) {
    cutAll();
    end("cancelled", Json.object().put("type", "cancelled").put("reason", reason));
  }

  private void breakOff(String reason) {
    cutAll();
    end("incomplete", Json.object().put("type", "incomplete").put("reason", reason));
  }

  private void fail(String code, String message) {
    cutAll();
    ObjectNode details = Json.object().put("type", "failed");
    details
        .putObject("error")
        .put("type", code.contains("rate_limit") ? "rate_limit_error" : "server_error")
        .put("code", code)
        .put("message", message);
    end("failed", details);
  }

  private void cutAll() {
    streaming.forEach(Output::cut);
    streaming.clear();
  }

  private void end(String status, @Nullable ObjectNode details) {
    ended = true;
    interject();
    onEnd.accept(this);
    send(describe("response.done", status, details));
    send(Responses.rateLimits(usage.totalTokens()));
  }

  /** Announces an output; gives its index. */
  int open(Output output) {
    outputs.add(output);
    int index = outputs.size() - 1;
    ObjectNode added =
        Json.event("response.output_item.added").put("response_id", id).put("output_index", index);
    added.set("item", output.item().copy());
    send(added);
    if (!settings.outOfBand()) {
      bench.conversation().append(output.item());
      send(ItemEvents.added(output.item()));
    }
    return index;
  }

  /** Announces the end of an output. */
  void close(Output output) {
    if (!settings.outOfBand()) {
      send(ItemEvents.done(output.item()));
    }
    ObjectNode done =
        Json.event("response.output_item.done")
            .put("response_id", id)
            .put("output_index", output.index());
    done.set("item", output.item().copy());
    send(done);
  }

  void send(ObjectNode event) {
    bench.link().send(event);
  }

  private ObjectNode describe(String type, String status, @Nullable ObjectNode details) {
    ObjectNode event = Json.event(type);
    ObjectNode response =
        event
            .putObject("response")
            .put("object", "realtime.response")
            .put("id", id)
            .put("status", status);
    response.set("status_details", details == null ? response.nullNode() : details);
    ArrayNode output = response.putArray("output");
    outputs.forEach(each -> output.add(each.item().copy()));
    response.put("conversation_id", settings.outOfBand() ? null : bench.conversation().id());
    response.set("output_modalities", settings.modalities().deepCopy());
    response.set("max_output_tokens", settings.maxTokens().deepCopy());
    ObjectNode audio = response.putObject("audio").putObject("output");
    audio.set("format", settings.format().deepCopy());
    audio.set("voice", settings.voice().deepCopy());
    response.set("usage", ended ? usage.toJson() : response.nullNode());
    response.set("metadata", settings.metadata().deepCopy());
    return event;
  }
}
