package dev.parlando.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.UTF8JsonGenerator;

/**
 * Audio as text: base64 inside of JSON strings. It is most of what crosses the wire, so it goes its
 * own way: the JDK's decoder is several times faster than the JSON library's.
 */
public final class Base64Text {

  private Base64Text() {}

  public static byte[] decode(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new IllegalValueException(
          "audio of " + base64.length() + " characters is not base64 (" + e.getMessage() + ")");
    }
  }

  /** The bytes of base64 within others; null if it is none. */
  public static byte @Nullable [] decode(byte[] text, int from, int to) {
    ByteBuffer bytes;
    try {
      bytes = Base64.getDecoder().decode(ByteBuffer.wrap(text, from, to - from));
    } catch (IllegalArgumentException e) {
      return null; // The general way says what is wrong with it.
    }
    boolean whole = bytes.array().length == bytes.limit();
    return whole ? bytes.array() : Arrays.copyOf(bytes.array(), bytes.limit());
  }

  /** Base64 needs no escapes, so it is written without looking for them. */
  public static void write(JsonGenerator out, byte[] audio) {
    if (out instanceof UTF8JsonGenerator) {
      byte[] base64 = Base64.getEncoder().encode(audio);
      out.writeRawUTF8String(base64, 0, base64.length);
    } else {
      out.writeRawValue('"' + Base64.getEncoder().encodeToString(audio) + '"');
    }
  }
}
