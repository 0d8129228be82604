package dev.parlando.testkit.internal.connection;

import dev.parlando.testkit.internal.session.ServerLink;
import dev.parlando.testkit.internal.session.SessionLogic;
import dev.parlando.testkit.observe.ClientHandshake;

/** Makes the logic of a session. */
@FunctionalInterface
public interface SessionFactory {

  /**
   * Makes it.
   *
   * @param number which session of the server, from 1
   */
  SessionLogic create(int number, ClientHandshake handshake, ServerLink link);
}
