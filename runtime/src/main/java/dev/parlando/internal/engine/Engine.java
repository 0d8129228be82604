package dev.parlando.internal.engine;

import static java.util.Objects.requireNonNullElse;

import dev.parlando.audio.AudioFormat;
import dev.parlando.internal.engine.calls.Calls;
import dev.parlando.internal.engine.calls.ToolRounds;
import dev.parlando.internal.engine.connection.Configuration;
import dev.parlando.internal.engine.connection.Lifecycle;
import dev.parlando.internal.engine.connection.Renewal;
import dev.parlando.internal.engine.conversation.History;
import dev.parlando.internal.engine.conversation.InputBuffer;
import dev.parlando.internal.engine.conversation.Playback;
import dev.parlando.internal.engine.conversation.Transcripts;
import dev.parlando.internal.engine.conversation.UsageCounter;
import dev.parlando.internal.engine.io.Effect;
import dev.parlando.internal.engine.io.EngineOptions;
import dev.parlando.internal.engine.io.ErrorCodes;
import dev.parlando.internal.engine.io.Input;
import dev.parlando.internal.engine.io.Outbox;
import dev.parlando.internal.engine.io.Timer;
import dev.parlando.internal.engine.io.ToolCatalog;
import dev.parlando.internal.engine.turns.ResponseScheduler;
import dev.parlando.realtime.ConversationEvent;
import dev.parlando.realtime.ErrorDetail;
import dev.parlando.realtime.ErrorEvent;
import dev.parlando.realtime.InputAudioEvent;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.McpEvent;
import dev.parlando.realtime.OutputAudioEvent;
import dev.parlando.realtime.RateLimit;
import dev.parlando.realtime.RateLimitsUpdated;
import dev.parlando.realtime.ResponseEvent;
import dev.parlando.realtime.ServerEvent;
import dev.parlando.realtime.Session;
import dev.parlando.realtime.SessionEvent;
import dev.parlando.realtime.TranscriptionEvent;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.UsageTotals;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.session.event.VoiceEvent.Closed.Cause;
import java.util.List;

/**
 * The state of one session. It hands each input to the parts it concerns and gives back what is to
 * be done; the same inputs at the same times always lead to the same effects.
 *
 * <p>Not safe for use by several threads at once, but for what other threads may look at: {@link
 * #history}, {@link #usage} and {@link #rateLimits}.
 */
public final class Engine {

  private final EngineOptions options;
  private final Outbox out;
  private final Configuration configuration;
  private final Lifecycle lifecycle;
  private final Renewal renewal;
  private final ResponseScheduler scheduler;
  private final CallNames names = new CallNames();
  private final ToolRounds rounds;
  private final Calls calls;
  private final WireCalls wireCalls;
  private final McpRounds mcp;
  private final ResponseRouter responses;
  private final ModelAudio modelAudio;
  private final Transcripts transcripts;
  private final History history = new History();
  private final Playback playback;
  private final InputBuffer buffer;
  private final Interruptions interruptions;
  private final CallerAudio audio;
  private final Commands commands;
  private final Retelling retelling;
  private final ItemRouter items;
  private final Spending spending;
  private final UsageCounter usage = new UsageCounter();

  /** An engine before its first dial. */
  public Engine(EngineOptions options, ToolCatalog tools) {
    this.options = options;
    this.out = new Outbox(options);
    this.configuration = new Configuration(out, options, tools);
    this.lifecycle = new Lifecycle(out, options);
    this.renewal = new Renewal(out, options);
    this.scheduler = new ResponseScheduler(out, options, configuration);
    this.wireCalls = new WireCalls(out, history, scheduler.turns(), scheduler.responses(), names);
    this.rounds = new ToolRounds(options, wireCalls, configuration::tools);
    this.calls = new Calls(wireCalls, options, rounds);
    this.mcp = new McpRounds(out, options, scheduler.turns(), scheduler.responses(), names);
    this.transcripts = new Transcripts(out, history);
    this.playback = new Playback(out, history);
    this.modelAudio = new ModelAudio(out, options, scheduler.responses(), playback);
    this.buffer = new InputBuffer(out, options.inputFormat());
    this.responses =
        new ResponseRouter(
            out,
            scheduler.responses(),
            rounds,
            new CallReader(out, calls, names, history),
            names,
            mcp,
            configuration,
            transcripts,
            modelAudio);
    this.interruptions =
        new Interruptions(out, options.options().bargeIn(), configuration, responses);
    this.audio =
        new CallerAudio(out, buffer, scheduler, calls, interruptions, configuration, history);
    this.commands = new Commands(out, configuration, audio, history, calls, scheduler, modelAudio);
    this.items = new ItemRouter(history, wireCalls, calls);
    this.retelling = new Retelling(out, history, commands, wireCalls, audio);
    this.spending = new Spending(out, options.budget(), usage, scheduler, calls);
  }

  /**
   * Takes one input.
   *
   * @param input of a dial that is not the last, it is dropped
   * @param nowMs the time on a clock that never goes back, in ms
   * @return what is to be done, in order
   */
  public List<Effect> handle(Input input, long nowMs) {
    out.begin(nowMs);
    Input current = input;
    if (input instanceof Input.OfDial ofDial) {
      if (ofDial.dial() != lifecycle.dial()) {
        return List.of();
      }
      current = ofDial.input();
    }
    if (current instanceof Input.TimerFired fired && !out.fired(fired.timer())) {
      return List.of();
    }
    if (lifecycle.over()) {
      return List.of();
    }
    take(current);
    responses.goOn();
    if (lifecycle.ready() && spending.check()) {
      close(1000, "", Cause.BUDGET);
    }
    renewIfDue();
    if (!lifecycle.over()) {
      scheduler.pump();
    }
    return out.drain();
  }

  private void renewIfDue() {
    if (!lifecycle.ready()) {
      return;
    }
    String why = renewal.now(idle());
    if (!why.isEmpty()) {
      out.shut();
      lifecycle.renew(why);
      connectionLost();
    }
  }

  private void take(Input input) {
    if (input instanceof Input.Received received) {
      received(received.event());
    } else if (input instanceof Input.Command.Close close) {
      close(close.code(), close.reason(), Cause.APPLICATION);
    } else if (input instanceof Input.Command.Renew) {
      renewal.want("the application asked for it");
    } else if (input instanceof Input.Command command) {
      if (!lifecycle.closing()) {
        commands.carryOut(command);
      }
    } else if (input instanceof Input.ToolEnded ended) {
      calls.ended(ended.callId(), ended.outcome());
    } else if (input instanceof Input.ToolRejected rejected) {
      calls.rejected(rejected.callId());
    } else if (input instanceof Input.ToolPrepared prepared) {
      calls.prepared(prepared.callId(), prepared.repairs());
    } else if (input instanceof Input.TimerFired fired) {
      timerFired(fired.timer());
    } else if (input instanceof Input.Flushed flushed) {
      modelAudio.flushed(flushed.heard());
    } else if (input instanceof Input.AllHeard) {
      spending.heard();
      renewal.heard();
    } else if (input instanceof Input.Priced priced) {
      spending.priced(priced.cost());
    } else if (input instanceof Input.PriceUnknown unknown) {
      spending.priceUnknown(unknown.problem());
    } else if (input instanceof Input.Unreadable unreadable) {
      out.tell(new Failure(Failure.Kind.MALFORMED, "", unreadable.problem()));
    } else if (input instanceof Input.Dialled) {
      lifecycle.dialled();
    } else if (input instanceof Input.Opened) {
      lifecycle.opened(configuration.whole());
    } else if (input instanceof Input.Refused refused) {
      lifecycle.refused(refused.refusal());
      endIfOver();
    } else if (input instanceof Input.Disconnected disconnected) {
      disconnected(disconnected.code(), disconnected.reason());
    }
  }

  /** The number of the dial that counts. */
  public int dial() {
    return lifecycle.dial();
  }

  /** Whether a dial of this number is still to be made. */
  public boolean wantsDial(int number) {
    return lifecycle.wants(number);
  }

  /** The format of the user's audio. */
  public AudioFormat inputFormat() {
    return options.inputFormat();
  }

  /** The conversation so far, fit to be told to another session. */
  public List<Item> history() {
    return history.snapshot();
  }

  /** What was used so far. */
  public UsageTotals usage() {
    return usage.totals();
  }

  /** The account's limits as the server last told them. */
  public List<RateLimit> rateLimits() {
    return scheduler.rateLimits();
  }

  /** Whether nothing is under way: no response, no call, and nobody waits for either. */
  public boolean idle() {
    return lifecycle.over()
        || (lifecycle.ready()
            && scheduler.idle()
            && calls.idle()
            && mcp.idle()
            && modelAudio.idle());
  }

  /** Whether the session has ended. */
  public boolean over() {
    return lifecycle.over();
  }

  /** Whether the server plays something to the caller, as it does in a call. */
  public boolean playsAtServer() {
    return !lifecycle.over() && modelAudio.playsAtServer();
  }

  private void received(ServerEvent event) {
    out.tell(new VoiceEvent.Received(event));
    boolean handshake = event instanceof SessionEvent || event instanceof ErrorEvent;
    boolean usable = lifecycle.ready() || lifecycle.closing() || options.sideband();
    if (!usable && !handshake) {
      return; // Nothing was asked for yet; if this connection fails, nobody could answer it.
    }
    if (event instanceof ResponseEvent response) {
      if (event instanceof ResponseEvent.AudioDelta) {
        configuration.modelSpoke();
      }
      if (event instanceof ResponseEvent.Done done && done.response() != null) {
        usage.response(done.response());
      }
      responses.on(response);
    } else if (event instanceof ConversationEvent conversation) {
      items.on(conversation);
    } else if (event instanceof TranscriptionEvent transcription) {
      transcripts.on(transcription);
      interruptions.on(transcription);
      if (transcription instanceof TranscriptionEvent.Completed completed) {
        usage.transcription(completed.usage());
        buffer.transcribed(requireNonNullElse(completed.itemId(), ""));
      }
    } else if (event instanceof RateLimitsUpdated limits) {
      scheduler.rateLimits(limits.rateLimits());
    } else if (event instanceof InputAudioEvent inputAudio) {
      audio.on(inputAudio);
    } else if (event instanceof OutputAudioEvent outputAudio) {
      modelAudio.on(outputAudio);
    } else if (event instanceof McpEvent mcpEvent) {
      mcp.on(mcpEvent);
    } else if (event instanceof SessionEvent.Created created) {
      lifecycle.greeted(created.session(), configuration.whole());
    } else if (event instanceof SessionEvent.Updated updated) {
      updated(updated);
    } else if (event instanceof ErrorEvent error && error.error() != null) {
      error(error.error());
    }
  }

  private void updated(SessionEvent.Updated event) {
    Session session = event.session();
    if (session != null && session.config().outputFormat() != null) {
      playback.format(session.config().outputFormat());
    }
    if (!lifecycle.confirmed(session)) {
      if (session != null && lifecycle.ready()) {
        configuration.confirmed(session.config());
      }
      return;
    }
    configuration.begins(session == null ? null : session.config());
    renewal.ready(session);
    if (!lifecycle.again()) {
      options.history().forEach(retelling::seed);
    } else if (options.sideband()) {
      // The call lives at the server, and the conversation with it.
      wireCalls.restored();
      out.tell(new VoiceEvent.Reconnected(lifecycle.sessionId(), 0));
    } else {
      retelling.restore(lifecycle.sessionId());
    }
    out.open();
    spending.opened();
  }

  private void error(ErrorDetail error) {
    if (lifecycle.configuring()) {
      boolean worthAnother =
          ErrorCodes.transientCode(error)
              || (lifecycle.again() && configuration.beginningRefused(error));
      lifecycle.refused(error, worthAnother);
      endIfOver();
      return;
    }
    if (scheduler.refused(error)
        || wireCalls.refused(error)
        || commands.refused(error)
        || configuration.refused(error)
        || ErrorCodes.benign(error)) {
      return;
    }
    Failure.Kind kind = ErrorCodes.kind(error);
    out.tell(new Failure(kind, ErrorCodes.code(error), ErrorCodes.message(error)));
    if (kind == Failure.Kind.FATAL) {
      close(1000, "", Cause.FAILURE);
    } else if (kind == Failure.Kind.EXPIRED) {
      lifecycle.expires();
    }
  }

  private void close(int code, String reason, Cause why) {
    if (lifecycle.closing()) {
      return;
    }
    if (lifecycle.ready()) {
      calls.cancelAll();
      scheduler.sessionOver();
      modelAudio.sessionOver();
      out.shut();
    }
    if (!lifecycle.close(code, reason, why)) {
      endIfOver();
    }
  }

  private void disconnected(int code, String reason) {
    boolean wasReady = lifecycle.ready();
    out.shut();
    lifecycle.disconnected(code, reason);
    if (wasReady && !lifecycle.over()) {
      connectionLost();
    }
    endIfOver();
  }

  private void connectionLost() {
    renewal.connectionLost();
    responses.connectionLost();
    calls.connectionLost(!options.sideband());
    audio.connectionLost(!options.sideband());
    scheduler.connectionLost();
    configuration.connectionLost();
    if (!options.sideband()) {
      names.connectionLost();
      history.connectionLost();
    }
  }

  /** After the end, nothing is waited for any more. */
  private void endIfOver() {
    if (lifecycle.over()) {
      out.shut();
      calls.cancelAll();
      scheduler.sessionOver();
      modelAudio.sessionOver();
      out.forgetHeld();
      lifecycle.tellEnd();
    }
  }

  private void timerFired(Timer timer) {
    switch (timer.kind()) {
      case CONNECT -> {
        lifecycle.timedOut();
        endIfOver();
      }
      case RESPONSE -> scheduler.missing();
      case SERVER_RESPONSE -> scheduler.serverResponseMissing();
      case STALLED_RESPONSE -> responses.stalled();
      case STALLED_OUT_OF_BAND -> responses.outOfBandStalled(timer.id());
      case USER_SPEECH -> scheduler.floor().silent();
      case USER_SILENCE -> audio.missing();
      case BARGE_IN -> interruptions.lasted();
      case RENEWAL -> renewal.due();
      case BUDGET -> spending.timeUp();
      case RATE_LIMIT -> {} // What was put off goes now, as after every input.
      case TOOL -> calls.timedOut(timer.id());
      case MCP_CALL -> mcp.end(timer.id());
      case PARALLEL_CALLS -> calls.waitedForOthers(timer.id());
      case CLOSE -> {
        lifecycle.closeTimedOut();
        endIfOver();
      }
    }
  }
}
