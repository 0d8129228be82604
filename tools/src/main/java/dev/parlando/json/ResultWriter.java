package dev.parlando.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the result of one call as JSON text, for generated code. Properties that are {@code null}
 * are left out.
 *
 * <p>For one thread and one result.
 */
public final class ResultWriter {

  /** Deeper than any answer worth speaking; a cycle ends here and not in a stack overflow. */
  private static final int MAX_DEPTH = 100;

  private static final String HEX = "0123456789abcdef";

  /**
   * Writes a value.
   *
   * @param <T> its type
   */
  @FunctionalInterface
  public interface Encoder<T> {

    /** Writes one value, which is not {@code null}. */
    void write(ResultWriter out, T value);
  }

  private final StringBuilder json = new StringBuilder(128);
  private int depth;

  ResultWriter() {}

  /** The JSON text of a value; {@code null} for {@code null}. */
  public static <T> String write(@Nullable T value, Encoder<? super T> encoder) {
    ResultWriter out = new ResultWriter();
    out.element(value, encoder);
    return out.toString();
  }

  // Objects

  /** Starts an object. */
  public void beginObject() {
    begin('{');
  }

  /** Ends an object. */
  public void endObject() {
    end('}');
  }

  /** Writes the name of a property; its value must follow. */
  public void name(String name) {
    separate();
    quote(name);
    json.append(':');
  }

  /** Writes a property, or nothing for {@code null}. */
  public <T> void property(String name, @Nullable T value, Encoder<? super T> encoder) {
    if (value != null) {
      name(name);
      encoder.write(this, value);
    }
  }

  /** Writes a property, or nothing for {@code null}. */
  public void property(String name, @Nullable CharSequence value) {
    if (value != null) {
      name(name);
      value(value);
    }
  }

  /** Writes a property, or nothing for {@code null}. */
  public void property(String name, @Nullable Number value) {
    if (value != null) {
      name(name);
      value(value);
    }
  }

  /** Writes a property, or nothing for {@code null}. */
  public void property(String name, @Nullable Boolean value) {
    if (value != null) {
      name(name);
      value(value.booleanValue());
    }
  }

  /** Writes a property. */
  public void property(String name, boolean value) {
    name(name);
    value(value);
  }

  /** Writes a property. */
  public void property(String name, long value) {
    name(name);
    value(value);
  }

  /** Writes a property. */
  public void property(String name, float value) {
    name(name);
    value(value);
  }

  /** Writes a property. */
  public void property(String name, double value) {
    name(name);
    value(value);
  }

  // Values

  /** Writes text. */
  public void value(CharSequence value) {
    quote(value);
  }

  /** Writes a boolean. */
  public void value(boolean value) {
    json.append(value);
  }

  /** Writes a whole number. */
  public void value(long value) {
    json.append(value);
  }

  /** Writes a number; text where JSON has no such number. */
  public void value(float value) {
    if (Float.isFinite(value)) {
      json.append(value);
    } else {
      quote(Float.toString(value));
    }
  }

  /** Writes a number; text where JSON has no such number. */
  public void value(double value) {
    if (Double.isFinite(value)) {
      json.append(value);
    } else {
      quote(Double.toString(value));
    }
  }

  /** Writes a number. */
  public void value(Number value) {
    if (value instanceof Double number) {
      value(number.doubleValue());
    } else if (value instanceof Float number) {
      value(number.floatValue());
    } else if (value instanceof BigDecimal || value instanceof BigInteger) {
      json.append(value);
    } else {
      json.append(value.longValue());
    }
  }

  /** Writes bytes as base64. */
  public void value(byte[] value) {
    json.append('"').append(Base64.getEncoder().encodeToString(value)).append('"');
  }

  /** Writes a tree as it is. */
  public void value(JsonNode value) {
    json.append(value);
  }

  /** Writes a value that is no more than text. */
  public <T> void value(TextFormat<T> format, T value) {
    quote(format.format(value));
  }

  /** Writes whatever the generator knows nothing of, the way jackson-databind does. */
  public void any(Object value) {
    json.append(JsonMapper.shared().writeValueAsString(value));
  }

  // Containers

  /** Writes an array. Elements that are {@code null} stay. */
  public <T> void array(Iterable<? extends @Nullable T> values, Encoder<? super T> encoder) {
    beginArray();
    for (T value : values) {
      element();
      element(value, encoder);
    }
    endArray();
  }

  void beginArray() {
    begin('[');
  }

  void endArray() {
    end(']');
  }

  /** Starts an element of an array; its value must follow. */
  void element() {
    separate();
  }

  /** Writes a number, boolean or {@code null} as JSON has it. */
  void raw(String value) {
    json.append(value);
  }

  /** What has been written. */
  @Override
  public String toString() {
    return json.toString();
  }

  /** Writes an object from a map. Entries that are {@code null} are left out. */
  public <K, V> void map(
      Map<K, ? extends @Nullable V> values,
      Function<? super K, String> key,
      Encoder<? super V> encoder) {
    beginObject();
    for (Map.Entry<K, ? extends @Nullable V> entry : values.entrySet()) {
      property(key.apply(entry.getKey()), entry.getValue(), encoder);
    }
    endObject();
  }

  private <T> void element(@Nullable T value, Encoder<? super T> encoder) {
    if (value == null) {
      json.append("null");
    } else {
      encoder.write(this, value);
    }
  }

  private void begin(char bracket) {
    if (++depth > MAX_DEPTH) {
      throw new IllegalStateException("the result is nested more than " + MAX_DEPTH + " levels");
    }
    json.append(bracket);
  }

  private void end(char bracket) {
    depth--;
    json.append(bracket);
  }

  /** A comma, unless this is the first in its object or array. */
  private void separate() {
    char last = json.charAt(json.length() - 1);
    if (last != '{' && last != '[') {
      json.append(',');
    }
  }

  private void quote(CharSequence text) {
    json.append('"');
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        json.append(text, written, i);
        escape(c);
        written = i + 1;
      }
    }
    json.append(text, written, text.length()).append('"');
  }

  private void escape(char c) {
    json.append('\\');
    switch (c) {
      case '"', '\\' -> json.append(c);
      case '\n' -> json.append('n');
      case '\r' -> json.append('r');
      case '\t' -> json.append('t');
      default -> json.append("u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
    }
  }
}
