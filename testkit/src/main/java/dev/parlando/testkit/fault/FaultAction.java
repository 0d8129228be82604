package dev.parlando.testkit.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What goes wrong. */
public sealed interface FaultAction {

  /** Happens to an event that the server sends. */
  sealed interface OnServerEvent extends FaultAction {}

  /** Happens to an event that the client sent. */
  sealed interface OnClientEvent extends FaultAction {}

  /** Happens instead of an upgrade to a WebSocket. */
  sealed interface OnHandshake extends FaultAction {}

  /** Happens to a response that the server is about to begin by itself. */
  sealed interface OnServerResponse extends FaultAction {}

  /** The event is lost, or the response never begins; nothing tells of that. */
  record Drop() implements OnServerEvent, OnClientEvent, OnServerResponse {}

  /** The event is sent twice. */
  record Duplicate() implements OnServerEvent {}

  /**
   * The event and all that follow are held up; of a response, only itself.
   *
   * @param duration how long
   */
  record Delay(Duration duration) implements OnServerEvent, OnServerResponse {}

  /**
   * The event comes later, and what follows is not held up.
   *
   * @param duration how long
   */
  record Postpone(Duration duration) implements OnServerEvent {}

  /**
   * The response ends as failed as soon as it has begun.
   *
   * @param code such as {@code server_error}
   * @param message for people
   */
  record Fail(String code, String message) implements OnServerResponse {}

  /**
   * The event is overtaken by others.
   *
   * @param events how many
   */
  record HoldBack(int events) implements OnServerEvent {}

  /**
   * Another text is sent in place of the event.
   *
   * @param text what to send; null for the event's first half
   */
  record Corrupt(@Nullable String text) implements OnServerEvent {}

  /** The event is sent in a binary frame. */
  record AsBinary() implements OnServerEvent {}

  /**
   * The event is blown up by a field {@code padding}.
   *
   * @param bytes how large it becomes at least
   */
  record Inflate(int bytes) implements OnServerEvent {}

  /** The event has the name that the other dialect gives it, if that is another. */
  record Rename() implements OnServerEvent {}

  /**
   * The connection is closed in place of the event.
   *
   * @param code the WebSocket close code
   * @param reason at most 123 bytes
   */
  record Close(int code, String reason) implements OnServerEvent, OnClientEvent {}

  /** The connection breaks without a close frame in place of the event. */
  record Abort() implements OnServerEvent, OnClientEvent {}

  /** Neither the event nor anything after it is sent; the connection stays open. */
  record GoSilent() implements OnServerEvent, OnClientEvent {}

  /**
   * Nothing is read or sent any more, not even the answer to a ping; the connection stays open, as
   * when the network between is gone.
   */
  record Freeze() implements OnServerEvent, OnClientEvent {}

  /**
   * The client's event is answered by an error and otherwise ignored.
   *
   * @param type such as {@code invalid_request_error}
   * @param code such as {@code conversation_already_has_active_response}; null for none
   * @param message for people
   * @param withEventId whether the error names the client's event
   */
  record Reject(String type, @Nullable String code, String message, boolean withEventId)
      implements OnClientEvent {}

  /**
   * The upgrade is answered by an HTTP status.
   *
   * @param status such as 401 or 503
   * @param body JSON or any other text
   */
  record Refuse(int status, String body) implements OnHandshake {}

  /** The request gets no answer at all. */
  record Stall() implements OnHandshake {}
}
