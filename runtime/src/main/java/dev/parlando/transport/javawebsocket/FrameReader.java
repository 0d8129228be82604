package dev.parlando.transport.javawebsocket;

import dev.parlando.internal.socket.MessageBuffer;
import java.nio.ByteBuffer;

/**
 * Collects one frame out of what was read, however it was cut: first its head, of which its length
 * is known, then its payload, in an array for one after the other.
 */
final class FrameReader {

  private static final int MAX_HEAD = 14;
  private static final int FINAL_TEXT = 0x81;
  private static final int MASKED = 0x80;

  private final byte[] head = new byte[MAX_HEAD];
  private int headRead;
  private final MessageBuffer payload = new MessageBuffer();
  private boolean partGiven;
  private long partRead;

  /** Takes the head; false if it is not complete yet. */
  boolean take(ByteBuffer in) {
    while (headRead < headLength()) {
      if (!in.hasRemaining()) {
        return false;
      }
      head[headRead++] = in.get();
    }
    return true;
  }

  /** Takes the payload; false if it is not complete yet. */
  boolean fill(ByteBuffer in) {
    int length = (int) length();
    payload.reserve(length);
    payload.add(in, Math.min(in.remaining(), length - payload.length()));
    return payload.length() == length;
  }

  /** Makes ready for the next frame. */
  void next() {
    headRead = 0;
    payload.clear();
    partGiven = false;
    partRead = 0;
  }

  private int headLength() {
    if (headRead < 2) {
      return 2;
    }
    int extended =
        switch (head[1] & 127) {
          case 126 -> 2;
          case 127 -> 8;
          default -> 0;
        };
    return 2 + extended + ((head[1] & MASKED) == 0 ? 0 : 4);
  }

  /** The payload's length in bytes, as the head says; one that is negative is too long. */
  long length() {
    int length = head[1] & 127;
    if (length < 126) {
      return length;
    }
    ByteBuffer extended = ByteBuffer.wrap(head, 2, 8);
    if (length == 126) {
      return extended.getShort() & 0xffff;
    }
    long large = extended.getLong();
    return large < 0 ? Long.MAX_VALUE : large;
  }

  /** Whether it is a text message of one frame, not masked, with no bit of an extension. */
  boolean isWholeText() {
    return (head[0] & 0xff) == FINAL_TEXT && (head[1] & MASKED) == 0;
  }

  /** Begins with the payload. */
  byte[] payload() {
    return payload.bytes();
  }

  /** What there is of the frame, as it came and but for what was given before. */
  ByteBuffer part(ByteBuffer in) {
    int count = (int) Math.min(in.remaining(), length() - partRead);
    int headLeft = partGiven ? 0 : headRead;
    ByteBuffer part = ByteBuffer.allocate(headLeft + count);
    part.put(head, 0, headLeft).put(in.slice().limit(count)).flip();
    in.position(in.position() + count);
    partGiven = true;
    partRead += count;
    return part;
  }

  /** Whether all parts were given. */
  boolean isComplete() {
    return partRead == length();
  }
}
