package dev.parlando.transport.address;

import java.util.regex.Pattern;

/** The id of a call that came in by SIP or WebRTC. */
public final class CallId {

  /** What may stand in a path or a query as it is. */
  private static final Pattern ID = Pattern.compile("[\\w-]+");

  private CallId() {}

  /**
   * The id, if it is one.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static String require(String id) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "A call's id is made of letters, digits, - and _, unlike \"" + id + "\".");
    }
    return id;
  }
}
