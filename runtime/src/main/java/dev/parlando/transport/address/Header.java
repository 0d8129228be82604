package dev.parlando.transport.address;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be sent as a header by an application. No message shows a value. */
public final class Header {

  /** They steer the connection itself, and are the transport's own. */
  private static final Set<String> OF_THE_TRANSPORT =
      Set.of(
          "connection",
          "content-length",
          "host",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private static final String OF_THE_HANDSHAKE = "sec-websocket-";

  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

  private Header() {}

  /**
   * The name, if it can be sent.
   *
   * @throws IllegalArgumentException if it is no header's name, or one that the transport sets
   */
  public static String requireName(String name) {
    if (!name.matches(TOKEN)) {
      throw new IllegalArgumentException(
          "A header's name is made of letters, digits and some of !#$%&'*+-.^_`|~, unlike one of "
              + name.length()
              + " characters that was given.");
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (OF_THE_TRANSPORT.contains(lower) || lower.startsWith(OF_THE_HANDSHAKE)) {
      throw new IllegalArgumentException("The header " + name + " is set by the transport.");
    }
    return name;
  }

  /**
   * The name of a WebSocket subprotocol, if it can be sent.
   *
   * @throws IllegalArgumentException if it is none; it may hold a key, so it is not shown
   */
  public static String requireSubprotocol(String name) {
    if (!name.matches(TOKEN)) {
      throw new IllegalArgumentException(
          "A subprotocol is made of letters, digits and some of !#$%&'*+-.^_`|~; one was given with"
              + " another character.");
    }
    return name;
  }

  /**
   * The value, if it can be sent.
   *
   * @throws IllegalStateException if it can't
   */
  public static String requireValue(String name, @Nullable String value) {
    if (value == null || value.isBlank() || !value.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      throw new IllegalStateException(
          "The value of the header "
              + name
              + " is missing or holds a character that no header can, such as a line break at its"
              + " end.");
    }
    return value;
  }
}
