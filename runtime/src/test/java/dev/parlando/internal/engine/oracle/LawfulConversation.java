package dev.parlando.internal.engine.oracle;

import dev.parlando.realtime.ResponseConfig;
import java.util.List;
import java.util.SplittableRandom;

/** A conversation with a server that keeps to the protocol but for the faults that happen. */
final class LawfulConversation {

  private static final long REST_MS = 600_000;
  private static final long SPEECH_MS = 450;
  private static final long LONGEST_SPEECH_MS = 1_000;

  private final Agenda agenda = new Agenda();
  private final WireLog log;
  private final Setup setup;
  private final Oracle oracle;
  private final SimServer server;
  private final Tools tools;
  private final VirtualShell shell;
  private final Person person;
  private boolean closed;

  LawfulConversation(Setup setup, Coverage coverage, boolean logged) {
    this.setup = setup;
    this.log = logged ? WireLog.of(agenda) : WireLog.none();
    this.oracle = new Oracle(agenda, setup, log, coverage);
    this.server = new SimServer(agenda, setup, oracle);
    this.tools = new Tools(agenda, oracle);
    this.shell =
        new VirtualShell(agenda, server, oracle, tools, setup.config(), setup.options(), Tools.SET);
    this.person = new Person(agenda, shell);
    server.serve(shell);
  }

  static Setup setup(long seed) {
    return Setup.of(new SplittableRandom(seed));
  }

  static List<Step> script(long seed) {
    return Script.draw(new SplittableRandom(~seed));
  }

  WireLog log() {
    return log;
  }

  /** Plays the steps, lets all come to rest, and returns what was wrong. */
  Findings play(List<Step> steps) {
    start();
    for (Step step : steps) {
      if (shell.over()) {
        break;
      }
      oracle.step(step.toString());
      take(step);
      agenda.pass(person.speaks() ? Math.min(step.passMs(), LONGEST_SPEECH_MS) : step.passMs());
    }
    oracle.step("rest");
    server.heal();
    if (!closed) {
      person.cease();
    }
    agenda.pass(REST_MS);
    oracle.rest(server.line(), shell.idle());
    return oracle.findings();
  }

  private void start() {
    if (setup.start() == Setup.Start.FAILS) {
      server.failFirst();
    } else if (setup.start() == Setup.Start.CLOSED_AT_ONCE) {
      close();
    }
    shell.dial();
    if (setup.start() == Setup.Start.CLOSED_EARLY) {
      agenda.pass(setup.variant() % 40);
      close();
    }
    agenda.pass(500);
  }

  private void close() {
    closed = true;
    oracle.closing();
    shell.close();
  }

  private void take(Step step) {
    if (!closed) {
      applicationDoes(step);
    }
    switch (step.kind()) {
      case LOSE_CONNECTION -> loseConnection(step);
      case WELCOME -> server.arm(step.pick(Welcome.values()));
      case FATE -> server.arm(step.pick(Fate.values()));
      case HINDRANCE -> server.arm(step.pick(Hindrance.values()));
      case MISHAP -> server.arm(step.pick(Mishap.values()));
      case REFUSE_ITEM -> server.refuseItem();
      case REFUSE_OUTPUT -> server.refuseOutput();
      case MISS_END_OF_SPEECH -> server.missEndOfSpeech();
      case TOOL -> tools.arm(step.pick(ToolFate.values()));
      case IDLE -> {
        if (server.line() != null) {
          server.line().ear().idle();
        }
      }
      case RESPOND_UNASKED -> {
        if (server.line() != null) {
          server.line().responses().beginByItself();
        }
      }
      default -> {}
    }
  }

  private void loseConnection(Step step) {
    int[] codes = {1006, 1011, 1001, 1012};
    if (server.line() != null) {
      // Now and then the server means it.
      server.line().end(step.pick() % 40 == 0 ? 1000 : codes[step.pick() % codes.length]);
    }
  }

  private void applicationDoes(Step step) {
    int number = server.nextNumber();
    switch (step.kind()) {
      case SAY -> {
        oracle.said(number, shell.current());
        shell.say("q" + number);
      }
      case SPEAK -> {
        if (setup.vad() && !person.speaks()) {
          person.begin(number);
          agenda.pass(SPEECH_MS);
          person.cease();
        }
      }
      case BEGIN_TO_SPEAK -> {
        if (setup.vad() && !person.speaks()) {
          person.begin(number);
        }
      }
      case CEASE_TO_SPEAK -> person.cease();
      case PUSH_TO_TALK -> {
        if (!setup.vad()) {
          shell.append(Tokens.audio(number));
          oracle.pushed(number, shell.current());
          shell.commit(true);
        }
      }
      case COMMIT_NOTHING -> {
        if (!setup.vad()) {
          oracle.pushedNothing();
          shell.commit(true);
        }
      }
      case CLEAR -> {
        if (!person.speaks()) {
          oracle.cleared();
          shell.clear();
        }
      }
      case REQUEST -> {
        oracle.requested(number, false, shell.current());
        shell.request(null);
      }
      case REQUEST_WITH_OVERRIDES -> {
        oracle.requested(number, true, shell.current());
        shell.request(ResponseConfig.builder().instructions("r" + number).build());
      }
      case REQUEST_OUT_OF_BAND ->
          shell.request(ResponseConfig.builder().conversation("none").build());
      case INTERRUPT -> {
        oracle.interrupted();
        shell.interrupt();
      }
      case CLOSE -> close();
      default -> {}
    }
  }
}
