package dev.parlando.internal.engine;

import static java.util.Objects.requireNonNullElse;

import dev.parlando.internal.engine.Timer.Kind;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.ConversationEvent;
import dev.parlando.realtime.ErrorDetail;
import dev.parlando.realtime.ErrorEvent;
import dev.parlando.realtime.InputAudioEvent;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.RateLimit;
import dev.parlando.realtime.RateLimitsUpdated;
import dev.parlando.realtime.ResponseEvent;
import dev.parlando.realtime.ServerEvent;
import dev.parlando.realtime.Session;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.SessionEvent;
import dev.parlando.realtime.TranscriptionEvent;
import dev.parlando.realtime.TurnDetection;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.SpeechEvent;
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
  private final Handshake handshake;
  private final ResponseScheduler replies;
  private final ToolRounds rounds;
  private final Calls calls;
  private final ResponseRouter responses;
  private final Transcripts transcripts;
  private final History history;
  private final Playback playback;
  private final InputBuffer inputBuffer;
  private final Commands commands;
  private final Spending spending;
  private final UsageCounter usage = new UsageCounter();
  private boolean closing;

  /** Why the session ends, if it ends now. */
  private Cause cause = Cause.SERVER;

  /** An engine before its first dial. */
  public Engine(EngineOptions options, ToolCatalog tools) {
    this.options = options;
    this.out = new Outbox(options);
    this.configuration = new Configuration(out, options.session());
    this.handshake = new Handshake(out, options);
    this.replies = new ResponseScheduler(out, options, this::acknowledged);
    this.rounds = new ToolRounds(options, replies, tools);
    this.history = new History();
    this.calls = new Calls(out, options, rounds, history);
    this.transcripts = new Transcripts(out, history);
    this.playback = new Playback(out, history);
    this.inputBuffer = new InputBuffer(out, options.inputFormat());
    this.spending = new Spending(out, options.budget(), usage, replies, calls);
    this.responses = new ResponseRouter(out, replies, rounds, calls, transcripts, playback);
    this.commands =
        new Commands(
            out, options, configuration, inputBuffer, history, calls, rounds, replies, responses);
  }

  private boolean acknowledged(String callId) {
    return calls.acknowledged(callId);
  }

  /**
   * Takes one input.
   *
   * @param nowMs the time on a clock that never goes back, in ms
   * @return what is to be done, in order
   */
  public List<Effect> handle(Input input, long nowMs) {
    out.begin(nowMs);
    if (handshake.over()
        && !(input instanceof Input.ToolEnded || input instanceof Input.ToolRejected)) {
      return List.of();
    }
    if (input instanceof Input.Received received) {
      received(received.event());
    } else if (input instanceof Input.Command.Close close) {
      close(close.code(), close.reason(), Cause.APPLICATION);
    } else if (input instanceof Input.Command command) {
      commands.carryOut(command);
    } else if (input instanceof Input.ToolEnded ended) {
      calls.ended(ended.callId(), ended.outcome());
    } else if (input instanceof Input.ToolRejected rejected) {
      calls.rejected(rejected.callId());
    } else if (input instanceof Input.ToolPrepared prepared) {
      calls.prepared(prepared.callId(), prepared.repairs());
    } else if (input instanceof Input.TimerFired fired) {
      timerFired(fired.timer());
    } else if (input instanceof Input.Flushed flushed) {
      responses.flushed(flushed.heard());
    } else if (input instanceof Input.Priced priced) {
      spending.priced(priced.cost());
    } else if (input instanceof Input.PriceUnknown unknown) {
      spending.priceUnknown(unknown.problem());
    } else if (input instanceof Input.Unreadable unreadable) {
      out.tell(new Failure(Failure.Kind.MALFORMED, "", unreadable.problem()));
    } else if (input instanceof Input.Dialled) {
      handshake.dialled();
    } else if (input instanceof Input.Opened) {
      handshake.opened(config());
    } else if (input instanceof Input.Refused refused) {
      handshake.refused(refused.refusal());
    } else if (input instanceof Input.Disconnected disconnected) {
      disconnected(disconnected.code(), disconnected.reason());
    }
    if (handshake.ready() && !closing && spending.check()) {
      close(1000, "", Cause.BUDGET);
    }
    replies.pump();
    return out.drain();
  }

  /** The conversation so far, fit to be told to another session. */
  public List<Item> history() {
    return history.snapshot(callId -> false);
  }

  /** What was used so far. */
  public UsageTotals usage() {
    return usage.totals();
  }

  /** The account's limits as the server last told them. */
  public List<RateLimit> rateLimits() {
    return replies.rateLimits().limits();
  }

  /** Whether nothing is under way: no reply, no call, and nothing waits for its turn. */
  public boolean idle() {
    return handshake.over() || (handshake.ready() && replies.idle() && calls.idle());
  }

  private SessionConfig config() {
    return configuration.current().toBuilder().tools(rounds.tools().wireTools()).build();
  }

  private void received(ServerEvent event) {
    out.tell(new VoiceEvent.Received(event));
    if (event instanceof ResponseEvent response) {
      if (event instanceof ResponseEvent.AudioDelta) {
        configuration.modelSpoke();
      }
      if (event instanceof ResponseEvent.Done done && done.response() != null) {
        usage.response(done.response());
      }
      responses.on(response);
    } else if (event instanceof ConversationEvent conversation) {
      conversation(conversation);
    } else if (event instanceof TranscriptionEvent transcription) {
      transcripts.on(transcription);
      if (transcription instanceof TranscriptionEvent.Completed completed) {
        usage.transcription(completed.usage());
      }
    } else if (event instanceof RateLimitsUpdated limits) {
      replies.rateLimits().updated(limits.rateLimits());
    } else if (event instanceof InputAudioEvent audio) {
      inputAudio(audio);
    } else if (event instanceof SessionEvent.Created created) {
      handshake.created(created, config());
    } else if (event instanceof SessionEvent.Updated updated) {
      updated(updated);
    } else if (event instanceof ErrorEvent error && error.error() != null) {
      error(error.error());
    }
  }

  private void conversation(ConversationEvent event) {
    if (event instanceof ConversationEvent.ItemAdded added && added.item() != null) {
      history.added(added.previousItemId(), added.item());
      calls.acknowledged(added.item());
    } else if (event instanceof ConversationEvent.ItemCreated created && created.item() != null) {
      history.added(created.previousItemId(), created.item());
      calls.acknowledged(created.item());
    } else if (event instanceof ConversationEvent.ItemDone done && done.item() != null) {
      history.done(done.item());
      calls.acknowledged(done.item());
    } else if (event instanceof ConversationEvent.ItemRetrieved retrieved
        && retrieved.item() != null) {
      history.done(retrieved.item());
    } else if (event instanceof ConversationEvent.ItemDeleted deleted) {
      history.deleted(deleted.itemId());
    }
  }

  private void updated(SessionEvent.Updated event) {
    Session session = event.session();
    if (session != null && session.config().outputFormat() != null) {
      playback.format(session.config().outputFormat());
    }
    if (!handshake.updated(event)) {
      return;
    }
    if (handshake.again()) {
      List<Item> items = history.snapshot(calls::open);
      items.forEach(item -> out.sendNow(new ClientEvent.ItemCreate(Restoration.of(item))));
      out.dropHeldItems();
      out.tell(new VoiceEvent.Reconnected(handshake.sessionId(), items.size()));
    } else {
      options.history().forEach(this::seed);
    }
    out.open();
    spending.opened();
  }

  /** Tells the server an item that the conversation begins with. */
  private void seed(Item item) {
    Item restored = Restoration.of(item);
    history.sent(restored);
    out.sendNow(new ClientEvent.ItemCreate(restored));
  }

  private void inputAudio(InputAudioEvent event) {
    if (event instanceof InputAudioEvent.SpeechStarted started) {
      commands.newTurn();
      replies.speech().started();
      responses.interrupt(!serverInterrupts());
      out.tell(
          new SpeechEvent.Started(
              requireNonNullElse(started.itemId(), ""),
              requireNonNullElse(started.audioStartMs(), 0)));
    } else if (event instanceof InputAudioEvent.SpeechStopped stopped) {
      replies.speech().stopped();
      out.tell(
          new SpeechEvent.Stopped(
              requireNonNullElse(stopped.itemId(), ""),
              requireNonNullElse(stopped.audioEndMs(), 0)));
    } else if (event instanceof InputAudioEvent.Committed
        || event instanceof InputAudioEvent.Cleared) {
      inputBuffer.taken();
    }
  }

  private void error(ErrorDetail error) {
    if (handshake.refused(error) || replies.refused(error) || calls.refused(error)) {
      return;
    }
    if (!ErrorCodes.benign(error)) {
      Failure.Kind kind = ErrorCodes.kind(error);
      out.tell(new Failure(kind, ErrorCodes.code(error), ErrorCodes.message(error)));
      if (kind == Failure.Kind.FATAL) {
        close(1000, "", Cause.FAILURE);
      }
    }
  }

  /** Whether the server cancels its reply by itself when it hears the user. */
  private boolean serverInterrupts() {
    TurnDetection detection = configuration.current().turnDetection();
    Boolean interrupts = null;
    if (detection instanceof TurnDetection.ServerVad vad) {
      interrupts = vad.interruptResponse();
    } else if (detection instanceof TurnDetection.SemanticVad vad) {
      interrupts = vad.interruptResponse();
    }
    return interrupts == null || interrupts;
  }

  private void close(int code, String reason, Cause why) {
    if (closing) {
      return;
    }
    closing = true;
    cause = why;
    if (!handshake.ready()) {
      handshake.abandoned();
      return;
    }
    calls.cancelAll();
    replies.sessionOver();
    out.shut();
    out.add(new Effect.Disconnect(code, reason));
    out.start(Timer.of(Kind.CLOSE), options.timeouts().close().toMillis());
  }

  private void disconnected(int code, String reason) {
    boolean wasReady = handshake.ready();
    out.shut();
    if (handshake.disconnected(code, reason, !closing)) {
      if (wasReady) {
        replies.connectionLost();
        rounds.connectionLost();
        configuration.reconnected();
      }
      return;
    }
    calls.cancelAll();
    replies.sessionOver();
    out.forgetHeld();
    out.stop(Timer.of(Kind.CLOSE));
    if (wasReady) {
      out.tell(new VoiceEvent.Closed(cause, code, reason));
    }
  }

  private void timerFired(Timer timer) {
    switch (timer.kind()) {
      case CONNECT -> handshake.timedOut();
      case REPLY -> replies.missing();
      case STALLED_REPLY -> responses.stalled();
      case STALLED_OUT_OF_BAND -> replies.outOfBandStalled(timer.id());
      case USER_SPEECH -> replies.speech().timerFired();
      case BUDGET, RATE_LIMIT -> {} // What was put off goes now, as after every input.
      case TOOL -> calls.timedOut(timer.id());
      case SIBLINGS -> calls.siblingsDue(timer.id());
      case CLOSE -> {
        out.add(new Effect.Disconnect(1006, ""));
        disconnected(1006, "The server did not answer the close");
      }
    }
  }
}
