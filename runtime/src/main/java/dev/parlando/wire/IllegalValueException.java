package dev.parlando.wire;

/** Thrown inside of the codec by a value that makes the whole message useless. */
public final class IllegalValueException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public IllegalValueException(String message) {
    super(message, null, false, false);
  }
}
