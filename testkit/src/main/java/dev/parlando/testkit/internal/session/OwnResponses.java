package dev.parlando.testkit.internal.session;

import dev.parlando.testkit.fault.FaultAction;
import dev.parlando.testkit.internal.rules.RefusedException;
import org.jspecify.annotations.Nullable;

/** The responses that the server begins by itself, because the user has spoken or was silent. */
final class OwnResponses {

  private final SessionContext session;
  private final SessionResponses responses;

  OwnResponses(SessionContext session, SessionResponses responses) {
    this.session = session;
    this.responses = responses;
  }

  /** Answers what the user said, or what is to pass for it. */
  void answer(ConversationItem item) {
    FaultAction fault = session.link().responseFault(item.copy());
    if (fault instanceof FaultAction.Delay delay) {
      session.link().later(delay.duration(), () -> begin(null));
    } else if (fault instanceof FaultAction.Fail failure) {
      begin(failure);
    } else if (fault == null) {
      begin(null);
    }
  }

  /**
   * Begins a response, unless one runs: that happens where the user doesn't interrupt, and the real
   * server says nothing then.
   */
  private void begin(FaultAction.@Nullable Fail failure) {
    if (responses.busy()) {
      return;
    }
    try {
      ResponseRun run = responses.create(Json.object());
      if (failure != null) {
        run.fail(failure.code(), failure.message());
      }
    } catch (RefusedException e) {
      session.link().send(Errors.event(e, null));
    }
  }
}
