package dev.parlando.internal.engine.connection;

import dev.parlando.internal.engine.io.TransitionTable;

/** How far a session's connection is. */
public enum Phase {
  /** Nothing was dialled yet. */
  NEW,
  /** A connection is being dialled. */
  DIALLING,
  /** The connection is open, and the server should greet. */
  GREETING,
  /** The configuration was sent, and the server should confirm it. */
  CONFIGURING,
  /** The session can be used. */
  READY,
  /** The connection is lost, and another is dialled after a pause. */
  PAUSING,
  /** The session ends; the server should close the connection. */
  CLOSING,
  /** The session is over. */
  OVER;

  /** What happens to a connection. */
  public enum Step {
    /** It is being dialled. */
    DIAL,
    /** It is open. */
    OPEN,
    /** The configuration goes out. */
    CONFIGURE,
    /** The server confirmed the configuration. */
    CONFIRM,
    /** It is lost, or could not be made, and another is worth while. */
    LOSE,
    /** The application, a budget or a failure ends the session. */
    CLOSE,
    /** The session can't go on. */
    END
  }

  /** Which phase follows which. */
  public static final TransitionTable<Phase, Step> TABLE =
      TransitionTable.<Phase, Step>of("A connection", NEW)
          .on(NEW, Step.DIAL, DIALLING)
          .on(NEW, Step.END, OVER)
          .on(DIALLING, Step.OPEN, GREETING)
          .on(DIALLING, Step.LOSE, PAUSING)
          .on(DIALLING, Step.END, OVER)
          .on(GREETING, Step.CONFIGURE, CONFIGURING)
          .on(GREETING, Step.LOSE, PAUSING)
          .on(GREETING, Step.END, OVER)
          .on(CONFIGURING, Step.CONFIRM, READY)
          .on(CONFIGURING, Step.LOSE, PAUSING)
          .on(CONFIGURING, Step.END, OVER)
          .on(READY, Step.LOSE, PAUSING)
          .on(READY, Step.CLOSE, CLOSING)
          .on(READY, Step.END, OVER)
          .on(PAUSING, Step.DIAL, DIALLING)
          .on(PAUSING, Step.LOSE, PAUSING)
          .on(PAUSING, Step.END, OVER)
          .on(CLOSING, Step.END, OVER)
          .build();
}
