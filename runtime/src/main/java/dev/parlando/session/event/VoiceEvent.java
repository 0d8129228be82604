package dev.parlando.session.event;

import dev.parlando.realtime.Dialect;
import dev.parlando.realtime.ServerEvent;

/** Something that happened in a session. */
public sealed interface VoiceEvent
    permits VoiceEvent.Ready,
        VoiceEvent.Closed,
        VoiceEvent.Received,
        Failure,
        SpeechEvent,
        ReplyEvent,
        ToolEvent {

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
   * @param code the WebSocket close code
   * @param reason why; may be empty
   */
  record Closed(int code, String reason) implements VoiceEvent {}

  /**
   * A server event, told before what it leads to. Unknown events come here too.
   *
   * @param event the event as decoded
   */
  record Received(ServerEvent event) implements VoiceEvent {}
}
