package dev.parlando.testkit.internal.audio;

/** The two logarithmic codes of ITU-T G.711. */
final class G711 {

  private static final int ULAW_BIAS = 0x84;
  private static final int ULAW_CLIP = 32_635;

  private G711() {}

  static byte toUlaw(short sample) {
    int sign = sample < 0 ? 0x80 : 0;
    int magnitude = Math.min(Math.abs((int) sample), ULAW_CLIP) + ULAW_BIAS;
    int exponent = 31 - Integer.numberOfLeadingZeros(magnitude) - 7;
    int mantissa = (magnitude >> (exponent + 3)) & 0x0f;
    return (byte) ~(sign | (exponent << 4) | mantissa);
  }

  static short fromUlaw(byte code) {
    int bits = ~code & 0xff;
    int magnitude = ((((bits & 0x0f) << 3) + ULAW_BIAS) << ((bits >> 4) & 0x07)) - ULAW_BIAS;
    return (short) ((bits & 0x80) != 0 ? -magnitude : magnitude);
  }

  static byte toAlaw(short sample) {
    int sign = sample < 0 ? 0 : 0x80;
    int magnitude = Math.min(sample < 0 ? ~(int) sample : sample, 32_767) >> 4;
    int code;
    if (magnitude < 32) {
      code = magnitude;
    } else {
      int exponent = 31 - Integer.numberOfLeadingZeros(magnitude) - 3;
      code = (exponent << 4) | ((magnitude >> (exponent - 1)) & 0x0f);
    }
    return (byte) ((sign | code) ^ 0x55);
  }

  static short fromAlaw(byte code) {
    int bits = (code & 0xff) ^ 0x55;
    int exponent = (bits >> 4) & 0x07;
    int mantissa = bits & 0x0f;
    int magnitude =
        exponent == 0 ? (mantissa << 4) + 8 : ((mantissa << 4) + 0x108) << (exponent - 1);
    return (short) ((bits & 0x80) != 0 ? magnitude : -magnitude);
  }
}
