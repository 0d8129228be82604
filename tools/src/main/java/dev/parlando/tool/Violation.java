package dev.parlando.tool;

/**
 * One reason why arguments were refused.
 *
 * @param path where, as {@code order.items[2].price}; empty for the arguments as a whole
 * @param message what is wrong, short enough to be spoken, without the value of a sensitive
 *     property
 */
public record Violation(String path, String message) {

  @Override
  public String toString() {
    return path.isEmpty() ? message : path + ": " + message;
  }
}
