package dev.parlando.testkit.internal.wire;

import dev.parlando.testkit.Handshake;
import dev.parlando.testkit.internal.session.ServerLink;
import dev.parlando.testkit.internal.session.SessionLogic;

/** Makes the logic of a session. */
@FunctionalInterface
public interface SessionFactory {

  /**
   * Makes it.
   *
   * @param number which session of the server, from 1
   */
  SessionLogic create(int number, Handshake handshake, ServerLink link);
}
