package dev.parlando.testkit.internal.session;

import dev.parlando.testkit.internal.rules.RefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The responses of a session: at most one in the conversation, any number beside it. */
final class SessionResponses {

  private final SessionContext session;
  private final Map<String, ResponseRun> running = new LinkedHashMap<>();
  private @Nullable ResponseRun active;
  private boolean spoken;
  private DoubleConsumer onReply = audioMillis -> {};

  SessionResponses(SessionContext session) {
    this.session = session;
  }

  /**
   * Asks to be called when the conversation has a reply.
   *
   * @param listener called with the length of its audio, in ms
   */
  void onReply(DoubleConsumer listener) {
    onReply = listener;
  }

  /** Whether the conversation's response is under way. */
  boolean busy() {
    return active != null;
  }

  /** Whether there has been audio of the assistant. */
  boolean spoken() {
    return spoken;
  }

  /**
   * Starts a response.
   *
   * @param own what the client set for it; an empty object if nothing
   * @throws RefusedException if it can't be started
   */
  ResponseRun create(ObjectNode own) {
    checkConversation(own);
    ToolChoices.check(own.has("tools") ? own : withSessionTools(own), "response");
    ResponseSettings settings = ResponseSettings.of(session.shape(), session.config(), own);
    if (!settings.outOfBand() && active != null) {
      throw new RefusedException(
          session.shape().activeResponseCode(),
          null,
          "Conversation already has an active response in progress: "
              + active.id()
              + ". Wait until the response is finished before creating a new one.");
    }
    List<ConversationItem> context = own.has("input") ? input(own) : session.conversation().items();
    ResponseRun run = new ResponseRun(settings, context, session, this::ended);
    running.put(run.id(), run);
    if (!settings.outOfBand()) {
      active = run;
    }
    run.start();
    return run;
  }

  private static void checkConversation(ObjectNode own) {
    String conversation = own.path("conversation").asString("auto");
    if (!conversation.equals("auto") && !conversation.equals("none")) {
      throw RefusedException.value(
          "response.conversation", "it must be 'auto' or 'none', not '" + conversation + "'.");
    }
  }

  private ObjectNode withSessionTools(ObjectNode own) {
    ObjectNode copy = own.deepCopy();
    copy.set("tools", session.config().get("tools"));
    return copy;
  }

  private List<ConversationItem> input(ObjectNode own) {
    List<ConversationItem> items = new ArrayList<>();
    for (JsonNode node : own.path("input")) {
      if ("item_reference".equals(Json.text(node, "type"))) {
        String id = Json.text(node, "id");
        items.add(
            session
                .conversation()
                .find(id)
                .orElseThrow(
                    () ->
                        RefusedException.value(
                            "response.input", "there is no item '" + id + "'.")));
      } else {
        items.add(
            ConversationItem.sent(
                session.shape().incoming((ObjectNode) node),
                session.ids().next("item"),
                session.config().inputEncoding()));
      }
    }
    return items;
  }

  /**
   * Cancels a response.
   *
   * @param id which one; null for that of the conversation
   * @throws RefusedException if there is none
   */
  void cancel(@Nullable String id) {
    ResponseRun run = id == null ? active : running.get(id);
    if (run == null) {
      throw new RefusedException(
          "response_cancel_not_active", null, "Cancellation failed: no active response found");
    }
    run.cancel("client_cancelled");
  }

  /** Ends the conversation's response because the user speaks. */
  void interrupt() {
    if (active != null) {
      active.cancel("turn_detected");
    }
  }

  void clientSent(JsonNode event) {
    List.copyOf(running.values()).forEach(run -> run.clientSent(event));
  }

  /** Has something sent in the middle of the conversation's response, at once if none runs. */
  void interject(Runnable task) {
    if (active == null) {
      task.run();
    } else {
      active.interject(task);
    }
  }

  private void ended(ResponseRun run) {
    running.remove(run.id());
    spoken |= run.hasAudio();
    if (active == run) {
      active = null;
      if (run.isReply()) {
        onReply.accept(run.audioMillis());
      }
    }
  }
}
