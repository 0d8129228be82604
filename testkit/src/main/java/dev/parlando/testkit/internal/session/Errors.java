package dev.parlando.testkit.internal.session;

import dev.parlando.testkit.internal.rules.RefusedException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The {@code error} event. */
final class Errors {

  private Errors() {}

  /**
   * The error for something that was refused.
   *
   * @param eventId the client's id of the event; null if it had none or there was no event
   */
  static ObjectNode event(RefusedException refused, @Nullable String eventId) {
    return event(
        "invalid_request_error", refused.code(), refused.reason(), refused.param(), eventId);
  }

  static ObjectNode event(
      String type,
      @Nullable String code,
      String message,
      @Nullable String param,
      @Nullable String eventId) {
    ObjectNode event = Json.event("error");
    event
        .putObject("error")
        .put("type", type)
        .put("code", code)
        .put("message", message)
        .put("param", param)
        .put("event_id", eventId);
    return event;
  }
}
