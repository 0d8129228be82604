package dev.parlando.internal.engine.turns;

import dev.parlando.internal.engine.io.ErrorCodes;
import dev.parlando.realtime.Response;
import org.jspecify.annotations.Nullable;

/** What the end of a response means for the turns it was to meet. */
final class Ending {

  private final Turns turns;
  private final Run run;
  private final ResponseEnd end;
  private final Response response;
  private final boolean callerSpeaks;
  private final RateLimits rateLimits;

  Ending(Turns turns, Run run, ResponseEnd end, boolean callerSpeaks, RateLimits rateLimits) {
    this.turns = turns;
    this.run = run;
    this.end = end;
    this.response = end.response();
    this.callerSpeaks = callerSpeaks;
    this.rateLimits = rateLimits;
  }

  void settle(OwedTurn turn) {
    Response.@Nullable Status status = response.status();
    if (status == Response.Status.CANCELLED) {
      cancelled(turn);
    } else if (status == Response.Status.FAILED) {
      failed(turn);
    } else if (status == Response.Status.INCOMPLETE) {
      incomplete(turn);
    } else if (end.produced()) {
      turns.answered(turn, run.id());
    } else {
      turns.missed(turn, "", "the response was empty");
    }
  }

  private void cancelled(OwedTurn turn) {
    boolean bySpeech = callerSpeaks || run.endsForSpeech() || "turn_detected".equals(reason());
    if (turn.is(TurnState.HEARD)) {
      turns.overtaken(turn, bySpeech ? "the caller spoke over the response" : "it was cancelled");
    } else if (bySpeech) {
      // Nothing of it was heard: what the caller says now does not replace the question.
      turn.forgiveAsk();
      turns.putOff(turn);
    } else if (turn.isCancelled()) {
      turns.missed(turn, "", "the response was cancelled");
    } else {
      turns.overtaken(turn, "the response was cancelled again");
    }
  }

  private @Nullable String reason() {
    return response.statusDetails() == null ? null : response.statusDetails().reason();
  }

  private void failed(OwedTurn turn) {
    String code = ErrorCodes.code(response);
    String why = "the response failed: " + ErrorCodes.reason(response);
    if (ErrorCodes.finalFailure(response)) {
      turns.giveUp(turn, code, why);
    } else if (ErrorCodes.rateLimited(response) && rateLimits.tooLong()) {
      turns.giveUp(turn, code, why);
    } else {
      broken(turn, code, why);
    }
  }

  private void incomplete(OwedTurn turn) {
    String why = "the response was cut off: " + ErrorCodes.reason(response);
    if (turn.is(TurnState.BEGUN)) {
      turns.missed(turn, ErrorCodes.code(response), why);
    } else if ("content_filter".equals(reason())) {
      turns.giveUp(turn, "content_filter", why);
    } else {
      turns.answered(turn, run.id());
    }
  }

  private void broken(OwedTurn turn, String code, String why) {
    if (turn.is(TurnState.BEGUN)) {
      turns.missed(turn, code, why);
    } else {
      turns.brokeOff(turn, code, why);
    }
  }
}
