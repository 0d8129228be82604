package dev.parlando.testkit.internal.session;

/** Ids of one session: short, of the characters that the protocol allows, and never twice. */
final class Ids {

  private final int session;
  private int last;

  Ids(int session) {
    this.session = session;
  }

  /** A new id such as {@code item_3_17}. */
  String next(String kind) {
    last++;
    return kind + "_" + session + "_" + last;
  }
}
