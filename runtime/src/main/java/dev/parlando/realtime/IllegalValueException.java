package dev.parlando.realtime;

/** Thrown inside of the codec by a value that makes the whole message useless. */
final class IllegalValueException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  IllegalValueException(String message) {
    super(message, null, false, false);
  }
}
