package dev.parlando.testkit.internal.access;

import dev.parlando.realtime.Dialect;
import dev.parlando.testkit.brain.Brain;
import dev.parlando.testkit.brain.McpServer;
import dev.parlando.testkit.fault.IdNumbering;
import dev.parlando.testkit.internal.connection.CallSession;
import dev.parlando.testkit.internal.connection.CallSessions;
import dev.parlando.testkit.internal.connection.SessionFactory;
import dev.parlando.testkit.internal.session.DefaultModels;
import dev.parlando.testkit.internal.session.ServerLink;
import dev.parlando.testkit.internal.session.SessionDraft;
import dev.parlando.testkit.internal.session.SessionLogic;
import dev.parlando.testkit.internal.session.SessionSetup;
import dev.parlando.testkit.internal.session.SimulatedSession;
import dev.parlando.testkit.observe.ClientHandshake;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes sessions that a brain answers in.
 *
 * @param access holds what was arranged beforehand
 * @param calls the sessions that clients join by a sideband
 * @param mcpServers the remote MCP servers that can be reached
 * @param ids how ids are made
 * @param speechRate how many times faster than real time audio is sent; 0 for as fast as possible
 * @param limit after what time a session ends
 */
public record BrainSessions(
    ClientAccess access,
    CallSessions calls,
    Supplier<? extends Brain> brains,
    List<McpServer> mcpServers,
    IdNumbering ids,
    double speechRate,
    Duration limit)
    implements SessionFactory {

  @Override
  public SessionLogic create(int number, ClientHandshake handshake, ServerLink link) {
    if (access.dialect() == Dialect.GA && Handshakes.asksForBeta(handshake)) {
      return new BetaRefusal(link);
    }
    Optional<String> callId = handshake.queryValue("call_id");
    return callId.isPresent()
        ? calls.join(callId.get(), link, own -> call(callId.get(), own))
        : session(number, access.draft(handshake).orElseGet(() -> draft(handshake)), true, link);
  }

  /** The session of a call, begun when it is first asked for. */
  public CallSession call(String callId) {
    return calls.of(callId, own -> call(callId, own));
  }

  private SessionLogic call(String callId, ServerLink link) {
    SessionDraft nothing =
        SessionDraft.nothing(access.dialect(), DefaultModels.of(access.dialect()), false);
    return session(0, access.calls().accepted(callId).orElse(nothing), false, link);
  }

  private SessionLogic session(int number, SessionDraft draft, boolean announced, ServerLink link) {
    return new SimulatedSession(
        new SessionSetup(
            number, draft, announced, brains.get(), mcpServers, ids, speechRate, limit),
        link);
  }

  private SessionDraft draft(ClientHandshake handshake) {
    return SessionDraft.nothing(
        access.dialect(),
        Handshakes.model(handshake).orElse(DefaultModels.of(access.dialect())),
        Handshakes.isTranscription(handshake));
  }
}
