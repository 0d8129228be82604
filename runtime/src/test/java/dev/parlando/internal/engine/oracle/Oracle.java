package dev.parlando.internal.engine.oracle;

import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.ConversationEvent;
import dev.parlando.realtime.ErrorEvent;
import dev.parlando.realtime.InputAudioEvent;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.McpEvent;
import dev.parlando.realtime.McpItem;
import dev.parlando.realtime.ResponseEvent;
import dev.parlando.realtime.ServerEvent;
import dev.parlando.realtime.TranscriptionEvent;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.session.event.TurnEvent;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.tool.ToolCall;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges a conversation by what goes over the wire, what the listener is told and what is handed to
 * the sink, and by what the simulated server had read when each response began.
 */
final class Oracle implements Watcher {

  private final Agenda agenda;
  private final Setup setup;
  private final WireLog log;
  private final Findings findings;
  private final Turns turns;
  private final Connections connections;
  private final Speech speech;
  private final CallBook calls;
  private final Voices voices;
  private final Interruptions interruptions;
  private final Asking asking;
  private final Answering answering;
  private final Replies replies;
  private final Map<String, Reply> byItem = new HashMap<>();
  private final Map<String, Integer> mcpCalls = new HashMap<>();
  private final Map<String, Long> createdMs = new HashMap<>();
  private long failureMs;

  Oracle(Agenda agenda, Setup setup, WireLog log, Coverage coverage) {
    this.agenda = agenda;
    this.setup = setup;
    this.log = log;
    this.findings = new Findings(log);
    this.turns = new Turns(coverage, log);
    this.connections = new Connections(findings);
    this.speech = new Speech(agenda, setup, turns);
    this.calls = new CallBook(findings);
    this.voices = new Voices(findings);
    this.interruptions = new Interruptions(agenda, setup, findings);
    this.asking = new Asking(turns, findings);
    this.answering = new Answering(turns, calls, findings);
    this.replies = new Replies(agenda, asking, answering);
  }

  Findings findings() {
    return findings;
  }

  // What the application and the user do.

  void step(String what) {
    log.line("step", what);
  }

  void said(int number, int connection) {
    turns.add(new Turn(Turn.Kind.TEXT, number, agenda.nowMs(), connection), Happening.TEXT);
  }

  void pushed(int number, int connection) {
    turns.add(new Turn(Turn.Kind.PUSHED, number, agenda.nowMs(), connection), Happening.OUR_COMMIT);
  }

  /** The application commits less than a server takes. */
  void pushedNothing() {
    turns.count(State.NONE, Happening.COMMIT_REFUSED);
  }

  void requested(int number, boolean overrides, int connection) {
    Turn.Kind kind = overrides ? Turn.Kind.REQUEST_WITH_OVERRIDES : Turn.Kind.REQUEST;
    turns.add(
        new Turn(kind, number, agenda.nowMs(), connection),
        overrides ? Happening.REQUEST_WITH_OVERRIDES : Happening.REQUEST);
  }

  void interrupted() {
    interruptions.interrupted();
    replies.all().forEach(reply -> reply.interrupted |= reply.seen);
    speech.interrupted();
    turns.become(turn -> turn.state.open(), Happening.INTERRUPTED, State.SETTLED);
    calls.interrupted();
  }

  void cleared() {
    speech.ends(Happening.CLEARED, State.SETTLED);
  }

  void closing() {
    turns.become(turn -> turn.state.open(), Happening.CLOSED, State.SETTLED);
    speech.ends(Happening.CLOSED, State.SETTLED);
    connections.sessionClosed();
  }

  // What the server does.

  void note(Mishap mishap, ServerEvent event) {
    log.line("fault", () -> mishap + " " + WireText.of(event));
  }

  void note(Hindrance hindrance, String eventId) {
    log.line("fault", () -> hindrance + " " + eventId);
  }

  void truncated(boolean known) {
    if (!known) {
      findings.add(Rule.UNKNOWN_TRUNCATION, "at " + agenda.nowMs());
    }
  }

  void answered(int connection, Item.FunctionCallOutput output, boolean asks, boolean known) {
    if (!known) {
      findings.add(Rule.UNKNOWN_OUTPUT, output.callId() + " on connection " + connection);
    } else if (!asks) {
      findings.add(Rule.CALL_ANSWERED_TWICE, output.callId() + " on connection " + connection);
    }
  }

  void heard(String itemId, BitSet numbers) {
    speech.heard(itemId, numbers);
  }

  void began(SimResponse response) {
    Long asked = response.createId == null ? null : createdMs.get(response.createId);
    replies.began(response, asked == null ? agenda.nowMs() : asked);
    if (response.requested >= 0) {
      response.requestedOrder = turns.order(response.requested);
    }
    log.line("begin", response::toString);
  }

  void speaks(SimResponse response, String itemId) {
    byItem.put(itemId, replies.get(response.id));
  }

  void calls(SimResponse response, Item.FunctionCall item, int number) {
    calls.made(response, item, number);
  }

  void callsByItself(SimResponse response, String itemId, int number) {
    mcpCalls.put(itemId, number);
  }

  // What is seen of the client.

  @Override
  public void dialled(int connection) {
    log.line("dial", "connection " + connection);
    connections.dialled(connection);
  }

  @Override
  public void hungUp(int connection) {
    log.line("hang", "connection " + connection);
    connections.hungUp(connection);
  }

  @Override
  public void lost(int connection) {
    log.line("lost", "connection " + connection);
    connections.lost(connection);
    replies.lost(connection);
    speech.ends(Happening.CONNECTION_LOST, State.OWED);
    turns.become(
        turn -> turn.state == State.HEARD && turn.spokenOver,
        Happening.CANCELLED_BY_SPEECH,
        State.SETTLED);
    answering.brokeOff(turn -> true);
    turns.become(turn -> turn.state.open(), Happening.CONNECTION_LOST, State.OWED);
    asking.forget();
    answering.openRounds(replies.all(), agenda.nowMs(), connection);
    answering.mcpLost(connection, agenda.nowMs());
  }

  @Override
  public void delivered(int connection, ServerEvent event) {
    log.line("<" + connection, () -> WireText.of(event));
    connections.delivered(event);
    if (!connections.ready()) {
      return;
    }
    calls.delivered(event);
    if (event instanceof ResponseEvent response) {
      replies.on(response);
      if (event instanceof ResponseEvent.OutputItemAdded added && added.item() instanceof McpItem) {
        answering.mcpBegan(replies.get(added.responseId()), mcpCalls.get(added.item().id()));
      }
    } else if (event instanceof InputAudioEvent audio) {
      if (event instanceof InputAudioEvent.SpeechStarted) {
        interruptions.speechStarted();
      }
      speech.on(connection, audio);
    } else if (event instanceof TranscriptionEvent.Completed completed) {
      speech.transcribed(completed.itemId());
    } else if (event instanceof ErrorEvent error) {
      asking.refused(error.error());
    } else if (event instanceof ConversationEvent.ItemAdded added) {
      asking.acknowledged(added.item());
    } else if (event instanceof McpEvent.CallCompleted completed) {
      answering.mcpEnded(mcpCalls.get(completed.itemId()), connection, agenda.nowMs());
    }
  }

  @Override
  public void sent(int connection, ClientEvent event) {
    log.line(">" + connection, () -> WireText.of(event));
    if (event instanceof ClientEvent.ResponseCreate create) {
      createdMs.put(create.eventId(), agenda.nowMs());
      speech.asked(create.eventId());
      asking.asked(create);
    } else if (event instanceof ClientEvent.ItemCreate create) {
      asking.item(create);
      answered(calls.answeredBy(create.item()));
    } else if (event instanceof ClientEvent.SessionUpdate) {
      connections.configured();
    } else if (event instanceof ClientEvent.AudioAppend) {
      speech.appended();
    } else if (event instanceof ClientEvent.ResponseCancel cancel
        && replies.get(cancel.responseId()) != null) {
      answering.cancelled(replies.get(cancel.responseId()), agenda.nowMs());
      interruptions.sent(event);
    } else {
      interruptions.sent(event);
    }
  }

  private void answered(ToolEvent.Answered event, ModelCall call) {
    if (event.ending() != ToolEvent.Ending.STILL_RUNNING) {
      answered(call);
    } else if (call != null && !connections.restoring()) {
      call.deferred = true;
      Reply reply = replies.get(call.response.id);
      answering.openRounds(List.of(reply), agenda.nowMs(), connections.last());
    }
  }

  /** The final output of a call went out. */
  private void answered(ModelCall call) {
    if (call != null && !call.answered) {
      call.answered = true;
      Reply reply = replies.get(call.response.id);
      answering.dispatched(reply);
      answering.followedUp(call, reply, agenda.nowMs(), connections.last());
      answering.openRounds(List.of(reply), agenda.nowMs(), connections.last());
    }
  }

  @Override
  public void told(VoiceEvent event) {
    if (connections.isEndTold() && !(event instanceof ToolEvent.Late)) {
      findings.add(Rule.TOLD_AFTER_CLOSE, event.getClass().getSimpleName());
    }
    if (!(event instanceof VoiceEvent.Received)) {
      log.line("tell", () -> String.valueOf(event));
    }
    if (event instanceof Failure) {
      failureMs = agenda.nowMs();
    } else if (event instanceof TurnEvent.GivenUp givenUp) {
      if (failureMs != agenda.nowMs()) {
        findings.add(Rule.SILENCE, "no failure tells that turn " + givenUp.turn() + " is given up");
      }
      asking.failureTold();
    } else if (event instanceof ReplyEvent.Partial partial && !setup.speaks()) {
      hand(byItem.get(partial.itemId()), 1, Happening.FIRST_TEXT);
    } else if (event instanceof ReplyEvent.Finished finished) {
      Reply reply = replies.get(finished.responseId());
      if (finished.status() == ReplyEvent.Status.UNKNOWN && reply != null && !reply.ended) {
        reply.ended = true; // The client gave it up.
        answering.gaveUp(reply, agenda.nowMs());
      }
    } else if (event instanceof ToolEvent.Answered answered) {
      answered(answered, calls.numbered(Tokens.numberIn(answered.call().arguments())));
    } else if (event instanceof ToolEvent.FollowedUp followedUp) {
      answered(calls.numbered(Tokens.numberIn(followedUp.call().arguments())));
    } else if (event instanceof VoiceEvent.Reconnected) {
      connections.restored();
    } else if (event instanceof VoiceEvent.Closed closed) {
      connections.told(closed);
      closing();
    }
  }

  @Override
  public void played(String itemId, long ms) {
    log.line("play", () -> itemId + " " + ms + " ms");
    hand(byItem.get(itemId), ms, Happening.FIRST_AUDIO);
  }

  private void hand(Reply reply, long amount, Happening first) {
    if (reply == null) {
      return;
    }
    if (first == Happening.FIRST_AUDIO) {
      voices.heard(reply.response.id);
      interruptions.handed(reply);
    }
    reply.handed += amount;
    turns.become(
        turn -> turn.state == State.BEGUN && turn.meeting == reply.response, first, State.HEARD);
    if (reply.ended && reply.response.connection == connections.last()) {
      answering.ended(reply, agenda.nowMs()); // It had to wait for another to be heard.
    }
  }

  @Override
  public void flushed(List<String> cut) {
    log.line("flush", () -> "cuts " + cut);
    interruptions.flushed(cut);
    for (String itemId : cut) {
      Reply reply = byItem.get(itemId);
      if (reply != null) {
        reply.cut = true;
      }
    }
  }

  @Override
  public void notConnected() {
    connections.notConnected(setup.start() == Setup.Start.FAILS);
    closing();
  }

  @Override
  public void toolStarted(ToolCall call) {
    log.line("run", () -> call.callId() + " " + call.name() + call.arguments());
    ModelCall made = calls.started(call.arguments());
    if (made != null) {
      answering.dispatched(replies.get(made.response.id));
    }
  }

  /** A tool ended. */
  void toolEnded(int number, boolean wantsReply) {
    ModelCall call = calls.numbered(number);
    if (call != null) {
      call.ended = true;
      call.wantsReply &= wantsReply;
    }
  }

  @Override
  public void quiet(boolean idle) {
    Turn waiting = idle && !connections.closed() ? turns.waiting() : null;
    if (waiting != null) {
      findings.add(Rule.IDLE_WHILE_OWED, String.valueOf(waiting));
    }
  }

  @Override
  public void threw(Throwable thrown) {
    findings.add(Rule.THREW, String.valueOf(thrown));
  }

  /** Judges what is left after a long rest. */
  void rest(ServerLine line, boolean idle) {
    connections.rest(line != null);
    if (connections.closed()) {
      return;
    }
    answering.openRounds(replies.all(), agenda.nowMs(), Integer.MAX_VALUE);
    for (Turn turn : turns.all()) {
      if (turn.state.open() && !turn.optional) {
        findings.add(turn.failureTold ? Rule.GIVEN_UP_EARLY : Rule.SILENCE, String.valueOf(turn));
      }
    }
    calls.settle(line);
    if (!idle) {
      findings.add(Rule.NOT_IDLE_AT_REST, "");
    }
  }
}
