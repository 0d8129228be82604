package dev.parlando.rest;

import dev.parlando.transport.address.Header;
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
    return Header.requireValue(header, secret.get());
  }

  @Override
  public String toString() {
    return header;
  }
}
