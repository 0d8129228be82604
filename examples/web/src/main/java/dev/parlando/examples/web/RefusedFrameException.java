package dev.parlando.examples.web;

/** Thrown where a page sends what it may not. The page gets the message. */
final class RefusedFrameException extends Exception {

  private static final long serialVersionUID = 1L;

  RefusedFrameException(String message) {
    super(message, null, false, false);
  }
}
