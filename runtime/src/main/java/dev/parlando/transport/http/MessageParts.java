package dev.parlando.transport.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlando.internal.socket.MessageBuffer;
import java.nio.ByteBuffer;

/** A text message that comes in parts, none of which ends within a character. */
final class MessageParts {

  private final int limit;
  private final MessageBuffer buffer = new MessageBuffer();

  /**
   * @param limit the largest message, in bytes
   */
  MessageParts(int limit) {
    this.limit = limit;
  }

  /** Adds a part; false if the message becomes too large. */
  boolean add(CharSequence text) {
    byte[] part = text.toString().getBytes(UTF_8);
    if (part.length > limit - buffer.length()) {
      return false;
    }
    buffer.add(ByteBuffer.wrap(part), part.length);
    return true;
  }

  /** Begins with what was added. */
  byte[] utf8() {
    return buffer.bytes();
  }

  /** How much was added, in bytes. */
  int length() {
    return buffer.length();
  }

  /** The next message begins. */
  void next() {
    buffer.clear();
  }
}
