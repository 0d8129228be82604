package dev.parlando.internal.engine.oracle;

import dev.parlando.realtime.Response;

/** A response as the client got it. */
final class Reply {

  final SimResponse response;

  /** When the request went out that it was made for; when it began, without one. */
  final long askedMs;

  /** When the client asked for it, or learnt of it. */
  long knownMs;

  /** Whether the client learnt of it. */
  boolean seen;

  /** Whether the client was not told when it began. */
  boolean beganUnseen;

  /** Whether the client learnt of its end. */
  boolean ended;

  /** Whether it was judged what its end means. */
  boolean judged;

  /** Whether the application interrupted it. */
  boolean interrupted;

  /** Whether the client ran or answered a call of it. */
  boolean dispatched;

  /** Whether some of it was thrown away before it was heard. */
  boolean cut;

  /** How much audio was handed to the sink, in ms; in a text response: pieces told. */
  long handed;

  Reply(SimResponse response, long askedMs) {
    this.response = response;
    this.askedMs = askedMs;
  }

  /** Whether it was completed, and what was said in it is still kept back by the client. */
  boolean waits() {
    return response.status == Response.Status.COMPLETED && !cut && handed < response.audioMs;
  }

  /** Whether all that the server said in it was handed over. */
  boolean whole() {
    return !cut && handed > 0 && handed >= response.audioMs;
  }
}
