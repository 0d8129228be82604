package dev.parlando.testkit.internal.access;

import dev.parlando.realtime.Dialect;
import dev.parlando.testkit.brain.Brain;
import dev.parlando.testkit.internal.connection.SessionFactory;
import dev.parlando.testkit.internal.session.DefaultModels;
import dev.parlando.testkit.internal.session.ServerLink;
import dev.parlando.testkit.internal.session.SessionDraft;
import dev.parlando.testkit.internal.session.SessionLogic;
import dev.parlando.testkit.internal.session.SessionSetup;
import dev.parlando.testkit.internal.session.SimulatedSession;
import dev.parlando.testkit.observe.ClientHandshake;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Makes sessions that a brain answers in.
 *
 * @param access holds what was arranged beforehand
 * @param speechRate how many times faster than real time audio is sent; 0 for as fast as possible
 * @param limit after what time a session ends
 */
public record BrainSessions(
    ClientAccess access, Supplier<? extends Brain> brains, double speechRate, Duration limit)
    implements SessionFactory {

  @Override
  public SessionLogic create(int number, ClientHandshake handshake, ServerLink link) {
    if (access.dialect() == Dialect.GA && Handshakes.asksForBeta(handshake)) {
      return new BetaRefusal(link);
    }
    return new SimulatedSession(
        new SessionSetup(
            number,
            access.draft(handshake).orElseGet(() -> draft(handshake)),
            !Handshakes.isSideband(handshake),
            brains.get(),
            speechRate,
            limit),
        link);
  }

  private SessionDraft draft(ClientHandshake handshake) {
    return SessionDraft.nothing(
        access.dialect(),
        Handshakes.model(handshake).orElse(DefaultModels.of(access.dialect())),
        Handshakes.isTranscription(handshake));
  }
}
