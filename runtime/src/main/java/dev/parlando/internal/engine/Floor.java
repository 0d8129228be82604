package dev.parlando.internal.engine;

import dev.parlando.internal.engine.Timer.Kind;

/**
 * Whether the floor is the user's. A reply to tool outputs waits while the user speaks and while
 * the server may be about to reply by itself; if it does not, the reply goes after all.
 */
final class Floor {

  private final Outbox out;
  private final EngineOptions options;
  private boolean speaking;
  private boolean replyExpected;

  Floor(Outbox out, EngineOptions options) {
    this.out = out;
    this.options = options;
  }

  void started() {
    speaking = true;
    replyExpected = false;
    // The end of the speech may get lost; the floor comes back all the same.
    out.start(Timer.of(Kind.USER_SPEECH), EngineOptions.LONGEST_SPEECH_MS);
  }

  void stopped() {
    speaking = false;
    replyExpected = true;
    out.start(Timer.of(Kind.USER_SPEECH), options.timeouts().serverResponse().toMillis());
  }

  /**
   * @param byServer whether the server began it by itself, which it does only after the user
   *     stopped
   */
  void replyBegan(boolean byServer) {
    if (replyExpected || (speaking && byServer)) {
      speaking = false;
      replyExpected = false;
      out.stop(Timer.of(Kind.USER_SPEECH));
    }
  }

  void timerFired() {
    speaking = false;
    replyExpected = false;
  }

  /** Whether the server is given time to reply by itself. */
  boolean replyExpected() {
    return replyExpected;
  }

  boolean holdsReplies() {
    return speaking || replyExpected;
  }
}
