package dev.parlando.internal.engine.turns;

import dev.parlando.internal.engine.io.TransitionTable;

/** How far a turn is: from the caller's first word to the answer, or to the reason for none. */
public enum TurnState {
  /** The caller is speaking. */
  FORMING,
  /** The caller waits, and nobody was asked for an answer yet, or what was asked for got lost. */
  OWED,
  /** A response was requested, or the server is about to begin one by itself. */
  ASKED,
  /** A response to it began, and nothing of it was heard. */
  BEGUN,
  /** A part of the response was handed over to be heard. */
  HEARD,
  /** Nobody waits any more. */
  SETTLED;

  /** What happens to a turn. */
  public enum Step {
    /** The caller's audio became an item, and the server responds to it by itself. */
    AWAIT,
    /** The caller's audio became an item, and nobody but us asks for a response. */
    COMMIT,
    /** Nothing came of what the caller seemed to say. */
    DISSOLVE,
    /** A response is requested for it. */
    ASK,
    /** A response begins that has read it. */
    BEGIN,
    /** The first part of the response is handed over to be heard. */
    HEAR,
    /** What was handed over was flushed before anybody heard it. */
    UNHEAR,
    /** What was to meet it was refused, failed, got lost or came to nothing. */
    MISS,
    /** The response broke off after a part of it was heard. */
    BREAK,
    /** The response completed. */
    ANSWER,
    /** The response called a tool, whose output opens the next turn. */
    PASS_ON,
    /** The caller or the application does not want the answer any more. */
    OVERTAKE,
    /** No answer can be had; a failure says so. */
    GIVE_UP
  }

  /** Which state follows which. */
  public static final TransitionTable<TurnState, Step> TABLE =
      TransitionTable.<TurnState, Step>of("A turn", FORMING)
          .on(FORMING, Step.AWAIT, ASKED)
          .on(FORMING, Step.COMMIT, OWED)
          .on(FORMING, Step.BEGIN, BEGUN)
          .on(FORMING, Step.DISSOLVE, SETTLED)
          .on(OWED, Step.ASK, ASKED)
          .on(OWED, Step.BEGIN, BEGUN)
          .on(OWED, Step.OVERTAKE, SETTLED)
          .on(OWED, Step.GIVE_UP, SETTLED)
          .on(ASKED, Step.BEGIN, BEGUN)
          .on(ASKED, Step.MISS, OWED)
          .on(ASKED, Step.OVERTAKE, SETTLED)
          .on(ASKED, Step.GIVE_UP, SETTLED)
          .on(BEGUN, Step.HEAR, HEARD)
          .on(BEGUN, Step.MISS, OWED)
          .on(BEGUN, Step.ANSWER, SETTLED)
          .on(BEGUN, Step.PASS_ON, SETTLED)
          .on(BEGUN, Step.OVERTAKE, SETTLED)
          .on(BEGUN, Step.GIVE_UP, SETTLED)
          .on(HEARD, Step.UNHEAR, BEGUN)
          .on(HEARD, Step.BREAK, OWED)
          .on(HEARD, Step.ANSWER, SETTLED)
          .on(HEARD, Step.PASS_ON, SETTLED)
          .on(HEARD, Step.OVERTAKE, SETTLED)
          .on(HEARD, Step.GIVE_UP, SETTLED)
          .build();
}
