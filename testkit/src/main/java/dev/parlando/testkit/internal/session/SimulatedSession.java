package dev.parlando.testkit.internal.session;

import dev.parlando.realtime.Dialect;
import dev.parlando.testkit.internal.rules.ClientEventRules;
import dev.parlando.testkit.internal.rules.RefusedException;
import tools.jackson.databind.node.ObjectNode;

/** A session that behaves as the real server's: takes client events one by one and obeys them. */
public final class SimulatedSession implements SessionLogic {

  private final SessionSetup setup;
  private final ServerLink link;
  private final ClientEventRules rules;
  private final SessionContext session;
  private final SessionResponses responses;
  private final ItemRequests items;
  private final InputAudioBuffer input;

  /**
   * @param setup what it is to be like
   * @param link where it sends
   */
  public SimulatedSession(SessionSetup setup, ServerLink link) {
    this.setup = setup;
    this.link = link;
    SessionDraft draft = setup.draft();
    this.rules = ClientEventRules.of(draft.dialect());
    DialectForm shape = DialectForm.of(draft.dialect());
    Ids ids = new Ids(setup.number(), setup.ids());
    String sessionId = ids.next("sess");
    EffectiveConfig config = draft.config(sessionId, link.now().plus(setup.limit()));
    ConversationItems conversation = new ConversationItems(ids.next("conv"));
    ids.avoid(id -> conversation.find(id).isPresent());
    ServerLink shaped = new DialectLink(shape, link);
    this.session =
        new SessionContext(
            sessionId,
            shape,
            config,
            conversation,
            ids,
            shaped,
            new McpTools(setup.mcpServers(), config, conversation, ids, shaped),
            setup.brain(),
            setup.speechRate());
    this.responses = new SessionResponses(session);
    this.items = new ItemRequests(session);
    this.input = new InputAudioBuffer(session, responses, new InputTranscriber(session, responses));
  }

  @Override
  public void opened() {
    // Before anything is sent: an observer of the session may let time pass.
    link.later(setup.limit(), this::expire);
    if (setup.announced()) {
      tellConfig("created");
    }
    session.mcp().configured();
  }

  private void expire() {
    if (setup.draft().dialect() == Dialect.BETA) {
      session
          .link()
          .send(
              Errors.event(
                  "invalid_request_error",
                  "session_expired",
                  "Your session hit the maximum duration.",
                  null,
                  null));
    }
    link.close(
        1001,
        "Your session hit the maximum duration of " + setup.limit().toMinutes() + " minutes.");
  }

  @Override
  public void received(ObjectNode event) {
    try {
      rules.check(event);
      obey(event);
      responses.clientSent(event);
    } catch (RefusedException e) {
      session.link().send(Errors.event(e, Json.textOrNull(event, "event_id")));
    }
  }

  @Override
  public void malformed(String problem) {
    session.link().send(Errors.event("invalid_request_error", "invalid_json", problem, null, null));
  }

  @Override
  public void closed() {}

  private void obey(ObjectNode event) {
    switch (Json.text(event, "type")) {
      case "session.update" -> updateSession(event, false);
      case "transcription_session.update" -> updateSession(event, true);
      case "input_audio_buffer.append" -> input.append(Json.text(event, "audio"));
      case "input_audio_buffer.commit" -> input.commit();
      case "input_audio_buffer.clear" -> input.clear();
      case "conversation.item.create" ->
          items.create((ObjectNode) event.path("item"), Json.textOrNull(event, "previous_item_id"));
      case "conversation.item.retrieve" -> items.retrieve(Json.text(event, "item_id"));
      case "conversation.item.delete" -> items.delete(Json.text(event, "item_id"));
      case "conversation.item.truncate" ->
          items.truncate(
              Json.text(event, "item_id"),
              event.path("content_index").intValue(),
              event.path("audio_end_ms").longValue());
      case "response.create" -> createResponse(event);
      case "response.cancel" -> responses.cancel(Json.textOrNull(event, "response_id"));
      default ->
          throw new RefusedException(
              "unsupported_event", "type", "Only WebRTC and SIP sessions take this event.");
    }
  }

  private void updateSession(ObjectNode event, boolean betaTranscription) {
    if (usesBetaTranscription() != betaTranscription) {
      throw RefusedException.value(
          "type",
          betaTranscription
              ? "this is no transcription session."
              : "a transcription session takes transcription_session.update.");
    }
    session.config().update((ObjectNode) event.path("session"), responses.spoken());
    input.configured();
    tellConfig("updated");
    session.mcp().configured();
  }

  /** The beta has events of their own for sessions that only transcribe. */
  private boolean usesBetaTranscription() {
    return session.config().transcriptionOnly() && setup.draft().dialect() == Dialect.BETA;
  }

  private void createResponse(ObjectNode event) {
    if (session.config().transcriptionOnly()) {
      throw new RefusedException(
          "unsupported_event", "type", "A transcription session makes no responses.");
    }
    responses.create(event.path("response") instanceof ObjectNode own ? own : Json.object());
  }

  private void tellConfig(String what) {
    ObjectNode event =
        Json.event((usesBetaTranscription() ? "transcription_session." : "session.") + what);
    event.set("session", session.config().echo());
    session.link().send(event);
  }
}
