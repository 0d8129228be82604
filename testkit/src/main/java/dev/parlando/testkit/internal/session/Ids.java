package dev.parlando.testkit.internal.session;

import dev.parlando.testkit.fault.IdNumbering;
import java.util.function.Predicate;

/** Ids of one session: short, and of the characters that the protocol allows. */
final class Ids {

  private final int session;
  private final IdNumbering numbering;
  private Predicate<String> taken = id -> false;
  private int last;
  private int nextCall;

  /**
   * @param session the number of the session at the server
   */
  Ids(int session, IdNumbering numbering) {
    this.session = session;
    this.numbering = numbering;
  }

  /** Passes over ids that a client gave to items of its own. */
  void avoid(Predicate<String> ids) {
    taken = ids;
  }

  /** A new id such as {@code item_3_17}. */
  String next(String kind) {
    last++;
    if (numbering == IdNumbering.UNIQUE) {
      return kind + "_" + session + "_" + last;
    }
    while (taken.test(kind + "_" + last)) {
      last++;
    }
    return kind + "_" + last;
  }

  /** The id of a new response. */
  String nextResponse() {
    nextCall = 0;
    return next("resp");
  }

  /** The id of a new call. */
  String nextCall() {
    return numbering == IdNumbering.CALLS_PER_RESPONSE ? "call_" + nextCall++ : next("call");
  }
}
