package dev.parlando.internal.engine.oracle;

/** How far a turn of the caller is, as can be seen from outside. */
enum State {
  /** There is no turn yet. */
  NONE,
  FORMING,
  OWED,
  ASKED,
  ASKED_BY_SERVER,
  BEGUN,
  HEARD,
  SETTLED;

  /** Whether the caller waits. */
  boolean open() {
    return this != NONE && this != FORMING && this != SETTLED;
  }
}
