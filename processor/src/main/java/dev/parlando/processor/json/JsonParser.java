package dev.parlando.processor.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON that the processor wrote itself, in an earlier build. */
public final class JsonParser {

  private final String text;
  private int position;

  private JsonParser(String text) {
    this.text = text;
  }

  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException if the processor can't have written it
   */
  public static Object parse(String text) {
    JsonParser parser = new JsonParser(text);
    Object value = parser.value();
    parser.skipSpace();
    if (parser.position != text.length()) {
      throw parser.malformed();
    }
    return value;
  }

  /**
   * An object inside another.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Map<?, ?> child(Map<?, ?> object, String name) {
    if (object.get(name) instanceof Map<?, ?> child) {
      return child;
    }
    throw new IllegalArgumentException("no object " + name);
  }

  /**
   * An array inside an object.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static List<?> list(Map<?, ?> object, String name) {
    if (object.get(name) instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException("no array " + name);
  }

  private Object value() {
    skipSpace();
    char c = peek();
    if (c == '{') {
      return object();
    } else if (c == '[') {
      return array();
    } else if (c == '"') {
      return string();
    } else if (text.startsWith("true", position)) {
      position += 4;
      return true;
    } else if (text.startsWith("false", position)) {
      position += 5;
      return false;
    }
    return number();
  }

  private Map<String, Object> object() {
    Map<String, Object> map = new LinkedHashMap<>();
    position++;
    while (!at('}')) {
      skipSpace();
      String name = string();
      if (!at(':')) {
        throw malformed();
      }
      position++;
      map.put(name, value());
      skipComma();
    }
    position++;
    return map;
  }

  private List<Object> array() {
    List<Object> list = new ArrayList<>();
    position++;
    while (!at(']')) {
      list.add(value());
      skipComma();
    }
    position++;
    return list;
  }

  private String string() {
    StringBuilder string = new StringBuilder();
    if (peek() != '"') {
      throw malformed();
    }
    position++;
    while (peek() != '"') {
      char c = text.charAt(position++);
      string.append(c == '\\' ? escaped() : c);
    }
    position++;
    return string.toString();
  }

  private char escaped() {
    char c = peek();
    position++;
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        position += 4;
        yield (char) Integer.parseInt(text, position - 4, position, 16);
      }
      default -> c;
    };
  }

  private BigDecimal number() {
    int start = position;
    while (position < text.length() && "+-.eE0123456789".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
    return new BigDecimal(text.substring(start, position));
  }

  private void skipComma() {
    if (at(',')) {
      position++;
    }
  }

  private boolean at(char c) {
    skipSpace();
    return peek() == c;
  }

  private void skipSpace() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  private char peek() {
    if (position >= text.length()) {
      throw malformed();
    }
    return text.charAt(position);
  }

  private IllegalArgumentException malformed() {
    return new IllegalArgumentException("malformed JSON at character " + position);
  }
}
