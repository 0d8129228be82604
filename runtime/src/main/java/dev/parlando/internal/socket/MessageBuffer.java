package dev.parlando.internal.socket;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The bytes of one message after the other, in one array as long as that suffices. */
public final class MessageBuffer {

  private static final byte[] NONE = {};

  /** The largest array that is kept for the next message: more than most pieces of speech need. */
  private static final int KEPT = 32 << 10;

  private byte[] bytes = NONE;
  private int length;

  /** Begins with what was added. */
  public byte[] bytes() {
    return bytes;
  }

  /** How much was added, in bytes. */
  public int length() {
    return length;
  }

  /** Makes room for a message of that length. */
  public void reserve(int capacity) {
    if (bytes.length < capacity) {
      bytes = Arrays.copyOf(bytes, Math.max(capacity, 2 * length));
    }
  }

  /** Adds bytes. */
  public void add(ByteBuffer from, int count) {
    reserve(length + count);
    from.get(bytes, length, count);
    length += count;
  }

  /** The next message begins. */
  public void clear() {
    length = 0;
    if (bytes.length > KEPT) {
      bytes = NONE;
    }
  }
}
