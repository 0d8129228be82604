package dev.parlando.internal.engine;

import dev.parlando.internal.engine.calls.Calls;
import dev.parlando.internal.engine.conversation.UsageCounter;
import dev.parlando.internal.engine.io.Effect;
import dev.parlando.internal.engine.io.Outbox;
import dev.parlando.internal.engine.io.Timer;
import dev.parlando.internal.engine.io.Timer.Kind;
import dev.parlando.internal.engine.turns.ResponseScheduler;
import dev.parlando.realtime.ResponseConfig;
import dev.parlando.realtime.ToolChoice;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.UsageTotals;
import dev.parlando.session.options.SessionBudget;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a session within its budget. When something is used up the model says farewell, and the
 * session ends once that was heard.
 */
final class Spending {

  /** How long a farewell may be heard, in ms. */
  private static final long LONGEST_FAREWELL_MS = 60_000;

  private final Outbox out;
  private final SessionBudget budget;
  private final UsageCounter usage;
  private final ResponseScheduler scheduler;
  private final Calls calls;
  private long openedAtMs;
  private boolean opened;
  private boolean ending;
  private boolean awaitsHeard;
  private boolean heard;
  private boolean priceKnown;
  private boolean tooExpensive;
  private UsageTotals priced = UsageTotals.NONE;

  Spending(
      Outbox out,
      SessionBudget budget,
      UsageCounter usage,
      ResponseScheduler scheduler,
      Calls calls) {
    this.out = out;
    this.budget = budget;
    this.priceKnown = budget.price() != null;
    this.usage = usage;
    this.scheduler = scheduler;
    this.calls = calls;
  }

  void opened() {
    if (!opened) {
      opened = true;
      openedAtMs = out.nowMs();
      long limitMs = budget.time().toMillis();
      if (limitMs > 0) {
        out.start(Timer.of(Kind.BUDGET), limitMs);
      }
    }
  }

  /** Checks what was used. Returns whether the session is to be closed now. */
  boolean check() {
    if (!opened || budget.unlimited()) {
      return false;
    }
    if (ending) {
      if (scheduler.idle() && !awaitsHeard) {
        awaitsHeard = true;
        out.add(new Effect.AwaitHeard());
        out.start(Timer.of(Kind.BUDGET), LONGEST_FAREWELL_MS);
      }
      return heard;
    }
    UsageTotals used = usage.totals();
    askPrice(used);
    String exhausted = exhausted(used);
    if (exhausted == null) {
      return false;
    }
    ending = true;
    out.tell(new Failure(Failure.Kind.BUDGET, "", "The session has used up its " + exhausted));
    if (budget.farewell().isEmpty()) {
      scheduler.turns().close();
      return true;
    }
    scheduler
        .turns()
        .farewell(
            ResponseConfig.builder()
                .instructions(budget.farewell())
                .toolChoice(ToolChoice.Mode.NONE)
                .build());
    return false;
  }

  /** The farewell was heard to its end. */
  void heard() {
    heard = true;
  }

  /** The time is up: of the session, or of a farewell that does not end. */
  void timeUp() {
    heard |= awaitsHeard;
  }

  /** What is used up; null: nothing. */
  private @Nullable String exhausted(UsageTotals used) {
    if (budget.tokens() > 0 && used.total() >= budget.tokens()) {
      return budget.tokens() + " tokens";
    }
    if (budget.responses() > 0 && scheduler.responses().begun() >= budget.responses()) {
      return budget.responses() + " replies";
    }
    if (budget.toolCalls() > 0 && calls.made() >= budget.toolCalls()) {
      return budget.toolCalls() + " tool calls";
    }
    long limitMs = budget.time().toMillis();
    if (limitMs > 0 && out.nowMs() - openedAtMs >= limitMs) {
      return limitMs + " ms";
    }
    return tooExpensive ? "money" : null;
  }

  /** Asks for the price when there is something new to pay for. */
  private void askPrice(UsageTotals used) {
    if (priceKnown && !used.equals(priced)) {
      priced = used;
      out.add(new Effect.AskPrice(used));
    }
  }

  /** The application said what the usage costs. */
  void priced(double cost) {
    tooExpensive |= cost >= budget.cost();
  }

  /** The application could not say what the usage costs. */
  void priceUnknown(String problem) {
    priceKnown = false;
    String message = "The price of what was used is not known, so it has no limit: " + problem;
    out.tell(new Failure(Failure.Kind.APPLICATION, "", message));
  }
}
