package dev.parlando.json;

import dev.parlando.tool.Repair;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads what is written as text. */
final class TextReader {

  private TextReader() {}

  static @Nullable String readString(ArgumentCursor cursor, JsonParser parser, String expected) {
    if (parser.hasToken(JsonToken.VALUE_STRING)) {
      cursor.checkable();
      return parser.getString();
    }
    cursor.mismatch(expected);
    return null;
  }

  static char readChar(ArgumentCursor cursor, JsonParser parser) {
    String text = readString(cursor, parser, "a single character");
    if (text == null) {
      return 0;
    }
    if (text.length() != 1) {
      cursor.unusable("must be a single character");
      return 0;
    }
    return text.charAt(0);
  }

  static boolean readBoolean(ArgumentCursor cursor, JsonParser parser) {
    cursor.checkable();
    if (parser.hasToken(JsonToken.VALUE_TRUE)) {
      return true;
    }
    if (parser.hasToken(JsonToken.VALUE_FALSE)) {
      return false;
    }
    if (cursor.lenient() && parser.hasToken(JsonToken.VALUE_STRING)) {
      String text = parser.getString();
      if (text.equals("true") || text.equals("false")) {
        cursor.repaired(Repair.Kind.QUOTED_VALUE);
        return text.equals("true");
      }
    }
    cursor.mismatch("true or false");
    return false;
  }

  static <T> @Nullable T readText(ArgumentCursor cursor, JsonParser parser, TextFormat<T> format) {
    String text = readString(cursor, parser, format.expected());
    if (text == null) {
      return null;
    }
    T value = format.parse(text);
    if (value == null) {
      cursor.unusable("must be " + format.expected());
    }
    return value;
  }

  static <E extends Enum<E>> @Nullable E readEnum(
      ArgumentCursor cursor, JsonParser parser, EnumNames<E> names) {
    String text = readString(cursor, parser, names.expected());
    if (text == null) {
      return null;
    }
    E constant = names.parse(text);
    if (constant == null && cursor.lenient()) {
      constant = repairEnum(cursor, text, names);
    }
    if (constant == null) {
      cursor.unusable("must be " + names.expected());
    }
    return constant;
  }

  private static <E extends Enum<E>> @Nullable E repairEnum(
      ArgumentCursor cursor, String text, EnumNames<E> names) {
    E constant = names.parseLoosely(text);
    if (constant != null) {
      cursor.repaired(Repair.Kind.ENUM_SPELLING);
    } else if (names.unknown() != null) {
      cursor.repaired(Repair.Kind.ENUM_DEFAULT);
      constant = names.unknown();
    }
    return constant;
  }

  static byte @Nullable [] readBytes(ArgumentCursor cursor, JsonParser parser) {
    String text = readString(cursor, parser, "base64");
    if (text == null) {
      return null;
    }
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      cursor.unusable("must be base64");
      return null;
    }
  }
}
