package dev.parlando;

/** What a tool changes outside the conversation. */
public enum SideEffect {
  /** Not said; treated as {@link #WRITE}. */
  UNSPECIFIED,
  /** Changes nothing: may be cancelled, and run again, at any time. */
  READ,
  /** Changes something that can be undone. */
  WRITE,
  /** Changes something that can't be undone: a payment, a message sent. */
  IRREVERSIBLE
}
