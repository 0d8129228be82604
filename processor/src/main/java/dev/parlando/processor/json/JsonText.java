package dev.parlando.processor.json;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes maps, lists, texts, numbers and booleans as JSON, always in the same way. */
public final class JsonText {

  private final StringBuilder text = new StringBuilder();
  private final boolean pretty;

  private JsonText(boolean pretty) {
    this.pretty = pretty;
  }

  /** All on one line, without spaces. */
  public static String compact(Object value) {
    JsonText json = new JsonText(false);
    json.render(value, 0);
    return json.text.toString();
  }

  /** Indented by two spaces, with a newline at the end. */
  public static String pretty(Object value) {
    JsonText json = new JsonText(true);
    json.render(value, 0);
    return json.text.append('\n').toString();
  }

  private void render(Object value, int depth) {
    if (value instanceof Map<?, ?> map) {
      object(map, depth);
    } else if (value instanceof List<?> list) {
      array(list, depth);
    } else if (value instanceof String string) {
      quote(string);
    } else if (value instanceof BigDecimal number) {
      text.append(number(number));
    } else {
      text.append(value);
    }
  }

  /** Digits, unless that takes too many. */
  private static String number(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return Math.abs(stripped.scale()) <= 40 ? stripped.toPlainString() : stripped.toString();
  }

  private void object(Map<?, ?> map, int depth) {
    text.append('{');
    for (Iterator<? extends Map.Entry<?, ?>> it = map.entrySet().iterator(); it.hasNext(); ) {
      Map.Entry<?, ?> entry = it.next();
      newLine(depth + 1);
      quote(String.valueOf(entry.getKey()));
      text.append(pretty ? ": " : ":");
      render(entry.getValue(), depth + 1);
      if (it.hasNext()) {
        text.append(',');
      }
    }
    if (!map.isEmpty()) {
      newLine(depth);
    }
    text.append('}');
  }

  private void array(List<?> list, int depth) {
    text.append('[');
    for (Iterator<?> it = list.iterator(); it.hasNext(); ) {
      newLine(depth + 1);
      render(it.next(), depth + 1);
      if (it.hasNext()) {
        text.append(',');
      }
    }
    if (!list.isEmpty()) {
      newLine(depth);
    }
    text.append(']');
  }

  private void newLine(int depth) {
    if (pretty) {
      text.append('\n').append("  ".repeat(depth));
    }
  }

  private void quote(String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"', '\\' -> text.append('\\').append(c);
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < ' ' || (Character.isSurrogate(c) && !isPaired(string, i))) {
            text.append("\\u%04x".formatted((int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }

  private static boolean isPaired(String string, int i) {
    boolean leads = i + 1 < string.length();
    return (leads && Character.isSurrogatePair(string.charAt(i), string.charAt(i + 1)))
        || (i > 0 && Character.isSurrogatePair(string.charAt(i - 1), string.charAt(i)));
  }
}
