package dev.parlando.testkit.internal.session;

import tools.jackson.databind.node.ObjectNode;

/** What a session does with what arrives. Called in order, by one thread at a time. */
public interface SessionLogic {

  /** The socket is open. */
  void opened();

  /** The client sent a JSON object. */
  void received(ObjectNode event);

  /**
   * The client sent something that is no JSON object.
   *
   * @param problem what is wrong with it, a sentence
   */
  void malformed(String problem);

  /** The socket is closed; nothing can be sent any more. */
  void closed();
}
