package dev.parlando.internal.engine.oracle;

import dev.parlando.realtime.ResponseConfig;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolOutcome;
import dev.parlando.tool.ToolResult;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** A conversation in which anything happens in any order. */
final class LawlessConversation implements ToolDesk {

  private static final int LEAST_INPUTS = 40;

  private final Agenda agenda = new Agenda();
  private final SplittableRandom random;
  private final LawlessServer server;
  private final WireLog log;
  private final SafetyWatch watch;
  private final VirtualShell shell;
  private final List<Consumer<ToolOutcome>> running = new ArrayList<>();
  private int lastLost;

  LawlessConversation(long seed, boolean logged) {
    this.random = new SplittableRandom(seed);
    this.server = new LawlessServer(random);
    this.log = logged ? WireLog.of(agenda) : WireLog.none();
    this.watch = new SafetyWatch(log, server);
    Setup setup = Setup.of(random);
    this.shell =
        new VirtualShell(agenda, server, watch, this, setup.config(), setup.options(), Tools.SET);
  }

  WireLog log() {
    return log;
  }

  @Override
  public void start(ToolCall call, Consumer<ToolOutcome> end) {
    running.add(end);
  }

  Findings play() {
    shell.dial();
    shell.opened(1);
    shell.deliver(1, LawlessServer.greeting());
    shell.deliver(1, LawlessServer.confirmation());
    int inputs = LEAST_INPUTS + random.nextInt(20);
    for (int i = 0; i < inputs; i++) {
      step();
      int gone = server.hungUp();
      if (gone > lastLost && random.nextBoolean()) {
        lose(gone);
      }
    }
    while (!running.isEmpty()) {
      endTool();
    }
    agenda.pass(600_000);
    while (!running.isEmpty()) {
      endTool();
    }
    watch.rest();
    return watch.findings();
  }

  private void step() {
    int connection = shell.current();
    switch (random.nextInt(40)) {
      case 0 -> shell.say("q1");
      case 1 -> shell.append(Tokens.audio(random.nextInt(3)));
      case 2 -> shell.commit(random.nextBoolean());
      case 3 -> shell.clear();
      case 4 -> shell.interrupt();
      case 5 -> shell.request(null);
      case 6 -> shell.request(ResponseConfig.builder().conversation("none").build());
      case 7, 8, 9 -> agenda.pass(random.nextInt(20_000));
      case 10, 11, 12 -> endTool();
      case 13 -> lose(connection);
      case 14 -> shell.opened(connection);
      case 15 -> shell.unreadable(connection);
      case 16 -> {
        if (random.nextInt(4) == 0) {
          watch.closing();
          shell.close();
        }
      }
      case 17 -> reconnect(connection);
      default -> shell.deliver(connection, server.anything());
    }
  }

  /** A connection ends once. */
  private void lose(int connection) {
    if (connection > lastLost) {
      lastLost = connection;
      shell.closed(connection, random.nextBoolean() ? 1006 : 1011);
    }
  }

  private void reconnect(int connection) {
    if (connection > lastLost) {
      shell.opened(connection);
      shell.deliver(connection, LawlessServer.greeting());
      shell.deliver(connection, LawlessServer.confirmation());
    }
  }

  private void endTool() {
    if (!running.isEmpty()) {
      running
          .remove(random.nextInt(running.size()))
          .accept(new ToolOutcome.Returned(ToolResult.text("o1")));
    }
  }
}
