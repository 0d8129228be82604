package dev.parlando.processor.discover;

/** Thrown when a type is not there: not yet, if another processor still generates it. */
public final class UnresolvedTypeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnresolvedTypeException(String type) {
    super(type, null, false, false);
  }

  /** The type as the source names it. */
  public String type() {
    return String.valueOf(getMessage());
  }
}
