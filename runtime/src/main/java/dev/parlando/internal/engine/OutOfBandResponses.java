package dev.parlando.internal.engine;

import dev.parlando.internal.engine.Timer.Kind;
import java.util.HashMap;
import java.util.Map;

/**
 * The replies of ours that are under way outside the conversation, beside the one in its slot. One
 * that gives no sign of life for too long is taken to have ended: its end got lost.
 */
final class OutOfBandResponses {

  private final Outbox out;
  private final long stallMs;
  private final Map<String, Long> lastSigns = new HashMap<>();

  /**
   * @param stallMs how long one may give no sign of life, in ms
   */
  OutOfBandResponses(Outbox out, long stallMs) {
    this.out = out;
    this.stallMs = stallMs;
  }

  void began(String responseId) {
    lastSigns.put(responseId, out.nowMs());
    out.start(timer(responseId), stallMs);
  }

  /** Something of a reply came. Returns whether it is one of these. */
  boolean signOfLife(String responseId) {
    return lastSigns.replace(responseId, out.nowMs()) != null;
  }

  /** A reply ended. Returns whether it was one of these. */
  boolean ended(String responseId) {
    boolean known = lastSigns.remove(responseId) != null;
    if (known) {
      out.stop(timer(responseId));
    }
    return known;
  }

  /** The time of one may be up. Returns whether it is given up. */
  boolean stalled(String responseId) {
    Long lastSign = lastSigns.get(responseId);
    if (lastSign == null) {
      return false;
    }
    long left = lastSign + stallMs - out.nowMs();
    if (left > 0) {
      out.start(timer(responseId), left);
      return false;
    }
    return ended(responseId);
  }

  boolean contains(String responseId) {
    return lastSigns.containsKey(responseId);
  }

  boolean isEmpty() {
    return lastSigns.isEmpty();
  }

  /** Nothing more will come of any of them. */
  void clear() {
    lastSigns.keySet().forEach(id -> out.stop(timer(id)));
    lastSigns.clear();
  }

  private static Timer timer(String responseId) {
    return new Timer(Kind.STALLED_OUT_OF_BAND, responseId);
  }
}
