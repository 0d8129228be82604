package dev.parlando.internal.engine.oracle;

/** What stands in the way of a request for a response before it begins. */
enum Hindrance {
  /** Busy, though no response is known to run. */
  BUSY,
  BUSY_WITHOUT_ID,
  TRANSIENT,
  FINAL,
  /** Nothing ever comes of it. */
  NEVER_BEGINS,
  /** It begins after its time limit. */
  BEGINS_LATE;

  boolean loses() {
    return this == NEVER_BEGINS || this == BEGINS_LATE;
  }
}
