package dev.parlando.session;

import dev.parlando.internal.shell.Delivery;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.SpeechEvent;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.session.event.TurnEvent;
import dev.parlando.session.event.VoiceEvent;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Calls the methods of a listener that an event concerns, each by itself: what one throws keeps the
 * others from nothing. Not safe for use by several threads at once.
 */
final class ListenerCalls implements Delivery.Target {

  private final VoiceSession session;
  private final VoiceListener listener;
  private @Nullable Throwable thrown;

  ListenerCalls(VoiceSession session, VoiceListener listener) {
    this.session = session;
    this.listener = listener;
  }

  @Override
  public void tell(VoiceEvent event) throws Throwable {
    call(listener::on, event);
    if (event instanceof VoiceEvent.Received received) {
      call(listener::onReceived, received);
    } else if (event instanceof ReplyEvent reply) {
      onReply(reply);
    } else if (event instanceof SpeechEvent speech) {
      onSpeech(speech);
    } else if (event instanceof ToolEvent tool) {
      onTool(tool);
    } else if (event instanceof TurnEvent turn) {
      call(listener::onTurn, turn);
    } else if (event instanceof Failure failure) {
      call(listener::onFailure, failure);
    } else if (event instanceof VoiceEvent.Ready ready) {
      call(listener::onReady, ready);
    } else if (event instanceof VoiceEvent.Closed closed) {
      call(listener::onClosed, closed);
    } else if (event instanceof VoiceEvent.Reconnecting reconnecting) {
      call(listener::onReconnecting, reconnecting);
    } else if (event instanceof VoiceEvent.Reconnected reconnected) {
      call(listener::onReconnected, reconnected);
    }
    Throwable first = thrown;
    thrown = null;
    if (first != null) {
      throw first;
    }
  }

  private void onReply(ReplyEvent event) {
    call(listener::onReply, event);
    if (event instanceof ReplyEvent.Audio audio) {
      call(listener::onReplyAudio, audio);
    } else if (event instanceof ReplyEvent.Transcript transcript) {
      call(listener::onReplyTranscript, transcript);
    }
  }

  private void onSpeech(SpeechEvent event) {
    call(listener::onSpeech, event);
    if (event instanceof SpeechEvent.Transcript transcript) {
      call(listener::onUserTranscript, transcript);
    }
  }

  private void onTool(ToolEvent event) {
    call(listener::onTool, event);
    if (event instanceof ToolEvent.Answered answered) {
      call(listener::onToolAnswered, answered);
    }
  }

  private <E> void call(BiConsumer<VoiceSession, E> method, E event) {
    try {
      method.accept(session, event);
    } catch (Throwable failure) {
      if (thrown == null) {
        thrown = failure;
      } else if (thrown != failure) {
        thrown.addSuppressed(failure);
      }
    }
  }
}
