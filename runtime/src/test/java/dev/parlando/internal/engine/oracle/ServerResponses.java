package dev.parlando.internal.engine.oracle;

import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.Response;
import dev.parlando.realtime.ResponseConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which response runs on a connection: one in the conversation, any number out of band. */
final class ServerResponses {

  private static final long BEGIN_MS = 20;
  private static final long LATE_BEGIN_MS = 11_500;

  private final ServerLine line;
  private final Performance performance;
  private final List<SimResponse> outOfBand = new ArrayList<>();
  private SimResponse active;
  private long begun;
  private int late;

  ServerResponses(ServerLine line) {
    this.line = line;
    this.performance = new Performance(line, this);
  }

  /** The client asks for a response. */
  void request(ClientEvent.ResponseCreate create) {
    ResponseConfig config = create.response();
    boolean aside = config != null && "none".equals(config.conversation());
    // Without names, or while another runs, nobody could say of a late one which it is.
    boolean mayGetLost = active == null && line.server.echoed();
    Hindrance hindrance = aside ? null : line.server.nextHindrance(mayGetLost);
    if (hindrance != null) {
      line.server.oracle.note(hindrance, create.eventId());
    }
    if (hindrance == Hindrance.BUSY || hindrance == Hindrance.BUSY_WITHOUT_ID) {
      refuseAsBusy(hindrance == Hindrance.BUSY ? create.eventId() : null);
    } else if (hindrance == Hindrance.TRANSIENT) {
      line.send(ServerEvents.error("server_error", "It broke.", create.eventId()));
    } else if (hindrance == Hindrance.FINAL) {
      line.send(ServerEvents.error("invalid_value", "It can't be done.", create.eventId()));
    } else if (hindrance != Hindrance.NEVER_BEGINS) {
      boolean isLate = hindrance == Hindrance.BEGINS_LATE;
      late += isLate ? 1 : 0;
      line.server.agenda.after(
          isLate ? LATE_BEGIN_MS : BEGIN_MS,
          () -> {
            late -= isLate ? 1 : 0;
            begin(create, aside);
          });
    }
  }

  private void refuseAsBusy(String eventId) {
    line.send(
        ServerEvents.error(
            "conversation_already_has_active_response",
            "Conversation already has an active response.",
            eventId));
  }

  private void begin(ClientEvent.ResponseCreate create, boolean aside) {
    if (line.closed()) {
      return;
    }
    if (!aside && active != null) {
      refuseAsBusy(create.eventId());
      return;
    }
    ResponseConfig config = create.response();
    int requested =
        config == null || config.instructions() == null || !config.instructions().startsWith("r")
            ? -1
            : Tokens.number(config.instructions(), 1);
    Map<String, String> metadata =
        config == null || !line.server.setup.echoes() ? null : config.metadata();
    start(
        new SimResponse(
            line.server.nextResponseId(),
            line.number,
            create.eventId(),
            aside,
            requested,
            metadata,
            aside ? Fate.LONG : line.server.nextFate(),
            line.server.agenda.nowMs(),
            line.conversation));
  }

  /** The server responds to what it heard. */
  void respondByItself() {
    Hindrance hindrance = line.server.nextHindrance(true);
    if (hindrance == Hindrance.NEVER_BEGINS) {
      line.server.oracle.note(hindrance, null);
      return;
    }
    long late = hindrance == Hindrance.BEGINS_LATE ? LATE_BEGIN_MS : BEGIN_MS;
    long before = begun;
    line.server.agenda.after(
        late,
        () -> {
          if (active == null && before == begun && !line.closed()) {
            beginByItself();
          }
        });
  }

  /** A response begins that nobody here asked for. */
  void beginByItself() {
    boolean toldApart = late == 0 || line.server.echoed();
    if (active == null && outOfBand.isEmpty() && toldApart) {
      start(
          new SimResponse(
              line.server.nextResponseId(),
              line.number,
              null,
              false,
              -1,
              null,
              line.server.nextFate(),
              line.server.agenda.nowMs(),
              line.conversation));
    }
  }

  private void start(SimResponse response) {
    if (response.outOfBand) {
      outOfBand.add(response);
    } else {
      active = response;
      begun++;
    }
    line.server.oracle.began(response);
    performance.perform(response);
  }

  void ended(SimResponse response) {
    outOfBand.remove(response);
    if (active == response) {
      active = null;
    }
  }

  /** The user speaks. */
  void interrupt() {
    if (active != null) {
      performance.end(
          active, Response.Status.CANCELLED, ServerEvents.because("cancelled", "turn_detected"));
    }
  }

  void cancel(ClientEvent.ResponseCancel cancel) {
    SimResponse meant = cancel.responseId() == null ? active : find(cancel.responseId());
    if (meant == null) {
      line.send(
          ServerEvents.error(
              "response_cancel_not_active", "There is nothing to cancel.", cancel.eventId()));
    } else {
      performance.end(
          meant, Response.Status.CANCELLED, ServerEvents.because("cancelled", "client_cancelled"));
    }
  }

  private SimResponse find(String id) {
    for (SimResponse response : outOfBand) {
      if (response.id.equals(id)) {
        return response;
      }
    }
    return active != null && active.id.equals(id) ? active : null;
  }
}
