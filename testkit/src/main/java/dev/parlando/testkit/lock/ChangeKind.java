package dev.parlando.testkit.lock;

/** What a change of a tool means to those who call it, gravest first. */
enum ChangeKind {
  /** Calls that were valid no longer are, or mean something else. */
  BREAKING,
  /** A tool that was not there: one more thing that a model may do. */
  ADDITION,
  /** Calls are valid that were not, and those that were still are. */
  WIDENING,
  /** The same calls are valid; the model reads other words, or another order. */
  WORDING
}
