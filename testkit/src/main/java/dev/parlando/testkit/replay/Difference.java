package dev.parlando.testkit.replay;

/**
 * One thing that went otherwise than it was recorded.
 *
 * @param kind what
 * @param where which call or reply, as {@code call 1, get_temperature}
 * @param before as it was recorded; empty if there was nothing
 * @param after as it is now; empty if there is nothing
 */
public record Difference(Kind kind, String where, String before, String after) {

  /** What can differ. */
  public enum Kind {
    /** A call was made or not. */
    CALL,
    /** A call had other arguments. */
    ARGUMENTS,
    /** A call had another answer. */
    OUTPUT,
    /** The model said something else. */
    REPLY
  }

  @Override
  public String toString() {
    return kind
        + " of "
        + where
        + "\n  - "
        + (before.isEmpty() ? "(nothing)" : before)
        + "\n  + "
        + (after.isEmpty() ? "(nothing)" : after);
  }
}
