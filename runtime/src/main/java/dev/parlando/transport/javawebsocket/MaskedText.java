package dev.parlando.transport.javawebsocket;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.SecureRandom;

/** Text frames as clients must send them: masked, here eight bytes at a time. */
final class MaskedText {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final byte FINAL_TEXT = (byte) 0x81;
  private static final int MASKED = 0x80;

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Masks are drawn many at a time: one by one they cost more than what they mask. */
  private static final byte[] MASKS = new byte[1024];

  private static int nextMask = MASKS.length;

  private MaskedText() {}

  /** A frame with a whole text. */
  static ByteBuffer frame(byte[] utf8) {
    return frame(utf8, mask());
  }

  static ByteBuffer frame(byte[] utf8, int mask) {
    int length = utf8.length;
    int head = length < 126 ? 2 : length <= 0xffff ? 4 : 10;
    byte[] frame = new byte[head + 4 + length];
    ByteBuffer buffer = ByteBuffer.wrap(frame);
    buffer.put(FINAL_TEXT);
    if (head == 2) {
      buffer.put((byte) (MASKED | length));
    } else if (head == 4) {
      buffer.put((byte) (MASKED | 126)).putShort((short) length);
    } else {
      buffer.put((byte) (MASKED | 127)).putLong(length);
    }
    buffer.putInt(mask).rewind();
    mask(utf8, frame, head + 4, mask);
    return buffer;
  }

  private static void mask(byte[] from, byte[] to, int offset, int mask) {
    long twice = ((long) mask << 32) | (mask & 0xffff_ffffL);
    int i = 0;
    for (; i <= from.length - Long.BYTES; i += Long.BYTES) {
      LONG.set(to, offset + i, (long) LONG.get(from, i) ^ twice);
    }
    for (; i < from.length; i++) {
      to[offset + i] = (byte) (from[i] ^ (mask >> (24 - i % 4 * 8)));
    }
  }

  private static int mask() {
    synchronized (MASKS) {
      if (nextMask == MASKS.length) {
        RANDOM.nextBytes(MASKS);
        nextMask = 0;
      }
      int mask = ByteBuffer.wrap(MASKS).getInt(nextMask);
      nextMask += Integer.BYTES;
      return mask;
    }
  }
}
