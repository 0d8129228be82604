package dev.parlando.testkit.internal.wire;

import dev.parlando.testkit.Handshake;
import dev.parlando.testkit.ServerDialect;
import dev.parlando.testkit.brain.Brain;
import dev.parlando.testkit.internal.session.ServerLink;
import dev.parlando.testkit.internal.session.SessionDraft;
import dev.parlando.testkit.internal.session.SessionLogic;
import dev.parlando.testkit.internal.session.SessionSetup;
import dev.parlando.testkit.internal.session.SimulatedSession;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Makes sessions that a brain answers in.
 *
 * @param doorkeeper knows what was arranged beforehand
 * @param speechRate how many times faster than real time audio is sent; 0 for as fast as possible
 * @param limit after what time a session ends
 */
public record Sessions(
    Doorkeeper doorkeeper, Supplier<? extends Brain> brains, double speechRate, Duration limit)
    implements SessionFactory {

  @Override
  public SessionLogic create(int number, Handshake handshake, ServerLink link) {
    if (doorkeeper.dialect() == ServerDialect.GA && Handshakes.asksForBeta(handshake)) {
      return new BetaRefusal(link);
    }
    return new SimulatedSession(
        new SessionSetup(
            number,
            doorkeeper.draft(handshake).orElseGet(() -> draft(handshake)),
            !Handshakes.isSideband(handshake),
            brains.get(),
            speechRate,
            limit),
        link);
  }

  private SessionDraft draft(Handshake handshake) {
    return SessionDraft.nothing(
        doorkeeper.dialect(),
        Handshakes.model(handshake).orElse(doorkeeper.dialect().defaultModel()),
        Handshakes.isTranscription(handshake));
  }
}
