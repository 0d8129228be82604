package dev.parlando.examples.web;

import java.util.Locale;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where and how the console is served.
 *
 * @param host the address to listen on
 * @param port 0 for any free one
 * @param names host names by which pages may call the console, beside those of loopback
 * @param transcription the model that transcribes the user
 */
record ConsoleOptions(String host, int port, Set<String> names, String transcription) {

  /** Loopback, and a port that is seldom taken. */
  static final ConsoleOptions DEFAULTS = of((property, otherwise) -> otherwise);

  private static final int LAST_PORT = 65_535;

  /**
   * What system properties say.
   *
   * @param properties gives the value of one, or else what it is given second
   * @throws IllegalArgumentException if one makes no sense
   */
  static ConsoleOptions of(BinaryOperator<String> properties) {
    String host = properties.apply("web.host", "127.0.0.1");
    Set<String> names =
        Stream.of((host + "," + properties.apply("web.hosts", "")).split(","))
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
    return new ConsoleOptions(
        host,
        port(properties.apply("web.port", "7410")),
        names,
        properties.apply("web.transcription", "gpt-transcribe"));
  }

  ConsoleOptions onPort(int other) {
    return new ConsoleOptions(host, other, names, transcription);
  }

  private static int port(String text) {
    if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= LAST_PORT) {
      return Integer.parseInt(text);
    }
    throw new IllegalArgumentException("web.port must be a number from 0 to 65535, not " + text);
  }
}
