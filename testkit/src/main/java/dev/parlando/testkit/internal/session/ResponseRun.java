package dev.parlando.testkit.internal.session;

import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.brain.Turn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One response from {@code response.created} to {@code response.done}. The brain plans it on a
 * thread of its own, a {@link ReplyStream} sends what it planned.
 */
final class ResponseRun {

  /** How many steps of streaming come before what is to fall into the middle of an answer. */
  private static final int STEPS_BEFORE_INTERJECTIONS = 4;

  private final String id;
  private final ResponseSettings settings;
  private final List<ConversationItem> context;
  private final SessionContext session;
  private final Consumer<ResponseRun> onEnd;
  private final TokenCount usage = new TokenCount();
  private final List<StreamedItem> outputs = new ArrayList<>();
  private final List<JsonNode> clientEvents = new ArrayList<>();
  private final Deque<Runnable> interjections = new ArrayDeque<>();
  private @Nullable ReplyStream stream;
  private int steps;
  private boolean ended;
  private boolean completed;

  /**
   * @param context the items that it answers
   * @param onEnd called just before {@code response.done} is sent
   */
  ResponseRun(
      ResponseSettings settings,
      List<ConversationItem> context,
      SessionContext session,
      Consumer<ResponseRun> onEnd) {
    this.id = session.ids().nextResponse();
    this.settings = settings;
    this.context = List.copyOf(context);
    this.session = session;
    this.onEnd = onEnd;
  }

  String id() {
    return id;
  }

  ResponseSettings settings() {
    return settings;
  }

  TokenCount usage() {
    return usage;
  }

  boolean isTooLong() {
    return usage.outputTokens() > settings.tokenLimit();
  }

  /** Whether it has any audio. */
  boolean hasAudio() {
    return audioMillis() > 0;
  }

  double audioMillis() {
    return outputs.stream().mapToDouble(output -> output.item().audioMillis()).sum();
  }

  /** Whether the user's turn is next: it came to its end and calls nothing. */
  boolean isReply() {
    return completed
        && outputs.stream().noneMatch(output -> output.item().type().equals("function_call"));
  }

  void start() {
    send(describe("response.created", "in_progress", null));
    usage.read(settings, context);
    CompletableFuture<?>[] transcripts =
        context.stream().map(ConversationItem::transcript).toArray(CompletableFuture<?>[]::new);
    var unused =
        CompletableFuture.allOf(transcripts)
            .whenComplete((none, problem) -> session.link().execute(this::think));
  }

  private void think() {
    if (ended) {
      return;
    }
    Turn turn =
        new Turn(
            session.sessionId(),
            settings.instructions(),
            settings.ownInstructions(),
            context.stream().<JsonNode>map(ConversationItem::copyForBrain).toList(),
            settings.offeredTools(),
            settings.toolRequired(),
            settings.metadata().isObject() ? settings.metadata().deepCopy() : Json.object());
    var unused =
        CompletableFuture.supplyAsync(() -> session.brain().reply(turn), session.link().thinking())
            .whenComplete(
                (reply, problem) -> session.link().execute(() -> planned(reply, problem)));
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
    stream = new ReplyStream(this, session, reply, clientEvents);
    stream.advance();
  }

  /** Passes on what the client sent while the response ran. */
  void clientSent(JsonNode event) {
    if (stream == null) {
      clientEvents.add(event);
    } else {
      stream.clientSent(event);
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

  /** One more step has been streamed. */
  void advanced() {
    if (++steps >= STEPS_BEFORE_INTERJECTIONS) {
      interject();
    }
  }

  private void interject() {
    while (!interjections.isEmpty()) {
      interjections.remove().run();
    }
  }

  void complete() {
    completed = true;
    end("completed", null);
  }

  /** Ends the response because of the client. */
  void cancel(String reason) {
    end("cancelled", Json.object().put("type", "cancelled").put("reason", reason));
  }

  void breakOff(String reason) {
    end("incomplete", Json.object().put("type", "incomplete").put("reason", reason));
  }

  void fail(String code, String message) {
    ObjectNode details = Json.object().put("type", "failed");
    details
        .putObject("error")
        .put("type", code.contains("rate_limit") ? "rate_limit_error" : "server_error")
        .put("code", code)
        .put("message", message);
    end("failed", details);
  }

  private void end(String status, @Nullable ObjectNode details) {
    if (stream != null) {
      stream.stop();
    }
    ended = true;
    interject();
    onEnd.accept(this);
    send(describe("response.done", status, details));
    send(RateLimitsEvent.after(usage));
  }

  /** Announces an output; gives its index. */
  int open(StreamedItem output) {
    outputs.add(output);
    int index = outputs.size() - 1;
    send(outputEvent("response.output_item.added", index, output));
    if (!settings.outOfBand()) {
      session.conversation().append(output.item());
      send(ItemEvents.added(output.item()));
    }
    return index;
  }

  /** Announces the end of an output. */
  void close(StreamedItem output) {
    if (!settings.outOfBand()) {
      send(ItemEvents.done(output.item()));
    }
    send(outputEvent("response.output_item.done", output.index(), output));
  }

  private ObjectNode outputEvent(String type, int index, StreamedItem output) {
    ObjectNode event = Json.event(type).put("response_id", id).put("output_index", index);
    event.set("item", output.item().copy());
    return event;
  }

  void send(ObjectNode event) {
    session.link().send(event);
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
    response.put("conversation_id", settings.outOfBand() ? null : session.conversation().id());
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
