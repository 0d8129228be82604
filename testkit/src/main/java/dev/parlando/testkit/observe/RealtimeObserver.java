package dev.parlando.testkit.observe;

import tools.jackson.databind.JsonNode;

/**
 * Called with every event as it passes, in the order of its session. Called on the threads that
 * serve the sessions: be quick, and thread-safe where there are several sessions. An exception ends
 * the session with code 1011.
 *
 * <p>One that is registered as a service looks on at every server of the process, and at scenarios
 * that are played offline.
 */
public interface RealtimeObserver {

  /** The client sent an event. */
  default void received(ObservedSession session, JsonNode event) {}

  /** The server sent an event. */
  default void sent(ObservedSession session, JsonNode event) {}

  /** The connection is over. */
  default void ended(ObservedSession session, SessionEnd end) {}
}
