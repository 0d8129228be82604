package dev.parlando.internal.engine;

import dev.parlando.internal.engine.Timer.Kind;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.Dialect;
import dev.parlando.realtime.ErrorDetail;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.SessionEvent;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.transport.UpgradeRefused;
import org.jspecify.annotations.Nullable;

/**
 * From dialling to ready: greeting, one {@code session.update}, its confirmation. Until then
 * nothing else is sent. A session that was ready once goes the same way again when its connection
 * is lost.
 */
final class Handshake {

  private enum Phase {
    DIALLING,
    GREETING,
    CONFIGURING,
    READY,
    OVER
  }

  private final Outbox out;
  private final EngineOptions options;
  private final Reconnection reconnection;
  private Phase phase = Phase.DIALLING;
  private @Nullable Dialect dialect;
  private String sessionId = "";
  private boolean again;

  Handshake(Outbox out, EngineOptions options) {
    this.out = out;
    this.options = options;
    this.reconnection = new Reconnection(options);
    this.dialect = options.dialect();
  }

  boolean ready() {
    return phase == Phase.READY;
  }

  boolean over() {
    return phase == Phase.OVER;
  }

  /** Whether the session was ready before. */
  boolean again() {
    return again;
  }

  String sessionId() {
    return sessionId;
  }

  void dialled() {
    out.start(Timer.of(Kind.CONNECT), options.timeouts().connect().toMillis());
  }

  void opened(SessionConfig config) {
    phase = Phase.GREETING;
    if (options.sideband()) {
      configure(config);
    }
  }

  void created(SessionEvent.Created event, SessionConfig config) {
    if (phase != Phase.GREETING) {
      return;
    }
    nameSession(event);
    if (dialect == null && event.session() != null) {
      dialect = event.session().dialect();
    }
    configure(config);
  }

  private void nameSession(SessionEvent event) {
    if (event.session() != null && event.session().id() != null) {
      sessionId = event.session().id();
    }
  }

  private void configure(SessionConfig config) {
    phase = Phase.CONFIGURING;
    Dialect spoken = dialect == null ? Dialect.GA : dialect;
    dialect = spoken;
    out.add(new Effect.UseDialect(spoken));
    out.sendNow(new ClientEvent.SessionUpdate(config));
  }

  /** The configuration was confirmed. Returns whether that made the session ready. */
  boolean updated(SessionEvent.Updated event) {
    if (phase != Phase.CONFIGURING) {
      return false;
    }
    phase = Phase.READY;
    nameSession(event);
    out.stop(Timer.of(Kind.CONNECT));
    if (!again) {
      out.tell(new VoiceEvent.Ready(sessionId, dialect == null ? Dialect.GA : dialect));
    }
    out.add(new Effect.Connected(sessionId));
    return true;
  }

  /** The server sent an error. Returns whether it ended the handshake. */
  boolean refused(ErrorDetail error) {
    if (phase != Phase.GREETING && phase != Phase.CONFIGURING) {
      return false;
    }
    String message = ErrorCodes.message(error);
    if (ErrorCodes.code(error).equals("beta_api_shape_disabled")) {
      message +=
          " (OpenAI ended the beta dialect on 2026-05-12: leave the dialect to be found out, or set"
              + " it to GA.)";
    } else if (error.param() != null) {
      message += " (" + error.param() + ")";
    }
    fail(
        0,
        ErrorCodes.code(error),
        "The server refused the session: " + message,
        ErrorCodes.transientCode(error));
    return true;
  }

  void refused(UpgradeRefused refusal) {
    String body = refusal.body().isBlank() ? "" : ": " + refusal.body().strip();
    String head =
        ("The server refused the connection with HTTP " + refusal.status() + " " + refusal.reason())
            .strip();
    fail(refusal.status(), "", head + body, Reconnection.worthwhileAfter(refusal.status()));
  }

  /**
   * The connection ended. Returns whether the session is being connected anew.
   *
   * @param wanted whether the application still wants the session
   */
  boolean disconnected(int code, String reason, boolean wanted) {
    String why = reason.isEmpty() ? "close code " + code : reason + " (close code " + code + ")";
    if (phase != Phase.READY) {
      fail(0, "", "The connection ended before the session was ready: " + why, true);
    } else if (wanted && reconnection.worthwhile(code)) {
      again = true;
      reconnection.lost();
      redial(why);
    } else {
      phase = Phase.OVER;
    }
    return phase == Phase.DIALLING;
  }

  void timedOut() {
    String missing =
        switch (phase) {
          case DIALLING -> "no connection";
          case GREETING -> "no session.created";
          default -> "no session.updated";
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

  /** The application gave up. */
  void abandoned() {
    if (phase != Phase.READY && phase != Phase.OVER) {
      fail(0, "", "The session was closed before it was ready", false);
    }
  }

  private void fail(int httpStatus, String code, String message, boolean retry) {
    out.stop(Timer.of(Kind.CONNECT));
    out.add(new Effect.Disconnect(1000, ""));
    if (!again) {
      phase = Phase.OVER;
      out.add(new Effect.ConnectFailed(httpStatus, code, message));
    } else if (retry && reconnection.anotherAttempt()) {
      redial(message);
    } else {
      phase = Phase.OVER;
      out.tell(new Failure(Failure.Kind.FATAL, code, "Could not reconnect. " + message));
      out.tell(new VoiceEvent.Closed(VoiceEvent.Closed.Cause.LOST, 1006, message));
    }
  }

  private void redial(String why) {
    phase = Phase.DIALLING;
    long delayMs = reconnection.nextDelayMs();
    out.tell(new VoiceEvent.Reconnecting(reconnection.attempt(), delayMs, why));
    out.add(new Effect.Redial(delayMs));
  }
}
