package dev.parlando.audio;

/**
 * Thrown when this machine has no speaker or microphone to open. The message says what was tried.
 */
public final class NoAudioLineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoAudioLineException(String message) {
    super(message);
  }
}
