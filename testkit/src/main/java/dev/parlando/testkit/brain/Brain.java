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
   * Says what the user said in a piece of audio that the server itself could not make out: only
   * speech of the testkit's own tone voice is understood without help.
   *
   * @param utterance the audio
   * @return the words; empty if they can't be told, which fails the transcription
   */
  default Optional<String> hear(Utterance utterance) {
    return Optional.empty();
  }
}
