package dev.parlando.rest;

import java.util.function.Supplier;

/**
 * A header that lets a request in. Its text form does not show what it holds.
 *
 * @param header the header's name
 * @param scheme what stands before the secret, such as {@code "Bearer "}
 * @param secret asked for anew at each request
 */
record Credential(String header, String scheme, Supplier<String> secret) {

  /**
   * The secret of now.
   *
   * @throws IllegalStateException if it can't be sent; the message does not show it
   */
  String now() {
    String value = secret.get();
    if (value == null || value.isBlank() || !value.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      throw new IllegalStateException(
          "The value of the header "
              + header
              + " is missing or holds a character that no header can, such as a line break at its"
              + " end.");
    }
    return value;
  }

  @Override
  public String toString() {
    return header;
  }
}
