package dev.parlando.realtime;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How the end of the user's turn is found. */
public sealed interface TurnDetection {

  /** By silence, with the server's defaults. */
  static ServerVad serverVad() {
    return new ServerVad(null, null, null, null, null, null, Extras.NONE);
  }

  /** By what is said, with the server's defaults. */
  static SemanticVad semanticVad() {
    return new SemanticVad(null, null, null, Extras.NONE);
  }

  /** Not at all: the client commits the audio and asks for responses. */
  static Disabled disabled() {
    return Disabled.INSTANCE;
  }

  /**
   * By silence. What is null is the server's default.
   *
   * @param threshold 0 to 1; higher needs louder speech
   * @param prefixPaddingMs how much audio before the speech is kept, in ms
   * @param silenceDurationMs how long a silence ends the turn, in ms
   * @param createResponse whether the end of the turn starts a response
   * @param interruptResponse whether speech cancels the running response
   * @param idleTimeoutMs after how long a silence the model speaks by itself, 5000 to 30000 ms. GA
   *     only
   */
  record ServerVad(
      @Nullable Double threshold,
      @Nullable Integer prefixPaddingMs,
      @Nullable Integer silenceDurationMs,
      @Nullable Boolean createResponse,
      @Nullable Boolean interruptResponse,
      @Nullable Integer idleTimeoutMs,
      Extras extras)
      implements TurnDetection {}

  /**
   * By what is said: the turn ends when the sentence does.
   *
   * @param eagerness {@code low}, {@code medium}, {@code high} or {@code auto}; null: the server's
   *     default
   * @param createResponse whether the end of the turn starts a response
   * @param interruptResponse whether speech cancels the running response
   */
  record SemanticVad(
      @Nullable String eagerness,
      @Nullable Boolean createResponse,
      @Nullable Boolean interruptResponse,
      Extras extras)
      implements TurnDetection {}

  /** Not at all; {@code null} on the wire. */
  enum Disabled implements TurnDetection {
    /** The one value. */
    INSTANCE
  }

  /**
   * A way that this version does not know, kept whole.
   *
   * @param type its name as it came; null where it had none
   * @param raw as it came; not to be changed
   */
  record Unknown(@Nullable String type, JsonNode raw) implements TurnDetection {}
}
