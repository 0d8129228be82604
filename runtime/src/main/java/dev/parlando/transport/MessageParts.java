package dev.parlando.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** A text message that comes in parts, none of which ends within a character. */
final class MessageParts {

  private static final byte[] NONE = {};

  private final int limit;
  private byte[] utf8 = NONE;
  private int length;

  /**
   * @param limit the largest message, in bytes
   */
  MessageParts(int limit) {
    this.limit = limit;
  }

  /** Adds a part; false if the message becomes too large. */
  boolean add(CharSequence text) {
    byte[] part = text.toString().getBytes(UTF_8);
    if (part.length > limit - length) {
      return false;
    }
    if (length == 0) {
      utf8 = part;
    } else {
      if (utf8.length < length + part.length) {
        utf8 = Arrays.copyOf(utf8, Math.max(length + part.length, 2 * length));
      }
      System.arraycopy(part, 0, utf8, length, part.length);
    }
    length += part.length;
    return true;
  }

  /** Begins with what was added. */
  byte[] utf8() {
    return utf8;
  }

  /** Of what was added, in bytes. */
  int length() {
    return length;
  }

  /** The next message begins. */
  void next() {
    utf8 = NONE;
    length = 0;
  }
}
