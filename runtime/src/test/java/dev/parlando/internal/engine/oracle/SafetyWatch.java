package dev.parlando.internal.engine.oracle;

import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.ServerEvent;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.tool.ToolCall;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges what must hold whatever a server does. */
final class SafetyWatch implements Watcher {

  private final WireLog log;
  private final Findings findings;
  private final Connections connections;
  private final LawlessServer server;
  private final Set<Integer> runs = new HashSet<>();
  private final Set<Integer> answered = new HashSet<>();
  private final Map<String, Integer> outputs = new HashMap<>();

  SafetyWatch(WireLog log, LawlessServer server) {
    this.log = log;
    this.server = server;
    this.findings = new Findings(log);
    this.connections = new Connections(findings);
  }

  Findings findings() {
    return findings;
  }

  void closing() {
    connections.sessionClosed();
  }

  /** At rest, with all tools ended: no call that ran is open. */
  void rest() {
    if (connections.closed()) {
      connections.rest(true);
    } else {
      runs.removeAll(answered);
      if (!runs.isEmpty()) {
        findings.add(Rule.CALL_NOT_ANSWERED, "numbers " + runs);
      }
    }
  }

  @Override
  public void dialled(int connection) {
    log.line("dial", "connection " + connection);
    connections.dialled(connection);
    outputs.clear();
  }

  @Override
  public void hungUp(int connection) {
    connections.ended(connection);
  }

  @Override
  public void lost(int connection) {
    log.line("lost", "connection " + connection);
    connections.ended(connection);
  }

  @Override
  public void delivered(int connection, ServerEvent event) {
    log.line("<" + connection, () -> WireText.of(event));
  }

  @Override
  public void sent(int connection, ClientEvent event) {
    log.line(">" + connection, () -> WireText.of(event));
    if (event instanceof ClientEvent.ItemCreate create
        && create.item() instanceof Item.FunctionCallOutput output) {
      int count = outputs.merge(output.callId(), 1, Integer::sum);
      if (count > server.calls(output.callId())) {
        findings.add(Rule.CALL_ANSWERED_TWICE, output.callId());
      }
    }
  }

  @Override
  public void told(VoiceEvent event) {
    if (connections.isEndTold() && !(event instanceof ToolEvent.Late)) {
      findings.add(Rule.TOLD_AFTER_CLOSE, event.getClass().getSimpleName());
    }
    log.line("tell", () -> event instanceof VoiceEvent.Received ? "" : String.valueOf(event));
    if (event instanceof VoiceEvent.Closed) {
      connections.endTold();
      connections.sessionClosed();
    } else if (event instanceof ToolEvent.FollowedUp ended) {
      answered.add(Tokens.numberIn(ended.call().arguments()));
    } else if (event instanceof ToolEvent.Answered ended
        && ended.ending() != ToolEvent.Ending.STILL_RUNNING) {
      answered.add(Tokens.numberIn(ended.call().arguments()));
    }
  }

  @Override
  public void played(String itemId, long ms) {}

  @Override
  public void flushed(List<String> cut) {}

  @Override
  public void notConnected() {
    connections.notConnected(true);
    connections.sessionClosed();
  }

  @Override
  public void toolStarted(ToolCall call) {
    log.line("run", () -> call.callId() + " " + call.name());
    if (!runs.add(Tokens.numberIn(call.arguments()))) {
      findings.add(Rule.CALL_RUN_TWICE, call.callId() + call.arguments());
    }
  }

  @Override
  public void quiet(boolean idle) {}

  @Override
  public void threw(Throwable thrown) {
    findings.add(Rule.THREW, String.valueOf(thrown));
  }
}
