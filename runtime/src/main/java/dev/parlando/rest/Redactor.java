package dev.parlando.rest;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Takes credentials out of what a server said; some quote the key that they refuse. */
final class Redactor {

  private static final Pattern KEY = Pattern.compile("\\b(?:sk|ek)[-_][\\w*-]+");
  private static final String MASK = "***";

  /** What is shorter is no secret, but may be part of a word. */
  private static final int SHORTEST_SECRET = 8;

  private final List<String> secrets;

  Redactor(Collection<String> secrets) {
    // A key is quoted without the word before it.
    this.secrets = secrets.stream().map(secret -> secret.replaceFirst("^Bearer ", "")).toList();
  }

  String redact(String text) {
    String redacted = text;
    for (String secret : secrets) {
      if (secret.length() >= SHORTEST_SECRET) {
        redacted = redacted.replace(secret, MASK);
      }
    }
    return KEY.matcher(redacted).replaceAll(MASK);
  }
}
