package dev.parlando.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Strings of JSON that mean what they say: printable ASCII without a quote or an escape. */
final class AsciiScan {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = ONES << 7;

  private AsciiScan() {}

  /** Where the first byte stands that is not plain: a quote, hopefully; {@code to} if none is. */
  static int end(byte[] json, int from, int to) {
    int i = from;
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      long odd = odd((long) LONG.get(json, i));
      if (odd != 0) {
        return i + (Long.numberOfTrailingZeros(odd) >>> 3);
      }
    }
    while (i < to && isPlain(json[i])) {
      i++;
    }
    return i;
  }

  /**
   * The high bit of each of eight bytes that is not plain. A borrow can set one too many, but only
   * above one that is right, and only the lowest is looked at.
   */
  private static long odd(long bytes) {
    long quotes = bytes ^ ('"' * ONES);
    long escapes = bytes ^ ('\\' * ONES);
    return (((quotes - ONES) & ~quotes)
            | ((escapes - ONES) & ~escapes)
            | ((bytes - ' ' * ONES) & ~bytes)
            | bytes)
        & HIGH_BITS;
  }

  private static boolean isPlain(byte b) {
    return b >= ' ' && b != '"' && b != '\\';
  }
}
