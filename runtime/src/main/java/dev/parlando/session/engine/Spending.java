package dev.parlando.session.engine;

import dev.parlando.realtime.ResponseConfig;
import dev.parlando.realtime.ToolChoice;
import dev.parlando.session.engine.Timer.Kind;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.UsageTotals;
import org.jspecify.annotations.Nullable;

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
  private Budget.@Nullable Cost cost;
  private UsageTotals priced = UsageTotals.NONE;

  Spending(Outbox out, Budget budget, UsageCounter usage, Replies replies, Calls calls) {
    this.out = out;
    this.budget = budget;
    this.cost = budget.cost();
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
    if (!opened || budget.equals(Budget.UNLIMITED)) {
      return false;
    }
    if (ending) {
      return replies.idle();
    }
    UsageTotals used = usage.totals();
    String exhausted =
        budget.exhausted(used.total(), replies.begun(), calls.made(), out.nowMs() - openedAtMs);
    if (exhausted == null && tooExpensive(used)) {
      exhausted = "money";
    }
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

  /** Asks for the price when there is something new to pay for. */
  private boolean tooExpensive(UsageTotals used) {
    Budget.Cost limit = cost;
    if (limit == null || used.equals(priced)) {
      return false;
    }
    priced = used;
    try {
      return limit.price().applyAsDouble(used) >= limit.limit();
    } catch (RuntimeException thrown) {
      cost = null;
      String message = "The price of what was used is not known, so it has no limit: " + thrown;
      out.tell(new Failure(Failure.Kind.APPLICATION, "", message));
      return false;
    }
  }
}
