package dev.parlando.internal.engine.oracle;

import dev.parlando.realtime.Response.Status;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Follows how turns are answered: what was heard, how responses end, and rounds of calls. */
final class Answering {

  private final Turns turns;
  private final CallBook calls;
  private final Findings findings;
  private final Set<SimResponse> opened = new HashSet<>();
  private final Set<Integer> mcpEnded = new HashSet<>();

  Answering(Turns turns, CallBook calls, Findings findings) {
    this.turns = turns;
    this.calls = calls;
    this.findings = findings;
  }

  /** The client ran or answered a call: the turn is the round's from now on. */
  void dispatched(Reply reply) {
    if (!reply.dispatched) {
      reply.dispatched = true;
      for (Turn turn : turns.all()) {
        if (turn.meeting == reply.response || (turn.state.open() && turn.readBy(reply.response))) {
          turns.become(turn, Happening.CALL_DISPATCHED, State.SETTLED);
          turn.answered |= turn.surelyMetBy(reply);
        }
      }
    }
  }

  /** The client learnt how a response ended, and acted on it. */
  void ended(Reply reply, long nowMs) {
    SimResponse response = reply.response;
    if (response.outOfBand) {
      return;
    }
    if (response.status == Status.COMPLETED && reply.whole() && !reply.dispatched) {
      completed(reply);
    }
    for (Turn turn : turns.all()) {
      if (turn.meeting == response && turn.state.open()) {
        ended(turn, reply);
      }
    }
    openRounds(List.of(reply), nowMs, response.connection);
  }

  private void completed(Reply reply) {
    SimResponse response = reply.response;
    boolean due = response.createId == null;
    for (Turn turn : turns.all()) {
      if (turn.readBy(response)) {
        due |= !turn.answered;
        turn.answered |= turn.surelyMetBy(reply);
        if (turn.state.open()) {
          turns.become(turn, Happening.COMPLETED, State.SETTLED);
        }
      }
    }
    if (!due) {
      findings.add(Rule.ANSWERED_TWICE, response.id + " for " + response.createId);
    }
  }

  private void ended(Turn turn, Reply reply) {
    boolean heard = turn.state == State.HEARD;
    switch (reply.response.fate) {
      case RATE_LIMITED, RATE_LIMITED_LONG -> {
        turn.beyondHelp |= reply.response.fate == Fate.RATE_LIMITED_LONG;
        turns.become(turn, Happening.RATE_LIMITED, State.OWED);
      }
      case FAILS_FINALLY -> {
        turn.beyondHelp = true;
        turns.become(turn, Happening.FAILED_FINALLY, State.OWED);
      }
      case EMPTY -> turns.become(turn, Happening.COMPLETED_EMPTY, State.OWED);
      case CALLS_UNFINISHED -> turns.become(turn, Happening.ONLY_UNFINISHED_CALLS, State.OWED);
      default -> endedBy(turn, reply.response.status, heard, reply);
    }
  }

  private void endedBy(Turn turn, Status status, boolean heard, Reply reply) {
    switch (status) {
      case FAILED -> {
        // A failure after something was heard may be told, or mended.
        turn.beyondHelp |= heard;
        turns.become(turn, Happening.FAILED, State.OWED);
      }
      case INCOMPLETE -> {
        boolean filtered =
            reply.response.fate == Fate.FILTERED_HEARD
                || reply.response.fate == Fate.FILTERED_UNHEARD;
        turn.beyondHelp |= filtered;
        turns.become(
            turn,
            filtered ? Happening.FILTERED : Happening.MAX_TOKENS,
            heard ? State.SETTLED : State.OWED);
      }
      case CANCELLED -> {
        boolean others =
            reply.response.fate == Fate.CANCELLED_HEARD
                || reply.response.fate == Fate.CANCELLED_UNHEARD;
        turns.become(
            turn,
            others ? Happening.CANCELLED_BY_OTHERS : Happening.CANCELLED_BY_SPEECH,
            heard ? State.SETTLED : State.OWED);
      }
      default -> {
        if (reply.response.fate == Fate.MCP) {
          turn.state = State.SETTLED;
          turn.answered = true;
        } else if (reply.cut && heard) {
          turns.become(turn, Happening.CANCELLED_BY_SPEECH, State.SETTLED);
        }
      }
    }
  }

  /** Opens the turns of rounds of which all is answered. */
  void openRounds(Collection<Reply> replies, long nowMs, int connection) {
    for (Reply reply : List.copyOf(replies)) {
      if (reply.dispatched && reply.ended && !opened.contains(reply.response)) {
        openRound(reply, nowMs, connection);
      }
    }
  }

  private void openRound(Reply reply, long nowMs, int connection) {
    Turn turn = new Turn(Turn.Kind.ROUND, 0, nowMs, connection);
    boolean wanted = false;
    for (ModelCall call : calls.of(reply.response)) {
      if (call.told || call.runs > 0) {
        if (!call.answered) {
          return;
        }
        wanted |= call.wantsReply;
        if (call.ended) {
          turn.outputs.set(call.number);
        }
      }
    }
    opened.add(reply.response);
    if (wanted) {
      turns.add(turn, Happening.OUTPUTS_SENT);
    } else {
      turns.count(State.NONE, Happening.REPLY_DECLINED);
    }
  }

  /** A call that the server made itself ended. */
  void mcpEnded(int number, int connection, long nowMs) {
    if (mcpEnded.add(number)) {
      turns.add(new Turn(Turn.Kind.MCP, number, nowMs, connection), Happening.MCP_COMPLETE);
    }
  }
}
