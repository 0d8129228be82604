package dev.parlando.testkit.internal.wire;

import dev.parlando.testkit.Handshake;
import dev.parlando.testkit.ServerDialect;
import dev.parlando.testkit.brain.Brain;
import dev.parlando.testkit.internal.session.ServerLink;
import dev.parlando.testkit.internal.session.SessionLogic;
import dev.parlando.testkit.internal.session.SessionSetup;
import dev.parlando.testkit.internal.session.SimulatedSession;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Makes sessions that a brain answers in.
 *
 * @param speechRate how many times faster than real time audio is sent; 0 for as fast as possible
 * @param limit after what time a session ends
 */
public record Sessions(
    ServerDialect dialect, Supplier<? extends Brain> brains, double speechRate, Duration limit)
    implements RealtimeHttpServer.SessionFactory {

  @Override
  public SessionLogic create(int number, Handshake handshake, ServerLink link) {
    if (dialect == ServerDialect.GA && Handshakes.asksForBeta(handshake)) {
      return new BetaRefusal(link);
    }
    return new SimulatedSession(
        new SessionSetup(
            number,
            dialect,
            Handshakes.model(handshake).orElse(dialect.defaultModel()),
            dialect == ServerDialect.GA && Handshakes.isTranscription(handshake),
            !Handshakes.isSideband(handshake),
            brains.get(),
            speechRate,
            limit),
        link);
  }
}
