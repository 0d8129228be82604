package dev.parlando.internal.engine.oracle;

/** What must hold in every conversation. */
enum Rule {
  /** At rest the caller waits, nobody asks, and no failure was told. */
  SILENCE,
  /** A failure was told in place of an answer, though asking again was due. */
  GIVEN_UP_EARLY,
  ANSWERED_TWICE,
  /** The client says that nothing is under way while the caller waits. */
  IDLE_WHILE_OWED,
  /** Something is still under way after a long rest. */
  NOT_IDLE_AT_REST,
  /** A turn is asked for without end. */
  ASKED_TOO_OFTEN,
  /** Audio of two responses is mixed. */
  TWO_VOICES,
  /** Audio of what was interrupted is handed over. */
  HEARD_AFTER_INTERRUPT,
  /** The client stops speech that the session protects. */
  PROTECTED_SPEECH_CUT,
  /** A call that the model made is not answered. */
  CALL_NOT_ANSWERED,
  CALL_ANSWERED_TWICE,
  CALL_RUN_TWICE,
  /** An output for a call that the server does not have. */
  UNKNOWN_OUTPUT,
  /** A truncation of an item that the server does not have. */
  UNKNOWN_TRUNCATION,
  DIALLED_AFTER_CLOSE,
  TWO_CONNECTIONS,
  /** The client gives up though nothing failed, or fewer dials than it has. */
  CONNECTING_GIVEN_UP,
  TOLD_AFTER_CLOSE,

  /** The session was closed, or can't go on, and nobody is told that it is over. */
  END_NOT_TOLD,
  THREW
}
