package dev.parlando.json;

import dev.parlando.tool.Repair;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;

/** Reads numbers without ever changing one: what doesn't fit is a violation. */
final class NumberReader {

  private static final int MAX_DIGITS = 1000;
  private static final String TOO_MANY_DIGITS = "must have at most " + MAX_DIGITS + " digits";
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d{1,9})?");

  private NumberReader() {}

  static long readLong(ArgumentCursor cursor, JsonParser parser, long min, long max) {
    if (parser.hasToken(JsonToken.VALUE_NUMBER_INT)
        && parser.getNumberType() != NumberType.BIG_INTEGER) {
      cursor.checkable();
      long value = parser.getLongValue();
      return min <= value && value <= max ? value : outOfRange(cursor, min, max);
    }
    BigDecimal number = decimal(cursor, parser, "a whole number");
    if (number == null) {
      return 0;
    }
    if (!isWhole(number)) {
      cursor.unusable("must be a whole number");
      return 0;
    }
    if (digitsBeforePoint(number) > 19) {
      return outOfRange(cursor, min, max);
    }
    BigInteger whole = number.toBigIntegerExact();
    return whole.bitLength() < Long.SIZE && min <= whole.longValue() && whole.longValue() <= max
        ? whole.longValue()
        : outOfRange(cursor, min, max);
  }

  private static long outOfRange(ArgumentCursor cursor, long min, long max) {
    cursor.unusable("must be between " + min + " and " + max);
    return 0;
  }

  static @Nullable BigInteger readBigInteger(ArgumentCursor cursor, JsonParser parser) {
    BigDecimal number = decimal(cursor, parser, "a whole number");
    if (number == null) {
      return null;
    }
    if (!isWhole(number)) {
      cursor.unusable("must be a whole number");
      return null;
    }
    if (digitsBeforePoint(number) > MAX_DIGITS) {
      cursor.unusable(TOO_MANY_DIGITS);
      return null;
    }
    return number.toBigIntegerExact();
  }

  static double readDouble(ArgumentCursor cursor, JsonParser parser) {
    if (parser.hasToken(JsonToken.VALUE_NUMBER_INT)
        || parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
      cursor.checkable();
      return finite(cursor, parser.getDoubleValue());
    }
    BigDecimal number = decimal(cursor, parser, "a number");
    return number == null ? 0 : finite(cursor, number.doubleValue());
  }

  static float readFloat(ArgumentCursor cursor, JsonParser parser) {
    BigDecimal number = decimal(cursor, parser, "a number");
    return number == null ? 0 : (float) finite(cursor, number.floatValue());
  }

  private static double finite(ArgumentCursor cursor, double value) {
    if (Double.isInfinite(value)) {
      cursor.unusable("is too large");
      return 0;
    }
    return value;
  }

  static @Nullable BigDecimal readBigDecimal(ArgumentCursor cursor, JsonParser parser) {
    BigDecimal number = decimal(cursor, parser, "a number");
    if (number != null && (digitsBeforePoint(number) > MAX_DIGITS || number.scale() > MAX_DIGITS)) {
      // Such a number fits in here, but whoever rounds or writes it makes all its digits.
      cursor.unusable(TOO_MANY_DIGITS);
      return null;
    }
    return number;
  }

  /** The number as it stands, with an exponent of whatever size. */
  private static @Nullable BigDecimal decimal(
      ArgumentCursor cursor, JsonParser parser, String expected) {
    cursor.checkable();
    if (parser.hasToken(JsonToken.VALUE_NUMBER_INT)
        || parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
      try {
        return parser.getDecimalValue();
      } catch (JacksonException | NumberFormatException e) {
        // The only number in JSON that is none in Java has an exponent of more than 32 bits.
        cursor.unusable(TOO_MANY_DIGITS);
        return null;
      }
    }
    if (cursor.lenient() && parser.hasToken(JsonToken.VALUE_STRING)) {
      String text = parser.getString();
      if (text.length() <= MAX_DIGITS && NUMBER.matcher(text).matches()) {
        cursor.repaired(Repair.Kind.QUOTED_VALUE);
        return new BigDecimal(text);
      }
    }
    cursor.mismatch(expected);
    return null;
  }

  /** Without making a number of all its digits, which an exponent can make too many. */
  private static boolean isWhole(BigDecimal number) {
    return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
  }

  private static long digitsBeforePoint(BigDecimal number) {
    return number.signum() == 0 ? 1 : (long) number.precision() - number.scale();
  }
}
