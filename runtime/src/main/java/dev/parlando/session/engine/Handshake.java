package dev.parlando.session.engine;

import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.Dialect;
import dev.parlando.realtime.ErrorDetail;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.SessionEvent;
import dev.parlando.session.engine.Timer.Kind;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.transport.UpgradeRefused;
import org.jspecify.annotations.Nullable;

/**
 * From dialling to ready: greeting, one {@code session.update}, its confirmation. Until then
 * nothing else is sent.
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
  private Phase phase = Phase.DIALLING;
  private @Nullable Dialect dialect;
  private String sessionId = "";

  Handshake(Outbox out, EngineOptions options) {
    this.out = out;
    this.options = options;
    this.dialect = options.dialect();
  }

  boolean ready() {
    return phase == Phase.READY;
  }

  boolean over() {
    return phase == Phase.OVER;
  }

  void dialled() {
    out.start(Timer.of(Kind.CONNECT), options.connectMs());
  }

  void opened(SessionConfig config) {
    phase = Phase.GREETING;
    if (!options.greeted()) {
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
    out.add(new Effect.Speak(spoken));
    out.sendNow(new ClientEvent.SessionUpdate(config));
  }

  void updated(SessionEvent.Updated event) {
    if (phase != Phase.CONFIGURING) {
      return;
    }
    phase = Phase.READY;
    nameSession(event);
    out.stop(Timer.of(Kind.CONNECT));
    out.tell(new VoiceEvent.Ready(sessionId, dialect == null ? Dialect.GA : dialect));
    out.add(new Effect.Connected(sessionId));
    out.open();
  }

  /** The server sent an error. Tells whether it ended the handshake. */
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
    fail(0, ErrorCodes.code(error), "The server refused the session: " + message);
    return true;
  }

  void refused(UpgradeRefused refusal) {
    String body = refusal.body().isBlank() ? "" : ": " + refusal.body().strip();
    fail(
        refusal.status(),
        "",
        ("The server refused the connection with HTTP "
                + refusal.status()
                + " "
                + refusal.reason()
                + body)
            .strip());
  }

  void disconnected(int code, String reason) {
    if (phase != Phase.OVER && phase != Phase.READY) {
      fail(
          0,
          "",
          "The connection ended before the session was ready: "
              + (reason.isEmpty() ? "close code " + code : reason + " (close code " + code + ")"));
    }
    phase = Phase.OVER;
  }

  void timedOut() {
    String missing =
        switch (phase) {
          case DIALLING -> "no connection";
          case GREETING -> "no session.created";
          default -> "no session.updated";
        };
    fail(0, "", "The session was not ready within " + options.connectMs() + " ms: " + missing);
  }

  /** The application gave up. */
  void abandoned() {
    if (phase != Phase.READY && phase != Phase.OVER) {
      fail(0, "", "The session was closed before it was ready");
    }
  }

  private void fail(int httpStatus, String code, String message) {
    phase = Phase.OVER;
    out.stop(Timer.of(Kind.CONNECT));
    out.add(new Effect.ConnectFailed(httpStatus, code, message));
    out.add(new Effect.Disconnect(1000, ""));
  }
}
