package dev.parlando.internal.engine.calls;

import dev.parlando.internal.engine.io.TransitionTable;

/**
 * How far a call is. It has one output; what becomes of a call that was given its output before it
 * ended follows as a message, so each state before the end is there twice.
 */
public enum CallState {
  /** The model asked for it. */
  REQUESTED,
  /** Somebody is to approve it first. */
  APPROVING,
  /** It waits for others to end. */
  QUEUED,
  /** That it is about to run is being recorded in the journal. */
  RECORDING,
  /** Its tool runs. */
  RUNNING,
  /** Its output says that it is not approved yet. */
  APPROVING_ANSWERED,
  /** Its output says that it is not done yet; it waits for others to end. */
  QUEUED_ANSWERED,
  /** Its output says that it is not done yet; that it is about to run is being recorded. */
  RECORDING_ANSWERED,
  /** Its output says that it is not done yet; its tool runs. */
  RUNNING_ANSWERED,
  /** Its output says how it ended. */
  ANSWERED,
  /** A message says how it ended. */
  FOLLOWED_UP;

  /** What happens to a call. */
  public enum Step {
    /** It needs an approval. */
    SUBMIT,
    /** It was approved, or needs no approval. */
    ADMIT,
    /** The journal is asked before it runs. */
    RECORD,
    /** Its tool is started. */
    START,
    /** It is given its output before it ended. */
    DEFER,
    /** It ended: by its tool, refused, denied, timed out, cancelled, or known from the journal. */
    END
  }

  /** Which state follows which. */
  public static final TransitionTable<CallState, Step> TABLE =
      TransitionTable.<CallState, Step>of("A call", REQUESTED)
          .on(REQUESTED, Step.SUBMIT, APPROVING)
          .on(REQUESTED, Step.ADMIT, QUEUED)
          .on(REQUESTED, Step.END, ANSWERED)
          .on(APPROVING, Step.ADMIT, QUEUED)
          .on(APPROVING, Step.DEFER, APPROVING_ANSWERED)
          .on(APPROVING, Step.END, ANSWERED)
          .on(QUEUED, Step.RECORD, RECORDING)
          .on(QUEUED, Step.START, RUNNING)
          .on(QUEUED, Step.DEFER, QUEUED_ANSWERED)
          .on(QUEUED, Step.END, ANSWERED)
          .on(RECORDING, Step.START, RUNNING)
          .on(RECORDING, Step.DEFER, RECORDING_ANSWERED)
          .on(RECORDING, Step.END, ANSWERED)
          .on(RUNNING, Step.DEFER, RUNNING_ANSWERED)
          .on(RUNNING, Step.END, ANSWERED)
          .on(APPROVING_ANSWERED, Step.ADMIT, QUEUED_ANSWERED)
          .on(APPROVING_ANSWERED, Step.END, FOLLOWED_UP)
          .on(QUEUED_ANSWERED, Step.RECORD, RECORDING_ANSWERED)
          .on(QUEUED_ANSWERED, Step.START, RUNNING_ANSWERED)
          .on(QUEUED_ANSWERED, Step.END, FOLLOWED_UP)
          .on(RECORDING_ANSWERED, Step.START, RUNNING_ANSWERED)
          .on(RECORDING_ANSWERED, Step.END, FOLLOWED_UP)
          .on(RUNNING_ANSWERED, Step.END, FOLLOWED_UP)
          .build();

  /** Whether it has its output already and did not end. */
  boolean deferred() {
    return switch (this) {
      case APPROVING_ANSWERED, QUEUED_ANSWERED, RECORDING_ANSWERED, RUNNING_ANSWERED -> true;
      default -> false;
    };
  }

  boolean running() {
    return this == RUNNING || this == RUNNING_ANSWERED;
  }

  boolean open() {
    return this != ANSWERED && this != FOLLOWED_UP;
  }
}
