package dev.parlando.json;

import dev.parlando.tool.Repair;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads what is written as text. */
final class TextReader {

  private TextReader() {}

  static @Nullable String readString(ArgumentReader in, JsonParser parser, String expected) {
    if (parser.hasToken(JsonToken.VALUE_STRING)) {
      in.checkable();
      return parser.getString();
    }
    in.mismatch(expected);
    return null;
  }

  static char readChar(ArgumentReader in, JsonParser parser) {
    String text = readString(in, parser, "a single character");
    if (text == null) {
      return 0;
    }
    if (text.length() != 1) {
      in.unusable("must be a single character");
      return 0;
    }
    return text.charAt(0);
  }

  static boolean readBoolean(ArgumentReader in, JsonParser parser) {
    in.checkable();
    if (parser.hasToken(JsonToken.VALUE_TRUE)) {
      return true;
    }
    if (parser.hasToken(JsonToken.VALUE_FALSE)) {
      return false;
    }
    if (in.repairs() && parser.hasToken(JsonToken.VALUE_STRING)) {
      String text = parser.getString();
      if (text.equals("true") || text.equals("false")) {
        in.repaired(Repair.Kind.QUOTED_VALUE);
        return text.equals("true");
      }
    }
    in.mismatch("true or false");
    return false;
  }

  static <T> @Nullable T readText(ArgumentReader in, JsonParser parser, TextFormat<T> format) {
    String text = readString(in, parser, format.expected());
    if (text == null) {
      return null;
    }
    T value = format.parse(text);
    if (value == null) {
      in.unusable("must be " + format.expected());
    }
    return value;
  }

  static <E extends Enum<E>> @Nullable E readEnum(
      ArgumentReader in, JsonParser parser, EnumNames<E> names) {
    String text = readString(in, parser, names.expected());
    if (text == null) {
      return null;
    }
    E constant = names.parse(text);
    if (constant == null && in.repairs()) {
      constant = repairEnum(in, text, names);
    }
    if (constant == null) {
      in.unusable("must be " + names.expected());
    }
    return constant;
  }

  private static <E extends Enum<E>> @Nullable E repairEnum(
      ArgumentReader in, String text, EnumNames<E> names) {
    E constant = names.parseLoosely(text);
    if (constant != null) {
      in.repaired(Repair.Kind.ENUM_SPELLING);
    } else if (names.unknown() != null) {
      in.repaired(Repair.Kind.ENUM_DEFAULT);
      constant = names.unknown();
    }
    return constant;
  }

  static byte @Nullable [] readBytes(ArgumentReader in, JsonParser parser) {
    String text = readString(in, parser, "base64");
    if (text == null) {
      return null;
    }
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      in.unusable("must be base64");
      return null;
    }
  }
}
