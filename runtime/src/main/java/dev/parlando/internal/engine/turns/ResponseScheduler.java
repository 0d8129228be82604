package dev.parlando.internal.engine.turns;

import dev.parlando.internal.engine.io.EngineOptions;
import dev.parlando.internal.engine.io.ErrorCodes;
import dev.parlando.internal.engine.io.Outbox;
import dev.parlando.internal.engine.io.Timer;
import dev.parlando.internal.engine.io.Timer.Kind;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.ErrorDetail;
import dev.parlando.realtime.RateLimit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the model is asked. What is owed is asked for as soon as the floor is free, one request for
 * all turns that one response can meet; nothing else is ever asked for.
 */
public final class ResponseScheduler {

  /** The metadata key by which a response is recognised as ours. */
  public static final String KEY = Asks.KEY;

  private final Outbox out;
  private final EngineOptions options;
  private final ServerTurns server;
  private final Turns turns;
  private final Asks asks = new Asks();
  private final RateLimits rateLimits;
  private final Floor floor;
  private final Responses responses;

  public ResponseScheduler(Outbox out, EngineOptions options, ServerTurns server) {
    this.out = out;
    this.options = options;
    this.server = server;
    this.turns = new Turns(out);
    this.rateLimits = new RateLimits(out, options);
    this.floor = new Floor(out, options, turns, server);
    this.responses = new Responses(out, options, turns, asks, floor, rateLimits);
  }

  public Turns turns() {
    return turns;
  }

  public Responses responses() {
    return responses;
  }

  public Floor floor() {
    return floor;
  }

  /** The account's limits as the server last told them. */
  public List<RateLimit> rateLimits() {
    return rateLimits.limits();
  }

  public void rateLimits(List<RateLimit> limits) {
    rateLimits.updated(limits);
  }

  /** Whether nobody waits and no response is under way, nor one that nobody wants any more. */
  public boolean idle() {
    return turns.isEmpty() && responses.isEmpty() && asks.inFlight() == null;
  }

  /** Asks for what is owed, if that may be asked for now. Called after every input. */
  public void pump() {
    if (!out.isOpen() || asks.inFlight() != null || !server.canRespond()) {
      return;
    }
    List<OwedTurn> next = next();
    if (next.isEmpty() || !rateLimits.allowResponse()) {
      return;
    }
    String eventId = out.nextId();
    Ask ask = new Ask(eventId, next);
    next.forEach(turn -> turn.asked(ask));
    asks.sent(ask);
    out.send(new ClientEvent.ResponseCreate(ask.config(KEY)), eventId);
    out.start(Timer.of(Kind.RESPONSE), options.responseMs());
  }

  /** The turns that are asked for next, together; empty: none. */
  private List<OwedTurn> next() {
    List<OwedTurn> owed = turns.in(TurnState.OWED);
    if (owed.isEmpty()) {
      return owed;
    }
    for (OwedTurn turn : owed) {
      if (turn.outOfBand()) {
        return List.of(turn);
      }
    }
    return floorIsFree() ? together(owed) : List.of();
  }

  private boolean floorIsFree() {
    return responses.current() == null
        && !responses.audibleOutOfBand()
        && !floor.speaking()
        && !turns.serverAwaited();
  }

  /** All that need nothing special; or the first that does, and those that were there before it. */
  private static List<OwedTurn> together(List<OwedTurn> owed) {
    int special = 0;
    while (special < owed.size() && owed.get(special).plain()) {
      special++;
    }
    return owed.subList(0, Math.min(special + 1, owed.size()));
  }

  /** The server refused something. Returns whether it was a request of ours for a response. */
  public boolean refused(ErrorDetail error) {
    boolean busy = ErrorCodes.conversationBusy(error);
    Ask refused = asks.named(error.eventId());
    if (refused == null && busy && error.eventId() == null) {
      refused = asks.inFlight() != null ? asks.inFlight() : guessed();
    }
    if (refused == null) {
      return false;
    }
    Ask ask = refused;
    asks.refused(ask);
    if (asks.inFlight() == null) {
      out.stop(Timer.of(Kind.RESPONSE));
    }
    disown(ask);
    for (OwedTurn turn : turns.select(turn -> ask.equals(turn.ask()))) {
      refused(turn, error, busy);
    }
    if (busy) {
      responses.busyWithUnknown();
    }
    return true;
  }

  /** The request that the response under way was taken to be for; null: that is known, or none. */
  private @Nullable Ask guessed() {
    Run run = responses.current();
    Ask ask = run == null ? null : run.ask();
    return ask != null && ask.guessed() ? ask : null;
  }

  /** A response that was taken for the refused one is not it, and has not read what waits. */
  private void disown(Ask ask) {
    Run run = responses.current();
    if (run != null && ask.equals(run.ask())) {
      responses.disown(run);
    }
  }

  private void refused(OwedTurn turn, ErrorDetail error, boolean busy) {
    String why = "the server refused the request: " + ErrorCodes.message(error);
    String code = ErrorCodes.code(error);
    Run running = responses.current();
    if (busy && running != null && !running.id().equals(Run.UNKNOWN)) {
      turn.forgiveAsk();
      turns.putOff(turn);
    } else if (busy) {
      turns.missed(turn, code, why);
    } else if (!ErrorCodes.transientCode(error)) {
      turns.giveUp(turn, code, why);
    } else {
      boolean limited = ErrorCodes.rateLimited(error);
      if (limited) {
        rateLimits.exceeded(ErrorCodes.message(error));
      }
      if (limited && rateLimits.tooLong()) {
        turns.giveUp(turn, code, why);
      } else {
        turns.missed(turn, code, why);
      }
    }
  }

  /** A requested response did not begin in time. */
  public void missing() {
    Ask ask = asks.inFlight();
    if (ask == null) {
      return;
    }
    asks.overdue(ask);
    String why = "the server did not begin a response within " + options.responseMs() + " ms";
    for (OwedTurn turn : turns.select(turn -> ask.equals(turn.ask()))) {
      turns.missed(turn, "", why);
    }
  }

  /** The server did not begin a response of its own in time. */
  public void serverResponseMissing() {
    if (responses.current() == null) {
      List<OwedTurn> missed = turns.select(turn -> turn.is(TurnState.ASKED) && turn.ask() == null);
      if (!missed.isEmpty()) {
        responses.serverResponseOverdue();
      }
      missed.forEach(turn -> turns.missed(turn, "", "the server did not respond by itself"));
    }
  }

  /** An item that a turn is about was refused: no answer to it can be had. */
  public void itemRefused(OwedTurn turn, ErrorDetail error) {
    // One that began has not read it, whatever it was taken for.
    if (turn.is(TurnState.OWED) || turn.is(TurnState.ASKED) || turn.is(TurnState.BEGUN)) {
      turns.giveUp(
          turn,
          ErrorCodes.code(error),
          "the server refused what it is about: " + ErrorCodes.message(error));
    }
  }

  /** The connection is lost: what was not answered is asked for on the next. */
  public void connectionLost() {
    @Nullable Ask unmet = asks.inFlight();
    asks.connectionLost();
    floor.connectionLost();
    for (OwedTurn turn : turns.in(TurnState.ASKED)) {
      turns.missed(turn, "", "the connection was lost");
    }
    responses.connectionLost();
    if (unmet != null) {
      out.stop(Timer.of(Kind.RESPONSE));
    }
    out.stop(Timer.of(Kind.SERVER_RESPONSE));
  }

  /** The session is over. */
  public void sessionOver() {
    asks.connectionLost();
    floor.dissolve();
    turns.close();
    responses.close();
    out.stop(Timer.of(Kind.RESPONSE));
    out.stop(Timer.of(Kind.SERVER_RESPONSE));
  }
}
