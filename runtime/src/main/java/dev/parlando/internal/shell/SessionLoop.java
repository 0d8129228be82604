package dev.parlando.internal.shell;

import static dev.parlando.internal.shell.SessionLog.LOG;

import dev.parlando.audio.AudioChunk;
import dev.parlando.internal.engine.Engine;
import dev.parlando.internal.engine.io.Effect;
import dev.parlando.internal.engine.io.Input;
import dev.parlando.realtime.EventCodec;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.MalformedEventException;
import dev.parlando.realtime.RateLimit;
import dev.parlando.realtime.ServerEvent;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.UsageTotals;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.session.options.SessionOptions;
import dev.parlando.transport.Connection;
import dev.parlando.transport.ConnectionListener;
import dev.parlando.transport.DialRequest;
import dev.parlando.transport.Transport;
import dev.parlando.transport.UpgradeRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Feeds the engine, one input at a time, and carries out what it asks for. All of it runs on one
 * lane; the socket's thread only decodes and hands over.
 */
public final class SessionLoop {

  private static final EventCodec<ServerEvent> READER = EventCodec.server();

  private static final int FIRST_DIAL = 1;

  private final Engine engine;

  private final Transport transport;
  private final Supplier<DialRequest> requests;
  private final SessionOptions options;
  private final Delivery delivery;
  private final RunningTools tools;
  private final GuardedSink sink;
  private final Uplink uplink;
  private final Lane lane;
  private final RunningTimers timers;
  private final RestWaiters waiters;
  private final CompletableFuture<Void> connected = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private String address = "";
  private volatile String sessionId = "";

  /**
   * @param requests what to dial, with the credentials of the moment
   * @param owner what calls of tools belong to
   */
  public SessionLoop(
      Engine engine,
      SessionOptions options,
      Delivery delivery,
      GuardedSink sink,
      Transport transport,
      Supplier<DialRequest> requests,
      Object owner) {
    this.engine = engine;
    this.transport = transport;
    this.requests = requests;
    this.options = options;
    this.timers = new RunningTimers(options.time(), timer -> feed(new Input.TimerFired(timer)));
    this.lane = new Lane(options.executor());
    this.delivery = delivery;
    this.sink = sink;
    this.waiters = new RestWaiters(engine, sink, options.time(), lane);
    this.uplink =
        new Uplink(
            options.time(),
            lane,
            engine.inputFormat(),
            options.audioBuffers().unsent().toMillis(),
            delivery::tell);
    this.tools = new RunningTools(options.toolExecutor(), options.arguments(), this::feed, owner);
  }

  /** Completed when the session is ready, or exceptionally when it can't be. */
  public CompletableFuture<Void> connected() {
    return connected;
  }

  /** Completed when the session is over and its listener was told. */
  public CompletableFuture<Void> ended() {
    return ended;
  }

  public String sessionId() {
    return sessionId;
  }

  /**
   * Dials for the first time, with the credentials of the moment, for which it may block. They have
   * the time that a connection has.
   */
  public void dial() {
    Input late = notDialled(FIRST_DIAL, "no credentials came in time");
    Runnable inTime =
        options.time().after(options.timeouts().connect().toMillis(), () -> feed(late));
    try {
      dial(FIRST_DIAL, requests.get());
    } finally {
      inTime.run();
    }
  }

  /** Dials, if that is still wanted when its turn comes. */
  private void dial(int number, DialRequest request) {
    lane.execute(
        () -> {
          if (connected.isCompletedExceptionally() || !engine.wantsDial(number)) {
            return;
          }
          address = request.address();
          handle(new Input.OfDial(number, new Input.Dialled()));
          Link link = new Link(number);
          offTheLane(number, () -> link.connected(transport.dial(request, link)));
        });
  }

  private static Input notDialled(int number, String why) {
    return new Input.OfDial(number, new Input.Disconnected(1006, why));
  }

  private void redial(int number, long delayMs) {
    dropSoon(uplink.connection());
    options.time().after(delayMs, () -> offTheLane(number, () -> dial(number, requests.get())));
  }

  /**
   * What the application does for a dial may block: suppliers of credentials, and transports. What
   * it throws is the end of the dial.
   */
  private void offTheLane(int number, Runnable step) {
    try {
      options
          .executor()
          .execute(
              () -> {
                try {
                  step.run();
                } catch (Throwable thrown) {
                  LOG.warn("A connection could not be dialled", thrown);
                  feed(notDialled(number, "it could not be dialled: " + thrown));
                }
              });
    } catch (Throwable full) {
      feed(notDialled(number, "the session's executor refused to dial: " + full));
    }
  }

  /** A connection that was given up must not stay open because its server does not close it. */
  private void dropSoon(@Nullable Connection old) {
    if (old != null) {
      options.time().after(options.timeouts().close().toMillis(), () -> old.close(1006, ""));
    }
  }

  /** Hands an input over, from any thread. */
  public void feed(Input input) {
    lane.execute(() -> handle(input));
  }

  /** How many pieces of the user's audio were left out on a slow network. */
  public long droppedInputAudio() {
    return uplink.droppedAudio();
  }

  /** The conversation so far, on any thread. */
  public List<Item> history() {
    return engine.history();
  }

  /** What was used so far, on any thread. */
  public UsageTotals usage() {
    return engine.usage();
  }

  /** The account's limits as the server last told them, on any thread. */
  public List<RateLimit> rateLimits() {
    return engine.rateLimits();
  }

  /** A future that completes when nothing is under way and the listeners know all that was. */
  public CompletableFuture<Void> idle() {
    CompletableFuture<Void> idle = new CompletableFuture<>();
    lane.execute(() -> waiters.whenIdle(() -> delivery.then(() -> idle.complete(null))));
    return idle;
  }

  /** A future that completes when nothing is under way, and all of the model's audio was heard. */
  public CompletableFuture<Void> heard() {
    CompletableFuture<Void> heard = new CompletableFuture<>();
    lane.execute(() -> waiters.whenHeard(() -> delivery.then(() -> heard.complete(null))));
    return heard;
  }

  private void handle(Input input) {
    List<Effect> effects = List.of();
    try {
      long nowMs = options.time().nowMs();
      effects = engine.handle(input, nowMs);
    } catch (Throwable bug) {
      // The caller must not fall silent for one event that was mishandled.
      LOG.error("Could not handle {}", input.getClass().getSimpleName(), bug);
      delivery.tell(
          new Failure(Failure.Kind.MALFORMED, "", "An event could not be handled: " + bug));
    }
    for (Effect effect : effects) {
      carryOutAlone(effect);
    }
    waiters.release();
  }

  /** What one effect throws must not take the others along: the engine believes they happened. */
  private void carryOutAlone(Effect effect) {
    try {
      carryOut(effect);
    } catch (Throwable thrown) {
      String name = effect.getClass().getSimpleName();
      LOG.error("Could not carry out {}", name, thrown);
      delivery.tell(new Failure(Failure.Kind.APPLICATION, "", name + " failed: " + thrown));
    }
  }

  private void carryOut(Effect effect) {
    if (effect instanceof Effect.Send send) {
      uplink.send(send.event());
    } else if (effect instanceof Effect.Tell tell) {
      delivery.tell(tell.event());
      if (tell.event() instanceof VoiceEvent.Closed) {
        end();
      }
    } else if (effect instanceof Effect.Play play) {
      sink.play(new AudioChunk(play.itemId(), play.contentIndex(), play.audio()));
    } else if (effect instanceof Effect.Flush) {
      // At once: what the application asks for next must not come between the stop and its end.
      handle(new Input.Flushed(sink.flush().orElse(null)));
    } else if (effect instanceof Effect.AwaitHeard) {
      waiters.whenHeard(() -> handle(new Input.AllHeard()));
    } else if (effect instanceof Effect.AskPrice ask) {
      askPrice(ask.used());
    } else if (effect instanceof Effect.StartTool start) {
      tools.start(start, sessionId);
    } else if (effect instanceof Effect.CancelTool cancel) {
      tools.cancel(cancel.callId());
    } else if (effect instanceof Effect.StartTimer start) {
      timers.start(start.timer(), start.delayMs());
    } else if (effect instanceof Effect.StopTimer stop) {
      timers.stop(stop.timer());
    } else if (effect instanceof Effect.UseDialect use) {
      uplink.useDialect(use.dialect());
    } else if (effect instanceof Effect.Connected ready) {
      sessionId = ready.sessionId();
      connected.complete(null);
    } else if (effect instanceof Effect.ConnectFailed failed) {
      connected.completeExceptionally(
          new NotConnectedException(
              failed.httpStatus(), failed.code(), failed.message() + " (" + address + ")"));
      end();
    } else if (effect instanceof Effect.Redial redial) {
      redial(redial.dial(), redial.delayMs());
    } else if (effect instanceof Effect.Disconnect disconnect) {
      uplink.close(disconnect.code(), disconnect.reason());
    }
  }

  /** What the application computes may take its time: not on the lane. */
  private void askPrice(UsageTotals used) {
    try {
      options.executor().execute(() -> feed(price(used)));
    } catch (Throwable full) {
      feed(new Input.PriceUnknown(String.valueOf(full)));
    }
  }

  private Input price(UsageTotals used) {
    ToDoubleFunction<UsageTotals> price = options.budget().price();
    if (price == null) {
      return new Input.Priced(0);
    }
    try {
      return new Input.Priced(price.applyAsDouble(used));
    } catch (Throwable thrown) {
      return new Input.PriceUnknown(String.valueOf(thrown));
    }
  }

  private void end() {
    timers.stopAll();
    sink.close();
    // A server that does not answer the close must not keep the socket.
    options.time().after(options.timeouts().close().toMillis(), () -> uplink.close(1006, ""));
    delivery.then(() -> ended.complete(null));
  }

  /** Hears of one connection. The engine drops what is of one that was given up for another. */
  private final class Link implements ConnectionListener {

    private final int number;

    /** What was heard before it was known over what to answer; null: that is known. */
    private @Nullable List<Input> early = new ArrayList<>();

    private Link(int number) {
      this.number = number;
    }

    /** The connection is there, or on its way. */
    private void connected(Connection connection) {
      lane.execute(
          () -> {
            if (number != engine.dial() || engine.over()) {
              connection.close(1000, "");
              return;
            }
            uplink.use(connection);
            List<Input> heard = early == null ? List.of() : early;
            early = null;
            heard.forEach(SessionLoop.this::handle);
          });
    }

    private void feedFromHere(Input input) {
      Input ofDial = new Input.OfDial(number, input);
      lane.execute(
          () -> {
            if (early != null) {
              early.add(ofDial);
            } else {
              handle(ofDial);
            }
          });
    }

    @Override
    public void onOpen() {
      feedFromHere(new Input.Opened());
    }

    @Override
    public void onText(byte[] utf8, int length) {
      try {
        feedFromHere(new Input.Received(READER.read(utf8, length)));
      } catch (MalformedEventException malformed) {
        feedFromHere(new Input.Unreadable(String.valueOf(malformed.getMessage())));
      }
    }

    @Override
    public void onBinary(int length) {
      feedFromHere(
          new Input.Unreadable("A binary frame of " + length + " bytes; the protocol has none"));
    }

    @Override
    public void onRefused(UpgradeRefused refusal) {
      feedFromHere(new Input.Refused(refusal));
    }

    @Override
    public void onClosed(int code, String reason) {
      feedFromHere(new Input.Disconnected(code, reason));
    }
  }
}
