package dev.parlando.processor.discover;

import java.util.Locale;

/** From Java's way of writing names to that of tools. */
final class SnakeCase {

  private SnakeCase() {}

  /** {@code getHTTPStatus2} becomes {@code get_http_status2}. */
  static String of(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }
}
