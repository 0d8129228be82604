package dev.parlando.testkit.brain;

import java.util.Optional;

/**
 * What answers in the local server, in the place of a model.
 *
 * <p>Called on threads that may block, never on a socket's. One brain may serve many sessions at
 * once, so it is thread-safe or made per session.
 */
@FunctionalInterface
public interface Brain {

  /**
   * Plans one response.
   *
   * <p>An exception makes the response fail with its message, as a fault of the model would.
   *
   * @param turn what the response answers
   * @return what to say and which tools to call, in order
   */
  Reply reply(Turn turn);

  /**
   * Transcribes a piece of the user's audio.
   *
   * @param utterance the audio
   * @return the transcript; empty to leave it to the server, which understands only {@link
   *     dev.parlando.testkit.speech.ToneSpeech} and reports anything else as unintelligible
   */
  default Optional<String> transcribe(Utterance utterance) {
    return Optional.empty();
  }
}
