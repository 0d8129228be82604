package dev.parlando.internal.engine;

import static java.util.Objects.requireNonNullElse;

import dev.parlando.internal.engine.connection.Configuration;
import dev.parlando.internal.engine.io.Outbox;
import dev.parlando.internal.engine.io.Timer;
import dev.parlando.internal.engine.io.Timer.Kind;
import dev.parlando.realtime.TranscriptionEvent;
import dev.parlando.session.options.BargeIn;
import org.jspecify.annotations.Nullable;

/** When the caller's speech stops what is heard, as the application chose. */
final class Interruptions {

  /**
   * Speech that may still stop what was heard when it began.
   *
   * @param itemId the item that the server makes of it
   * @param over the response that ran when it began; empty: none did
   */
  private record Speech(String itemId, String over) {}

  private final Outbox out;
  private final BargeIn bargeIn;
  private final Configuration configuration;
  private final ResponseRouter responses;
  private @Nullable Speech speech;

  Interruptions(
      Outbox out, BargeIn bargeIn, Configuration configuration, ResponseRouter responses) {
    this.out = out;
    this.bargeIn = bargeIn;
    this.configuration = configuration;
    this.responses = responses;
  }

  /** The server heard the caller begin. */
  void started(String itemId) {
    speech = new Speech(itemId, responses.running());
    switch (bargeIn.when()) {
      case CONFIGURED -> {
        if (configuration.interruptsBySpeech()) {
          responses.spokenOver();
        }
      }
      case SPEECH_STARTED -> responses.spokenOver();
      case SPEECH_LASTED -> out.start(Timer.of(Kind.BARGE_IN), bargeIn.speech().toMillis());
      case TRANSCRIBED, NEVER -> {}
    }
  }

  /** The server heard the caller stop. */
  void stopped() {
    if (bargeIn.when() == BargeIn.When.SPEECH_LASTED) {
      out.stop(Timer.of(Kind.BARGE_IN));
    }
  }

  /** The caller has spoken long enough. */
  void lasted() {
    stop();
  }

  /** Something of what the caller said was understood. */
  void on(TranscriptionEvent event) {
    String text = null;
    if (event instanceof TranscriptionEvent.Delta delta) {
      text = delta.delta();
    } else if (event instanceof TranscriptionEvent.Updated updated) {
      text = updated.transcript();
    } else if (event instanceof TranscriptionEvent.Completed completed) {
      text = completed.transcript();
    }
    transcribed(requireNonNullElse(event.itemId(), ""), text);
  }

  private void transcribed(String itemId, @Nullable String text) {
    Speech spoken = speech;
    if (bargeIn.when() == BargeIn.When.TRANSCRIBED
        && spoken != null
        && spoken.itemId().equals(itemId)
        && text != null
        && !text.isBlank()) {
      stop();
    }
  }

  /** A response that began since is the answer to what was said, and goes on. */
  private void stop() {
    Speech spoken = speech;
    speech = null;
    if (spoken != null
        && (responses.running().isEmpty() || responses.running().equals(spoken.over()))) {
      responses.spokenOver();
    }
  }

  void connectionLost() {
    speech = null;
    stopped();
  }
}
