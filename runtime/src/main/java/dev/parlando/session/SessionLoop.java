package dev.parlando.session;

import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.Dialect;
import dev.parlando.realtime.EventCodec;
import dev.parlando.realtime.MalformedEventException;
import dev.parlando.realtime.ServerEvent;
import dev.parlando.session.engine.Effect;
import dev.parlando.session.engine.Engine;
import dev.parlando.session.engine.Input;
import dev.parlando.session.engine.Timer;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.transport.Connection;
import dev.parlando.transport.ConnectionListener;
import dev.parlando.transport.DialRequest;
import dev.parlando.transport.UpgradeRefused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds the engine, one input at a time, and carries out what it wants. Everything here but {@link
 * #feed} and the connection's calls runs on one lane; the socket's thread only decodes.
 */
final class SessionLoop implements ConnectionListener {

  private static final Logger LOG = LoggerFactory.getLogger(VoiceSession.class);
  private static final EventCodec<ServerEvent> READER = EventCodec.server();
  private static final EventCodec<ClientEvent> WRITER = EventCodec.client();

  private final Engine engine;
  private final SessionOptions options;
  private final Delivery delivery;
  private final RunningTools tools;
  private final Lane lane = new Lane(Threads.shared());
  private final Map<Timer, Runnable> timers = new HashMap<>();
  private final List<CompletableFuture<Void>> idleWaiters = new ArrayList<>();
  private final CompletableFuture<Void> connected = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private @Nullable Connection connection;
  private Dialect dialect = Dialect.GA;
  private volatile String sessionId = "";

  SessionLoop(Engine engine, SessionOptions options, Delivery delivery) {
    this.engine = engine;
    this.options = options;
    this.delivery = delivery;
    this.tools =
        new RunningTools(
            options.toolExecutor(),
            options.arguments(),
            (callId, outcome) -> feed(new Input.ToolEnded(callId, outcome)));
  }

  /** Completed when the session is ready, or exceptionally when it can't be. */
  CompletableFuture<Void> connected() {
    return connected;
  }

  /** Completed when the session is over and its listener was told. */
  CompletableFuture<Void> ended() {
    return ended;
  }

  String sessionId() {
    return sessionId;
  }

  void dial(DialRequest request) {
    lane.execute(
        () -> {
          connection = options.transport().dial(request, this);
          handle(new Input.Dialled());
        });
  }

  void feed(Input input) {
    lane.execute(() -> handle(input));
  }

  /** A future that completes when nothing is under way and the listeners know all that was. */
  CompletableFuture<Void> idle() {
    CompletableFuture<Void> waiter = new CompletableFuture<>();
    lane.execute(
        () -> {
          idleWaiters.add(waiter);
          releaseIdleWaiters();
        });
    return waiter;
  }

  private void handle(Input input) {
    try {
      engine.handle(input, options.time().nowMs()).forEach(this::carryOut);
    } catch (RuntimeException bug) {
      // The caller must not fall silent for one event that was mishandled.
      LOG.error("Could not handle {}", input.getClass().getSimpleName(), bug);
      delivery.tell(
          new Failure(Failure.Kind.MALFORMED, "", "An event could not be handled: " + bug));
    }
    releaseIdleWaiters();
  }

  private void releaseIdleWaiters() {
    if (!idleWaiters.isEmpty() && engine.idle()) {
      List<CompletableFuture<Void>> released = List.copyOf(idleWaiters);
      idleWaiters.clear();
      delivery.then(() -> released.forEach(waiter -> waiter.complete(null)));
    }
  }

  private void carryOut(Effect effect) {
    if (effect instanceof Effect.Send send) {
      if (connection != null) {
        connection.send(WRITER.write(send.event(), dialect));
      }
    } else if (effect instanceof Effect.Tell tell) {
      delivery.tell(tell.event());
      if (tell.event() instanceof VoiceEvent.Closed) {
        end();
      }
    } else if (effect instanceof Effect.Flush) {
      feed(new Input.Flushed(null));
    } else if (effect instanceof Effect.StartTool start) {
      tools.start(start, sessionId);
    } else if (effect instanceof Effect.CancelTool cancel) {
      tools.cancel(cancel.callId());
    } else if (effect instanceof Effect.StartTimer start) {
      startTimer(start.timer(), start.delayMs());
    } else if (effect instanceof Effect.StopTimer stop) {
      stopTimer(stop.timer());
    } else if (effect instanceof Effect.Speak speak) {
      dialect = speak.dialect();
    } else if (effect instanceof Effect.Connected ready) {
      sessionId = ready.sessionId();
      connected.complete(null);
    } else if (effect instanceof Effect.ConnectFailed failed) {
      connected.completeExceptionally(
          new ConnectFailedException(failed.httpStatus(), failed.code(), failed.message()));
      end();
    } else if (effect instanceof Effect.Disconnect disconnect && connection != null) {
      connection.close(disconnect.code(), disconnect.reason());
    }
  }

  private void end() {
    timers.values().forEach(Runnable::run);
    timers.clear();
    delivery.then(() -> ended.complete(null));
  }

  private void startTimer(Timer timer, long delayMs) {
    stopTimer(timer);
    timers.put(timer, options.time().after(delayMs, () -> feed(new Input.TimerFired(timer))));
  }

  private void stopTimer(Timer timer) {
    Runnable stop = timers.remove(timer);
    if (stop != null) {
      stop.run();
    }
  }

  @Override
  public void onOpen() {
    feed(new Input.Opened());
  }

  @Override
  public void onText(byte[] utf8) {
    try {
      feed(new Input.Received(READER.read(utf8)));
    } catch (MalformedEventException malformed) {
      feed(new Input.Unreadable(String.valueOf(malformed.getMessage())));
    }
  }

  @Override
  public void onBinary(int length) {
    feed(new Input.Unreadable("A binary frame of " + length + " bytes; the protocol has none"));
  }

  @Override
  public void onRefused(UpgradeRefused refusal) {
    feed(new Input.Refused(refusal));
  }

  @Override
  public void onClosed(int code, String reason) {
    feed(new Input.Disconnected(code, reason));
  }
}
