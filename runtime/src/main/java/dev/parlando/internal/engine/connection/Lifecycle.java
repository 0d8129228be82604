package dev.parlando.internal.engine.connection;

import dev.parlando.internal.engine.connection.Phase.Step;
import dev.parlando.internal.engine.io.Effect;
import dev.parlando.internal.engine.io.EngineOptions;
import dev.parlando.internal.engine.io.ErrorCodes;
import dev.parlando.internal.engine.io.Outbox;
import dev.parlando.internal.engine.io.Timer;
import dev.parlando.internal.engine.io.Timer.Kind;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.Dialect;
import dev.parlando.realtime.ErrorDetail;
import dev.parlando.realtime.Session;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.session.event.VoiceEvent.Closed.Cause;
import dev.parlando.transport.UpgradeRefused;
import org.jspecify.annotations.Nullable;

/**
 * The life of a session's connections, one at a time: dialled, greeted, configured, ready, lost and
 * dialled anew, closed. Each dial has a number, and what belongs to an older one means nothing.
 */
public final class Lifecycle {

  private final Outbox out;
  private final EngineOptions options;
  private final Reconnection reconnection;
  private Phase phase = Phase.NEW;
  private int dial = 1;
  private @Nullable Dialect dialect;
  private String sessionId = "";
  private long readySinceMs;
  private boolean again;
  private boolean expired;
  private Cause cause = Cause.SERVER;

  /** What is told last of all. */
  private @Nullable Effect end;

  public Lifecycle(Outbox out, EngineOptions options) {
    this.out = out;
    this.options = options;
    this.reconnection = new Reconnection(options);
    this.dialect = options.dialect();
  }

  /** The number of the dial that counts, from 1. */
  public int dial() {
    return dial;
  }

  /** Whether a dial of this number is still to be made. */
  public boolean wants(int number) {
    return number == dial && (phase == Phase.NEW || phase == Phase.PAUSING);
  }

  public boolean ready() {
    return phase == Phase.READY;
  }

  public boolean over() {
    return phase == Phase.OVER;
  }

  public boolean closing() {
    return phase == Phase.CLOSING;
  }

  /** Whether the session was ready before. */
  public boolean again() {
    return again;
  }

  public String sessionId() {
    return sessionId;
  }

  private boolean step(Step step) {
    if (!Phase.TABLE.allows(phase, step)) {
      return false; // A server, or a socket, tells what can't be now.
    }
    phase = Phase.TABLE.next(phase, step);
    return true;
  }

  public void dialled() {
    if (step(Step.DIAL)) {
      out.start(Timer.of(Kind.CONNECT), options.timeouts().connect().toMillis());
    }
  }

  /**
   * The connection is open.
   *
   * @param config what is wanted
   */
  public void opened(SessionConfig config) {
    if (step(Step.OPEN) && options.sideband()) {
      configure(config);
    }
  }

  /** The server greets. */
  public void greeted(@Nullable Session session, SessionConfig config) {
    if (phase == Phase.GREETING) {
      nameSession(session);
      if (dialect == null && session != null) {
        dialect = session.dialect();
      }
      configure(config);
    }
  }

  private void nameSession(@Nullable Session session) {
    if (session != null && session.id() != null) {
      sessionId = session.id();
    }
  }

  private void configure(SessionConfig config) {
    step(Step.CONFIGURE);
    Dialect spoken = dialect == null ? Dialect.GA : dialect;
    dialect = spoken;
    out.add(new Effect.UseDialect(spoken));
    out.sendNow(new ClientEvent.SessionUpdate(config));
  }

  /** The configuration was confirmed. Returns whether that made the session ready. */
  public boolean confirmed(@Nullable Session session) {
    if (!step(Step.CONFIRM)) {
      return false;
    }
    nameSession(session);
    readySinceMs = out.nowMs();
    expired = false;
    out.stop(Timer.of(Kind.CONNECT));
    if (!again) {
      out.tell(new VoiceEvent.Ready(sessionId, dialect == null ? Dialect.GA : dialect));
    }
    out.add(new Effect.Connected(sessionId));
    return true;
  }

  /** Whether the server has not confirmed the configuration yet. */
  public boolean configuring() {
    return phase == Phase.GREETING || phase == Phase.CONFIGURING;
  }

  /** The server refused what the handshake sent. */
  public void refused(ErrorDetail error, boolean worthAnother) {
    String message = ErrorCodes.message(error);
    if (ErrorCodes.code(error).equals("beta_api_shape_disabled")) {
      message +=
          " (OpenAI ended the beta dialect on 2026-05-12: leave the dialect to be found out, or set"
              + " it to GA.)";
    } else if (error.param() != null) {
      message += " (" + error.param() + ")";
    }
    fail(0, ErrorCodes.code(error), "The server refused the session: " + message, worthAnother);
  }

  public void refused(UpgradeRefused refusal) {
    if (again && options.sideband() && (refusal.status() == 404 || refusal.status() == 410)) {
      end(Cause.SERVER, 1000, "The call is over");
      return;
    }
    String body = refusal.body().isBlank() ? "" : ": " + refusal.body().strip();
    String head =
        ("The server refused the connection with HTTP " + refusal.status() + " " + refusal.reason())
            .strip();
    fail(refusal.status(), "", head + body, Reconnection.worthwhileAfter(refusal.status()));
  }

  /** The server said that the time of the session is up; the end of the connection follows. */
  public void expires() {
    expired = true;
  }

  /** The connection ended, or could not be made. */
  public void disconnected(int code, String reason) {
    String why = reason.isEmpty() ? "close code " + code : reason + " (close code " + code + ")";
    if (phase == Phase.CLOSING) {
      end(cause, code, reason);
    } else if (phase != Phase.READY) {
      String message =
          again
              ? "The connection ended before the session was ready again: " + why
              : "The connection ended before the session was ready: " + why;
      fail(0, "", message, true);
    } else if (reconnection.worthwhile(code, expired)) {
      again = true;
      reconnection.lost(out.nowMs() - readySinceMs);
      redial(why);
    } else {
      end(Cause.SERVER, code, reason);
    }
  }

  /** Exchanges the connection, which is ready, for another. */
  public void renew(String why) {
    again = true;
    reconnection.renewed();
    out.add(new Effect.Disconnect(1000, ""));
    redial(why, 0);
  }

  public void timedOut() {
    String missing =
        switch (phase) {
          case GREETING -> "no session.created";
          case CONFIGURING -> "no session.updated";
          default -> "no connection";
        };
    fail(
        0,
        "",
        "The session was not ready within "
            + options.timeouts().connect().toMillis()
            + " ms: "
            + missing,
        true);
  }

  /** A dial could not be made, or did not lead to a session that is ready. */
  private void fail(int httpStatus, String code, String message, boolean retry) {
    if (phase == Phase.READY || phase == Phase.CLOSING || phase == Phase.OVER) {
      return;
    }
    out.stop(Timer.of(Kind.CONNECT));
    out.add(new Effect.Disconnect(1000, ""));
    if (!again) {
      step(Step.END);
      end = new Effect.ConnectFailed(httpStatus, code, message);
    } else if (retry && reconnection.anotherAttempt()) {
      redial(message);
    } else {
      out.tell(new Failure(Failure.Kind.FATAL, code, "Could not reconnect. " + message));
      end(Cause.LOST, 1006, message);
    }
  }

  private void redial(String why) {
    redial(why, reconnection.nextDelayMs());
  }

  private void redial(String why, long delayMs) {
    step(Step.LOSE);
    dial++;
    out.tell(new VoiceEvent.Reconnecting(reconnection.attempt(), delayMs, why));
    out.add(new Effect.Redial(dial, delayMs));
    // Credentials that do not come, and dials that lead nowhere, have this time too.
    out.start(Timer.of(Kind.CONNECT), delayMs + options.timeouts().connect().toMillis());
  }

  /**
   * The session is to end.
   *
   * @return whether the connection is closed by that, and its end is to be awaited
   */
  public boolean close(int code, String reason, Cause why) {
    if (phase == Phase.READY) {
      step(Step.CLOSE);
      cause = why;
      out.add(new Effect.Disconnect(code, reason));
      out.start(Timer.of(Kind.CLOSE), options.timeouts().close().toMillis());
      return true;
    }
    if (phase != Phase.CLOSING && phase != Phase.OVER) {
      out.stop(Timer.of(Kind.CONNECT));
      out.add(new Effect.Disconnect(1000, ""));
      if (again) {
        end(why, code, reason);
      } else {
        step(Step.END);
        String message = "The session was closed before it was ready";
        end = new Effect.ConnectFailed(0, "", message);
      }
    }
    return false;
  }

  /** The server did not close the connection in time. */
  public void closeTimedOut() {
    out.add(new Effect.Disconnect(1006, ""));
    end(cause, 1006, "The server did not answer the close");
  }

  private void end(Cause why, int code, String reason) {
    if (step(Step.END)) {
      out.stop(Timer.of(Kind.CLOSE));
      out.stop(Timer.of(Kind.CONNECT));
      end = new Effect.Tell(new VoiceEvent.Closed(why, code, reason));
    }
  }

  /** Tells that the session is over, if that was not told yet: nothing is told after it. */
  public void tellEnd() {
    Effect last = end;
    if (last != null) {
      end = null;
      out.add(last);
    }
  }
}
