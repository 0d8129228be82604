package dev.parlando.processor.pattern;

/** A construct that not all readers of a schema take as Java does. */
final class ForeignConstruct extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * A construct.
   *
   * @param construct what it is, with its text
   */
  ForeignConstruct(String construct) {
    // An answer, not a failure: where it came from is of no interest.
    super(construct, null, false, false);
  }

  String construct() {
    return String.valueOf(getMessage());
  }
}
