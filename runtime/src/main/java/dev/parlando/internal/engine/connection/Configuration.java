package dev.parlando.internal.engine.connection;

import dev.parlando.internal.engine.io.EngineOptions;
import dev.parlando.internal.engine.io.ErrorCodes;
import dev.parlando.internal.engine.io.Outbox;
import dev.parlando.internal.engine.io.ToolCatalog;
import dev.parlando.internal.engine.turns.ServerTurns;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.ErrorDetail;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.TurnDetection;
import dev.parlando.session.event.Failure;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What the session is configured as: <em>wanted</em> once asked for, <em>confirmed</em> once the
 * server said so. A change goes out so that nothing which it leaves out falls back to a default;
 * one that the server refuses is taken back, and not sent again at the next connection.
 */
public final class Configuration implements ServerTurns {

  /**
   * A change that was sent and not confirmed.
   *
   * @param tools the tools it brings; null: the same
   */
  private record Change(String eventId, SessionConfig changes, @Nullable ToolCatalog tools) {}

  private final Outbox out;
  private final EngineOptions options;
  private final Deque<Change> pending = new ArrayDeque<>();
  private SessionConfig settled;
  private SessionConfig current;
  private ToolCatalog settledTools;
  private ToolCatalog tools;
  private SessionConfig confirmed = SessionConfig.builder().build();
  private boolean spoken;

  public Configuration(Outbox out, EngineOptions options, ToolCatalog tools) {
    this.out = out;
    this.options = options;
    this.settled = options.session();
    this.current = settled;
    this.settledTools = tools;
    this.tools = tools;
  }

  /** All of what is wanted, for a connection that knows nothing yet. */
  public SessionConfig whole() {
    return current.toBuilder().tools(WireTools.of(tools, current.tools())).build();
  }

  /** The tools that are wanted. */
  public ToolCatalog tools() {
    return tools;
  }

  /** The tools that the model may know: those wanted, and those that the server still has. */
  public ToolCatalog offered() {
    return tools.equals(settledTools) ? tools : tools.or(settledTools);
  }

  /** The model has spoken: its voice is fixed from now on. */
  public void modelSpoke() {
    spoken = true;
  }

  /** Asks for a change. */
  public void change(SessionConfig asked) {
    SessionConfig wanted = asked;
    if (spoken && asked.voice() != null) {
      if (!asked.voice().equals(current.voice())) {
        out.tell(
            new Failure(
                Failure.Kind.REQUEST,
                "cannot_update_voice",
                "The voice can't be changed once the model has spoken"));
      }
      wanted = asked.toBuilder().voice(null).build();
    }
    current = merged(current, wanted);
    SessionConfig sent = touchesAudio(wanted) ? withAudio(wanted) : wanted;
    pending.add(new Change(out.send(new ClientEvent.SessionUpdate(sent)), wanted, null));
  }

  /** Asks for other tools. */
  public void change(ToolCatalog other) {
    tools = other;
    SessionConfig none = SessionConfig.builder().build();
    SessionConfig sent = none.toBuilder().tools(WireTools.of(other, current.tools())).build();
    pending.add(new Change(out.send(new ClientEvent.SessionUpdate(sent)), none, other));
  }

  /** The server says what is configured, in answer to a change or by itself. */
  public void confirmed(SessionConfig effective) {
    confirmed = effective;
    Change change = pending.poll();
    if (change != null) {
      settle(change);
    }
  }

  private void settle(Change change) {
    settled = merged(settled, change.changes());
    settledTools = change.tools() == null ? settledTools : change.tools();
  }

  /** The server confirmed what a connection begins with. */
  public void begins(@Nullable SessionConfig effective) {
    confirmed = effective == null ? confirmed : effective;
    settled = current;
    settledTools = tools;
    if (options.options().bargeIn().needsServer() && canRespond() && serverInterrupts()) {
      String message =
          "The server stops its responses when it hears the user, whatever bargeIn says: set"
              + " interrupt_response of the turn detection to false";
      out.tell(new Failure(Failure.Kind.APPLICATION, "", message));
    }
  }

  /** A new connection: nobody has spoken on it, and it is told all that is wanted at once. */
  public void connectionLost() {
    spoken = false;
    pending.clear();
  }

  /** The server refused something. Returns whether it was a change, which is taken back. */
  public boolean refused(ErrorDetail error) {
    String eventId = error.eventId();
    if (eventId == null || !pending.removeIf(change -> change.eventId().equals(eventId))) {
      return false;
    }
    takeBack();
    tell(error, "The server refused a change of the session: ");
    return true;
  }

  /** What is wanted is what the server has, and what it was asked for since and may confirm. */
  private void takeBack() {
    current = settled;
    tools = settledTools;
    for (Change change : pending) {
      current = merged(current, change.changes());
      tools = change.tools() == null ? tools : change.tools();
    }
  }

  private void tell(ErrorDetail error, String head) {
    String message = head + ErrorCodes.message(error);
    out.tell(new Failure(Failure.Kind.REQUEST, ErrorCodes.code(error), message));
  }

  /**
   * The server refused what a new connection began with. Returns whether something of it was never
   * confirmed; that is taken back, so that another attempt is worth while.
   */
  public boolean beginningRefused(ErrorDetail error) {
    if (current.equals(settled) && tools.equals(settledTools)) {
      return false;
    }
    pending.clear();
    takeBack();
    tell(error, "The server refused a change of the session at a new connection: ");
    return true;
  }

  @Override
  public boolean responds() {
    TurnDetection detection = detection();
    return !(detection instanceof TurnDetection.Disabled)
        && !Boolean.FALSE.equals(createResponse(detection));
  }

  @Override
  public boolean promises() {
    return Boolean.TRUE.equals(createResponse(detection()));
  }

  @Override
  public boolean leftToApplication() {
    return Boolean.FALSE.equals(createResponse(current.turnDetection()));
  }

  @Override
  public boolean canRespond() {
    return !"transcription".equals(type(confirmed)) && !"transcription".equals(type(current));
  }

  private static @Nullable String type(SessionConfig config) {
    return config.type();
  }

  private @Nullable TurnDetection detection() {
    return confirmed.turnDetection() != null ? confirmed.turnDetection() : current.turnDetection();
  }

  /** Whether nobody ends the caller's turn but the application, by a commit. */
  public boolean committedByApplication() {
    return detection() instanceof TurnDetection.Disabled;
  }

  /** Whether speech of the caller stops the response that is heard. */
  public boolean interruptsBySpeech() {
    return !Boolean.FALSE.equals(interruptResponse());
  }

  /** Whether the server cancels its response by itself when it hears the caller. */
  public boolean serverInterrupts() {
    TurnDetection detection = detection();
    // What says nothing of turn detection at all has the default, which interrupts.
    return detection == null || Boolean.TRUE.equals(interruptResponse());
  }

  private static @Nullable Boolean createResponse(@Nullable TurnDetection detection) {
    if (detection instanceof TurnDetection.ServerVad vad) {
      return vad.createResponse();
    }
    return detection instanceof TurnDetection.SemanticVad vad ? vad.createResponse() : null;
  }

  private @Nullable Boolean interruptResponse() {
    TurnDetection detection = detection();
    if (detection instanceof TurnDetection.ServerVad vad) {
      return vad.interruptResponse();
    }
    return detection instanceof TurnDetection.SemanticVad vad ? vad.interruptResponse() : null;
  }

  /** Whether servers merge nested audio settings is not known, so they always go out together. */
  private SessionConfig withAudio(SessionConfig changes) {
    return changes.toBuilder()
        .inputFormat(current.inputFormat())
        .transcription(current.transcription())
        .noiseReduction(current.noiseReduction())
        .turnDetection(current.turnDetection())
        .outputFormat(current.outputFormat())
        .voice(spoken ? null : current.voice())
        .speed(current.speed())
        .build();
  }

  private static boolean touchesAudio(SessionConfig config) {
    return config.inputFormat() != null
        || config.transcription() != null
        || config.noiseReduction() != null
        || config.turnDetection() != null
        || config.outputFormat() != null
        || config.voice() != null
        || config.speed() != null;
  }

  private static SessionConfig merged(SessionConfig base, SessionConfig changes) {
    return base.toBuilder()
        .modalities(or(changes.modalities(), base.modalities()))
        .instructions(or(changes.instructions(), base.instructions()))
        .tools(or(changes.tools(), base.tools()))
        .toolChoice(or(changes.toolChoice(), base.toolChoice()))
        .parallelToolCalls(or(changes.parallelToolCalls(), base.parallelToolCalls()))
        .reasoningEffort(or(changes.reasoningEffort(), base.reasoningEffort()))
        .inputFormat(or(changes.inputFormat(), base.inputFormat()))
        .transcription(or(changes.transcription(), base.transcription()))
        .noiseReduction(or(changes.noiseReduction(), base.noiseReduction()))
        .turnDetection(or(changes.turnDetection(), base.turnDetection()))
        .outputFormat(or(changes.outputFormat(), base.outputFormat()))
        .voice(or(changes.voice(), base.voice()))
        .speed(or(changes.speed(), base.speed()))
        .temperature(or(changes.temperature(), base.temperature()))
        .maxOutputTokens(or(changes.maxOutputTokens(), base.maxOutputTokens()))
        .truncation(or(changes.truncation(), base.truncation()))
        .include(or(changes.include(), base.include()))
        .tracing(or(changes.tracing(), base.tracing()))
        .prompt(or(changes.prompt(), base.prompt()))
        .build();
  }

  private static <T> @Nullable T or(@Nullable T change, @Nullable T base) {
    return change != null ? change : base;
  }
}
