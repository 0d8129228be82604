package dev.parlando.session.engine;

import dev.parlando.realtime.ResponseConfig;
import dev.parlando.realtime.ToolChoice;
import dev.parlando.session.engine.Timer.Kind;
import dev.parlando.session.event.Failure;

/**
 * Keeps a session within its budget. When something is used up the model says farewell, and the
 * session ends once that was said.
 */
final class Spending {

  private final Outbox out;
  private final Budget budget;
  private final UsageCounter usage;
  private final Replies replies;
  private final Calls calls;
  private long openedAtMs;
  private boolean opened;
  private boolean ending;

  Spending(Outbox out, Budget budget, UsageCounter usage, Replies replies, Calls calls) {
    this.out = out;
    this.budget = budget;
    this.usage = usage;
    this.replies = replies;
    this.calls = calls;
  }

  void opened() {
    if (!opened) {
      opened = true;
      openedAtMs = out.nowMs();
      if (budget.ms() > 0) {
        out.start(Timer.of(Kind.BUDGET), budget.ms());
      }
    }
  }

  /** Checks what was used. Tells whether the session is to be closed now. */
  boolean check() {
    if (!opened) {
      return false;
    }
    if (ending) {
      return replies.idle();
    }
    String exhausted =
        budget.exhausted(
            usage.totals().total(), replies.begun(), calls.made(), out.nowMs() - openedAtMs);
    if (exhausted == null) {
      return false;
    }
    ending = true;
    out.tell(new Failure(Failure.Kind.BUDGET, "", "The session has used up its " + exhausted));
    replies.closeQueue();
    if (budget.farewell().isEmpty()) {
      return true;
    }
    replies.last(
        ReplyRequest.asked(
            ResponseConfig.builder()
                .instructions(budget.farewell())
                .toolChoice(ToolChoice.Mode.NONE)
                .build()));
    return false;
  }
}
