package dev.parlando.examples.benchmarks.parlando;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/** Audio out of messages, by hand. */
final class HandAudio {

  private static final String DELTA = "\"delta\":\"";

  private HandAudio() {}

  /** The base64 in a message. */
  static String payload(String message) {
    int start = message.indexOf(DELTA) + DELTA.length();
    return message.substring(start, message.indexOf('"', start));
  }

  /** By Jackson's streaming API. */
  static byte[] samples(byte[] message) {
    try (JsonParser in = HandTool.JSON.createParser(ObjectReadContext.empty(), message)) {
      in.nextToken();
      for (String name = in.nextName(); name != null; name = in.nextName()) {
        in.nextToken();
        if (name.equals("delta")) {
          return in.getBinaryValue();
        }
      }
      throw new IllegalStateException("no delta");
    }
  }

  /** By looking for the payload alone. */
  static byte[] samples(String message) {
    byte[] bytes = message.getBytes(ISO_8859_1);
    int start = message.indexOf(DELTA) + DELTA.length();
    int end = message.indexOf('"', start);
    ByteBuffer samples = Base64.getDecoder().decode(ByteBuffer.wrap(bytes, start, end - start));
    return samples.limit() == samples.array().length
        ? samples.array()
        : Arrays.copyOf(samples.array(), samples.limit());
  }

  static void same(byte[] expected, byte[] actual) {
    if (!Arrays.equals(expected, actual)) {
      throw new IllegalStateException("Other samples: " + expected.length + ", " + actual.length);
    }
  }
}
