package dev.parlando.session;

import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.SpeechEvent;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.session.event.VoiceEvent;

/**
 * Told what happens in a session. Override what is of interest.
 *
 * <p>Calls come one at a time and in order, on a thread that is neither the socket's nor a tool's.
 * A listener that takes long delays only what it is told itself; if it falls far behind, sound is
 * left out, oldest first, and nothing else. What it throws is logged and told as a {@link Failure}.
 */
public interface VoiceListener {

  /** Anything. The default tells the methods below. */
  default void on(VoiceEvent event) {
    if (event instanceof ReplyEvent reply) {
      onReply(reply);
    } else if (event instanceof SpeechEvent speech) {
      onSpeech(speech);
    } else if (event instanceof ToolEvent tool) {
      onTool(tool);
    } else if (event instanceof Failure failure) {
      onFailure(failure);
    } else if (event instanceof VoiceEvent.Ready ready) {
      onReady(ready);
    } else if (event instanceof VoiceEvent.Closed closed) {
      onClosed(closed);
    } else if (event instanceof VoiceEvent.Reconnecting reconnecting) {
      onReconnecting(reconnecting);
    } else if (event instanceof VoiceEvent.Reconnected reconnected) {
      onReconnected(reconnected);
    } else if (event instanceof VoiceEvent.Received received) {
      onReceived(received);
    }
  }

  /** The session is ready. */
  default void onReady(VoiceEvent.Ready event) {}

  /** The user speaks, or is understood. */
  default void onSpeech(SpeechEvent event) {
    if (event instanceof SpeechEvent.Transcript transcript) {
      onUserTranscript(transcript);
    }
  }

  /** What the user said, once it is known. */
  default void onUserTranscript(SpeechEvent.Transcript event) {}

  /** The model replies. */
  default void onReply(ReplyEvent event) {
    if (event instanceof ReplyEvent.Audio audio) {
      onReplyAudio(audio);
    } else if (event instanceof ReplyEvent.Transcript transcript) {
      onReplyTranscript(transcript);
    }
  }

  /** A part of the sound of a reply. */
  default void onReplyAudio(ReplyEvent.Audio event) {}

  /** The words of a reply, once they are complete. */
  default void onReplyTranscript(ReplyEvent.Transcript event) {}

  /** A call goes through its life. */
  default void onTool(ToolEvent event) {
    if (event instanceof ToolEvent.Answered answered) {
      onToolAnswered(answered);
    }
  }

  /** A call was answered. */
  default void onToolAnswered(ToolEvent.Answered event) {}

  /** Something went wrong; only a fatal failure ends the session. */
  default void onFailure(Failure event) {}

  /** The connection was lost and is dialled anew. */
  default void onReconnecting(VoiceEvent.Reconnecting event) {}

  /** The session goes on over a new connection. */
  default void onReconnected(VoiceEvent.Reconnected event) {}

  /** The session ended; nothing follows. */
  default void onClosed(VoiceEvent.Closed event) {}

  /** A server event, as it came. */
  default void onReceived(VoiceEvent.Received event) {}
}
