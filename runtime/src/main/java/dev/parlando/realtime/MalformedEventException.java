package dev.parlando.realtime;

/**
 * Thrown when a message is no event at all: no JSON, no JSON object, no {@code type}, or audio that
 * is no base64. The connection stays usable; the next message may well be fine.
 *
 * <p>The message says what is wrong and where, with an excerpt of at most 80 characters that never
 * holds audio.
 */
public final class MalformedEventException extends Exception {

  private static final long serialVersionUID = 1L;

  MalformedEventException(String message) {
    super(message);
  }
}
