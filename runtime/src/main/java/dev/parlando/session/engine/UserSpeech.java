package dev.parlando.session.engine;

import dev.parlando.session.engine.Timer.Kind;

/**
 * Whether the floor is the user's. A reply to tool outputs waits while the user speaks and while
 * the server may be about to reply by itself; if it does not, the reply goes after all.
 */
final class UserSpeech {

  private final Outbox out;
  private final EngineOptions options;
  private boolean speaking;
  private boolean replyExpected;

  UserSpeech(Outbox out, EngineOptions options) {
    this.out = out;
    this.options = options;
  }

  void started() {
    speaking = true;
    replyExpected = false;
    // The end of the speech may get lost; the floor comes back all the same.
    out.start(Timer.of(Kind.USER_SPEECH), options.times().speech());
  }

  void stopped() {
    speaking = false;
    replyExpected = true;
    out.start(Timer.of(Kind.USER_SPEECH), options.times().vadReply());
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
