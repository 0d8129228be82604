package dev.parlando.realtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Reads a piece of speech without a JSON parser: one flat object of plain strings and small whole
 * numbers, whose payload goes from the message's bytes straight through the JDK's base64.
 *
 * <p>The reason: pieces of speech are nearly all bytes that a session receives, and a parser looks
 * at each of their characters, which takes ten times what the decoding takes. The benchmark is
 * {@code AudioDelta}.
 */
final class AudioDeltaScan {

  private static final byte[] GA = "response.output_audio.delta".getBytes(ISO_8859_1);
  private static final byte[] BETA = "response.audio.delta".getBytes(ISO_8859_1);

  /** Where a field after the payload would show itself, in bytes from the end. */
  private static final int TAIL = 128;

  private static final int MAX_DIGITS = 9;

  private final byte[] message;
  private int at;

  private boolean typed;
  private @Nullable String eventId;
  private @Nullable String responseId;
  private @Nullable String itemId;
  private @Nullable Integer outputIndex;
  private @Nullable Integer contentIndex;
  private byte @Nullable [] audio;

  private AudioDeltaScan(byte[] message) {
    this.message = message;
  }

  /** The event, or null if the message is another one or has anything unusual. */
  static ResponseEvent.@Nullable AudioDelta read(byte[] utf8) {
    AudioDeltaScan scan = new AudioDeltaScan(utf8);
    return scan.object() && scan.typed && scan.audio != null
        ? new ResponseEvent.AudioDelta(
            scan.eventId,
            scan.responseId,
            scan.itemId,
            scan.outputIndex,
            scan.contentIndex,
            scan.audio,
            Extras.NONE)
        : null;
  }

  private boolean object() {
    if (!take('{')) {
      return false;
    }
    do {
      if (!take('"')) {
        return false;
      }
      int name = at;
      int end = endOfPlainString();
      if (end < 0 || !take(':') || !field(name, end)) {
        return false;
      }
    } while (take(','));
    return take('}') && at == message.length;
  }

  /** Reads a field that is known by the length of its name and, to be sure, by the name. */
  private boolean field(int name, int end) {
    return switch (end - name) {
      case 4 -> is("type", name, end) && !typed && type();
      case 5 -> is("delta", name, end) && typed && audio == null && payload();
      case 7 -> is("item_id", name, end) && itemId == null && (itemId = text()) != null;
      case 8 -> is("event_id", name, end) && eventId == null && (eventId = text()) != null;
      case 11 ->
          is("response_id", name, end) && responseId == null && (responseId = text()) != null;
      case 12 ->
          is("output_index", name, end) && outputIndex == null && (outputIndex = index()) != null;
      case 13 ->
          is("content_index", name, end)
              && contentIndex == null
              && (contentIndex = index()) != null;
      default -> false;
    };
  }

  private boolean is(String expected, int start, int end) {
    for (int i = start; i < end; i++) {
      if (message[i] != expected.charAt(i - start)) {
        return false;
      }
    }
    return true;
  }

  private boolean type() {
    if (!take('"')) {
      return false;
    }
    int start = at;
    int end = endOfPlainString();
    typed =
        end >= 0
            && (Arrays.equals(message, start, end, GA, 0, GA.length)
                || Arrays.equals(message, start, end, BETA, 0, BETA.length));
    return typed;
  }

  private @Nullable String text() {
    if (!take('"')) {
      return null;
    }
    int start = at;
    int end = endOfPlainString();
    return end < 0 ? null : new String(message, start, end - start, ISO_8859_1);
  }

  private @Nullable Integer index() {
    space();
    int start = at;
    int number = 0;
    while (at < message.length && '0' <= message[at] && message[at] <= '9') {
      number = number * 10 + message[at++] - '0';
      if (at - start > MAX_DIGITS) {
        return null;
      }
    }
    boolean isNumber = at > start && (message[start] != '0' || at == start + 1);
    return isNumber ? number : null;
  }

  private boolean payload() {
    if (!take('"')) {
      return false;
    }
    int end = endOfPayload();
    if (end < 0) {
      return false;
    }
    ByteBuffer samples;
    try {
      samples = Base64.getDecoder().decode(ByteBuffer.wrap(message, at, end - at));
    } catch (IllegalArgumentException e) {
      return false; // The general way says what is wrong with it.
    }
    boolean whole = samples.array().length == samples.limit();
    audio = whole ? samples.array() : Arrays.copyOf(samples.array(), samples.limit());
    at = end + 1;
    return true;
  }

  /**
   * Where the payload ends. It is the last field with every known server, so that its end is the
   * message's and need not be looked for; base64 itself refuses a quote inside.
   */
  private int endOfPayload() {
    int last = message.length - 2;
    if (last >= at && message[last] == '"' && message[last + 1] == '}') {
      int tail = Math.max(at, last - TAIL);
      if (quote(tail, last) < 0) {
        return last;
      }
    }
    return quote(at, message.length);
  }

  private int quote(int from, int to) {
    for (int i = from; i < to; i++) {
      if (message[i] == '"') {
        return i;
      }
    }
    return -1;
  }

  /**
   * Goes behind the end of a string that means what it says: no escapes, no more than ASCII, and no
   * question mark, which may stand for what could not be made a byte.
   */
  private int endOfPlainString() {
    for (; at < message.length; at++) {
      byte b = message[at];
      if (b == '"') {
        return at++;
      }
      if (b < ' ' || b == '\\' || b == '?') {
        return -1;
      }
    }
    return -1;
  }

  private boolean take(char expected) {
    space();
    if (at < message.length && message[at] == expected) {
      at++;
      return true;
    }
    return false;
  }

  private void space() {
    while (at < message.length && message[at] == ' ') {
      at++;
    }
  }
}
