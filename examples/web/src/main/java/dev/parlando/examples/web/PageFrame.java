package dev.parlando.examples.web;

import tools.jackson.databind.node.ObjectNode;

/**
 * What a page may ask for. There is no frame for instructions, tools or items: a page can't change
 * what the model is told, nor name a call that the model did not make. The one exception is {@link
 * CallByHand}, which stays outside the conversation.
 */
sealed interface PageFrame {

  /** Starts a session where there is none. */
  record Start() implements PageFrame {}

  /** Says something in writing. */
  record Say(String text) implements PageFrame {}

  /** Ends the user's turn: push to talk was let go. */
  record Commit() implements PageFrame {}

  /** Forgets what was spoken since the last turn. */
  record Clear() implements PageFrame {}

  /** Stops the reply. */
  record Interrupt() implements PageFrame {}

  /**
   * How turns end.
   *
   * @param vad whether the server listens for it; else the page commits
   */
  record Listen(boolean vad) implements PageFrame {}

  /**
   * How far the audio was heard.
   *
   * @param generation of which queue; the audio is cut off from one to the next
   * @param frames samples at 24 kHz that left the device since the queue began
   */
  record Played(int generation, long frames) implements PageFrame {}

  /**
   * Calls a tool without a model.
   *
   * @param id the page's own mark, which comes back with the outcome
   */
  record CallByHand(String id, String tool, ObjectNode arguments) implements PageFrame {}
}
