package dev.parlando.internal.engine.oracle;

import dev.parlando.realtime.Response.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Follows how turns are answered: what was heard, how responses end, and rounds of calls. */
final class Answering {

  private final Turns turns;
  private final CallBook calls;
  private final Findings findings;
  private final Set<SimResponse> opened = new HashSet<>();
  private final Map<Reply, McpCall> mcpCalls = new LinkedHashMap<>();

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
    if (response.outOfBand || reply.judged || reply.waits()) {
      return;
    }
    reply.judged = true;
    if (response.status == Status.COMPLETED && reply.whole() && !reply.dispatched) {
      completed(reply);
    }
    for (Turn turn : turns.all()) {
      if (turn.meeting == response && turn.state.open()) {
        ended(turn, reply);
      }
    }
    openRounds(List.of(reply), nowMs, response.connection);
    openMcp(reply, response.connection, nowMs);
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
            heard || (others && turn.cancelled) ? State.SETTLED : State.OWED);
        turn.cancelled |= others;
      }
      default -> {
        if (reply.cut && heard) {
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
        if (!call.answered && !call.deferred) {
          return;
        }
        wanted |= call.wantsReply && !reply.interrupted;
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

  /** The result of a call that was deferred went out. */
  void followedUp(ModelCall call, Reply reply, long nowMs, int connection) {
    if (call.deferred) {
      if (call.wantsReply && !reply.interrupted) {
        Turn turn = new Turn(Turn.Kind.ROUND, 0, nowMs, connection);
        if (call.ended) {
          turn.outputs.set(call.number);
        }
        turns.add(turn, Happening.OUTPUTS_SENT);
      } else {
        turns.count(State.NONE, Happening.REPLY_DECLINED);
      }
    }
  }

  /** Another response began in the place of one whose end was not told. */
  void replaced(Reply reply, long nowMs) {
    for (Turn turn : turns.all()) {
      if (turn.meeting == reply.response && turn.state == State.HEARD) {
        turn.answered |= reply.whole() && turn.surelyMetBy(reply);
        turns.become(turn, Happening.REPLACED, State.SETTLED);
      } else if (turn.meeting == reply.response && turn.state == State.BEGUN && !reply.waits()) {
        turns.become(turn, Happening.REPLACED, State.OWED);
      }
    }
    openRounds(List.of(reply), nowMs, reply.response.connection);
    openMcp(reply, reply.response.connection, nowMs);
  }

  /** A response was lost after a part of it was heard: the model is asked to go on, once. */
  void brokeOff(Predicate<Turn> which) {
    for (Turn turn : turns.all()) {
      if (turn.state == State.HEARD && which.test(turn)) {
        turn.beyondHelp |= turn.brokenOff;
        turn.brokenOff = true;
      }
    }
  }

  /** The client gave a response up, of which nothing came any more. */
  void gaveUp(Reply reply, long nowMs) {
    turns.become(
        turn -> turn.meeting == reply.response && turn.state == State.HEARD && turn.spokenOver,
        Happening.CANCELLED_BY_SPEECH,
        State.SETTLED);
    brokeOff(turn -> turn.meeting == reply.response);
    openRounds(List.of(reply), nowMs, reply.response.connection);
    openMcp(reply, reply.response.connection, nowMs);
  }

  /** A call of a response that the server makes itself. */
  private static final class McpCall {
    private final int number;
    private final List<Turn> asked = new ArrayList<>();
    private boolean ended;

    private McpCall(int number) {
      this.number = number;
    }
  }

  /** The client learnt of a call that the server makes itself: what comes of it is waited for. */
  void mcpBegan(Reply reply, int number) {
    McpCall call = new McpCall(number);
    mcpCalls.put(reply, call);
    for (Turn turn : turns.all()) {
      if (turn.meeting == reply.response) {
        call.asked.add(turn);
        turns.become(turn, Happening.CALL_DISPATCHED, State.SETTLED);
      }
    }
  }

  /** The client cancelled a response; at once: nobody had waited for it. */
  void cancelled(Reply reply, long nowMs) {
    McpCall call = reply.knownMs == nowMs && !reply.interrupted ? mcpCalls.remove(reply) : null;
    if (call != null) {
      call.asked.forEach(turn -> turns.become(turn, Happening.BEGAN_UNDER_OLD_ID, State.OWED));
    }
  }

  /** The server's calls are lost with the connection: the model is to go on without. */
  void mcpLost(int connection, long nowMs) {
    for (Reply reply : List.copyOf(mcpCalls.keySet())) {
      mcpCalls.get(reply).ended = true;
      openMcp(reply, connection, nowMs);
    }
  }

  /** A call that the server made itself ended. */
  void mcpEnded(int number, int connection, long nowMs) {
    for (Reply reply : List.copyOf(mcpCalls.keySet())) {
      if (mcpCalls.get(reply).number == number) {
        mcpCalls.get(reply).ended = true;
        openMcp(reply, connection, nowMs);
      }
    }
  }

  private void openMcp(Reply reply, int connection, long nowMs) {
    McpCall call = mcpCalls.get(reply);
    if (call != null && call.ended && reply.ended) {
      mcpCalls.remove(reply);
      turns.add(new Turn(Turn.Kind.MCP, call.number, nowMs, connection), Happening.MCP_COMPLETE);
    }
  }
}
