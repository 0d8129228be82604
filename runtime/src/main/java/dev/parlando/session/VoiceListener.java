package dev.parlando.session;

import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.SpeechEvent;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.session.event.TurnEvent;
import dev.parlando.session.event.VoiceEvent;

/**
 * Told what happens in a session. Override what is of interest: each method is called by itself, so
 * that overriding one never silences another. An event comes to {@link #on} first, then to the
 * method of its kind, then to the method of its type.
 *
 * <p>Calls come one at a time and in order, on a thread that is neither the socket's nor a tool's.
 * A listener that takes long delays only what it is told itself; if it falls far behind, audio is
 * left out, oldest first, and nothing else. What it throws is logged and told as a {@link Failure}.
 *
 * <p>For one type of event, {@link VoiceSession#on} does without a class.
 */
public interface VoiceListener {

  /** Anything. */
  default void on(VoiceSession session, VoiceEvent event) {}

  /** The session is ready. */
  default void onReady(VoiceSession session, VoiceEvent.Ready event) {}

  /** The user speaks, or is understood. */
  default void onSpeech(VoiceSession session, SpeechEvent event) {}

  /** What the user said, once it is known. */
  default void onUserTranscript(VoiceSession session, SpeechEvent.Transcript event) {}

  /** What becomes of somebody's waiting for an answer. */
  default void onTurn(VoiceSession session, TurnEvent event) {}

  /** The model replies. */
  default void onReply(VoiceSession session, ReplyEvent event) {}

  /** A part of the audio of a reply. */
  default void onReplyAudio(VoiceSession session, ReplyEvent.Audio event) {}

  /** The text of a reply, once it is complete. */
  default void onReplyTranscript(VoiceSession session, ReplyEvent.Transcript event) {}

  /** A call goes through its life. */
  default void onTool(VoiceSession session, ToolEvent event) {}

  /** A call was answered. */
  default void onToolAnswered(VoiceSession session, ToolEvent.Answered event) {}

  /** Something went wrong; only a fatal failure ends the session. */
  default void onFailure(VoiceSession session, Failure event) {}

  /** The connection was lost and is dialled anew. */
  default void onReconnecting(VoiceSession session, VoiceEvent.Reconnecting event) {}

  /** The session goes on over a new connection. */
  default void onReconnected(VoiceSession session, VoiceEvent.Reconnected event) {}

  /** The session ended; nothing follows. */
  default void onClosed(VoiceSession session, VoiceEvent.Closed event) {}

  /** A server event, as it came. */
  default void onReceived(VoiceSession session, VoiceEvent.Received event) {}
}
