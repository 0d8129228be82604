package dev.parlando.session.event;

import dev.parlando.realtime.Dialect;
import dev.parlando.realtime.ServerEvent;

/** Something that happened in a session. */
public sealed interface VoiceEvent
    permits VoiceEvent.Ready,
        VoiceEvent.Closed,
        VoiceEvent.Reconnecting,
        VoiceEvent.Reconnected,
        VoiceEvent.Received,
        Failure,
        SpeechEvent,
        ReplyEvent,
        ToolEvent,
        TurnEvent {

  /**
   * The server accepted the configuration; what is sent from now on is not held back.
   *
   * @param sessionId the server's id of the session; empty where it gave none
   * @param dialect the dialect that is spoken
   */
  record Ready(String sessionId, Dialect dialect) implements VoiceEvent {}

  /**
   * The session ended; nothing follows.
   *
   * @param cause why it ended
   * @param code the WebSocket close code
   * @param reason what was said about it, for people; may be empty
   */
  record Closed(Cause cause, int code, String reason) implements VoiceEvent {

    /** Why a session ended. */
    public enum Cause {
      /** The application closed it. */
      APPLICATION,
      /** It used up its budget. */
      BUDGET,
      /** The server reported a failure after which it can't go on. */
      FAILURE,
      /** The server ended it. */
      SERVER,
      /** The connection was lost and could not be made again. */
      LOST
    }
  }

  /**
   * The connection was lost and is dialled anew. What is sent meanwhile is held back.
   *
   * @param attempt which attempt it is, from 1
   * @param delayMs the pause before it, in ms
   * @param reason why the connection, or the attempt before, was lost
   */
  record Reconnecting(int attempt, long delayMs, String reason) implements VoiceEvent {}

  /**
   * The session goes on over a new connection.
   *
   * @param sessionId the server's id of the new session; empty where it gave none
   * @param restoredItems how many items of the conversation were told to the server anew
   */
  record Reconnected(String sessionId, int restoredItems) implements VoiceEvent {}

  /**
   * A server event, told before what it leads to. Unknown events come here too.
   *
   * @param event the event as decoded
   */
  record Received(ServerEvent event) implements VoiceEvent {}
}
