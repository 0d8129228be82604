package dev.parlando.internal.engine.oracle;

import dev.parlando.audio.Heard;
import dev.parlando.internal.engine.Engine;
import dev.parlando.internal.engine.io.Effect;
import dev.parlando.internal.engine.io.EngineOptions;
import dev.parlando.internal.engine.io.Input;
import dev.parlando.internal.engine.io.Timer;
import dev.parlando.internal.engine.io.ToolCatalog;
import dev.parlando.realtime.ResponseConfig;
import dev.parlando.realtime.ServerEvent;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.session.options.SessionOptions;
import dev.parlando.tool.ToolSet;
import dev.parlando.transport.UpgradeRefused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Carries out what the engine wants, in virtual time, as the real shell does: what a connection
 * that was given up says is handed in all the same, and a timer that ran out while the lane was
 * busy is late. The only class here that knows the engine.
 */
final class VirtualShell {

  private static final int BYTES_PER_MS = 48;

  private final Agenda agenda;
  private final Network network;
  private final Watcher watcher;
  private final ToolDesk tools;
  private final Engine engine;
  private final Speaker speaker = new Speaker();
  private final Map<Timer, Agenda.Entry> timers = new HashMap<>();

  /** The number of the dial that each connection was made for. */
  private final List<Integer> dials = new ArrayList<>();

  /** The connection that was not given up; 0: there is none. */
  private int live;

  private int timersDue;
  private boolean over;

  VirtualShell(
      Agenda agenda,
      Network network,
      Watcher watcher,
      ToolDesk tools,
      SessionConfig session,
      SessionOptions options,
      ToolSet toolSet) {
    this.agenda = agenda;
    this.network = network;
    this.watcher = watcher;
    this.tools = tools;
    this.engine =
        new Engine(
            new EngineOptions(session, null, false, List.of(), options),
            ToolCatalog.of(List.of(toolSet)));
  }

  boolean idle() {
    return engine.idle();
  }

  /** The last connection; 0 before the first. */
  int current() {
    return dials.size();
  }

  /** Whether the session is over. */
  boolean over() {
    return over;
  }

  void dial() {
    dial(1);
  }

  /** Dials, if that is still wanted. */
  private void dial(int number) {
    if (engine.wantsDial(number)) {
      dials.add(number);
      live = dials.size();
      watcher.dialled(live);
      network.dial(live);
      handle(live, new Input.Dialled());
    }
  }

  void opened(int connection) {
    handle(connection, new Input.Opened());
  }

  void refused(int connection, int status) {
    watcher.lost(connection);
    handle(connection, new Input.Refused(new UpgradeRefused(status, "Refused", "")));
  }

  void deliver(int connection, ServerEvent event) {
    if (connection == live && !over) {
      watcher.delivered(connection, event);
    }
    handle(connection, new Input.Received(event));
  }

  void unreadable(int connection) {
    handle(connection, new Input.Unreadable("no event"));
  }

  void closed(int connection, int code) {
    watcher.lost(connection);
    handle(connection, new Input.Disconnected(code, ""));
  }

  private void handle(int connection, Input input) {
    handle(new Input.OfDial(dials.get(connection - 1), input));
  }

  void say(String text) {
    handle(new Input.Command.SendText(text));
  }

  void append(byte[] audio) {
    handle(new Input.Command.AppendAudio(audio));
  }

  void commit(boolean reply) {
    handle(new Input.Command.Commit(reply));
  }

  void clear() {
    handle(new Input.Command.ClearAudio());
  }

  void interrupt() {
    handle(new Input.Command.Interrupt());
  }

  void request(ResponseConfig overrides) {
    handle(new Input.Command.RequestResponse(overrides));
  }

  void update(SessionConfig changes) {
    handle(new Input.Command.Update(changes));
  }

  void close() {
    handle(new Input.Command.Close(1000, ""));
  }

  private void handle(Input input) {
    feed(input);
    watcher.quiet(engine.idle());
  }

  private void feed(Input input) {
    try {
      engine.handle(input, agenda.nowMs()).forEach(this::carryOut);
    } catch (RuntimeException | Error thrown) {
      watcher.threw(thrown);
    }
  }

  private void carryOut(Effect effect) {
    if (effect instanceof Effect.Send send) {
      watcher.sent(live, send.event());
      network.receive(live, send.event());
    } else if (effect instanceof Effect.Tell tell) {
      watcher.told(tell.event());
      if (tell.event() instanceof VoiceEvent.Closed) {
        end();
      }
    } else if (effect instanceof Effect.Play play) {
      long ms = play.audio().length / BYTES_PER_MS;
      watcher.played(play.itemId(), ms);
      speaker.play(play.itemId(), play.contentIndex(), ms, agenda.nowMs());
    } else if (effect instanceof Effect.Flush) {
      watcher.flushed(speaker.unheard(agenda.nowMs()));
      Heard heard = speaker.flush(agenda.nowMs());
      feed(new Input.Flushed(heard));
    } else if (effect instanceof Effect.AskPrice) {
      feed(new Input.Priced(0));
    } else if (effect instanceof Effect.StartTool start) {
      watcher.toolStarted(start.call());
      String id = start.call().callId();
      tools.start(start.call(), outcome -> handle(new Input.ToolEnded(id, outcome)));
    } else if (effect instanceof Effect.StartTimer start) {
      start(start.timer(), start.delayMs());
    } else if (effect instanceof Effect.StopTimer stop) {
      stop(stop.timer());
    } else if (effect instanceof Effect.ConnectFailed) {
      watcher.notConnected();
      end();
    } else if (effect instanceof Effect.Redial redial) {
      live = 0; // What comes of it from now on means nothing.
      agenda.after(redial.delayMs(), () -> dial(redial.dial()));
    } else if (effect instanceof Effect.Disconnect disconnect) {
      hangUp(disconnect.code());
    }
  }

  private void start(Timer timer, long delayMs) {
    stop(timer);
    timers.put(timer, agenda.after(delayMs, () -> ranOut(timer)));
  }

  private void stop(Timer timer) {
    Agenda.Entry running = timers.remove(timer);
    if (running != null) {
      running.drop();
    }
  }

  /** Every third timer finds the lane busy; by the time its turn comes it may have been stopped. */
  private void ranOut(Timer timer) {
    Runnable fire = () -> handle(new Input.TimerFired(timer));
    if (++timersDue % 3 == 0) {
      agenda.after(40, fire);
    } else {
      fire.run();
    }
  }

  private void hangUp(int code) {
    if (live > 0) {
      watcher.hungUp(live);
      network.hangUp(live, code);
    }
  }

  private void end() {
    over = true;
    timers.values().forEach(Agenda.Entry::drop);
    timers.clear();
    int last = dials.size();
    agenda.after(2_000, () -> watcher.hungUp(last));
  }
}
