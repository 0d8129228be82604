package dev.parlando.realtime;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Writes a piece of the user's audio without a JSON generator, into an array that is allocated once
 * and never grows.
 *
 * <p>The reason: these are nearly all messages that a session sends. The benchmark is {@code
 * Append}.
 */
final class AudioAppendBytes {

  private static final String BEFORE = "{\"type\":\"input_audio_buffer.append\"";
  private static final String EVENT_ID = ",\"event_id\":\"";
  private static final String AUDIO = "\"audio\":\"";

  private AudioAppendBytes() {}

  /** The message, or null if it has more in it than an id and audio. */
  static byte @Nullable [] write(ClientEvent.AudioAppend append) {
    String id = append.eventId();
    if (!append.extras().isEmpty() || (id != null && !isPlain(id))) {
      return null;
    }
    byte[] audio = append.audio();
    int start = BEFORE.length() + 1 + AUDIO.length();
    if (id != null) {
      start += EVENT_ID.length() + id.length() + 1;
    }
    int base64Length = (audio.length + 2) / 3 * 4;
    byte[] message = new byte[start + base64Length + 2];
    // The encoder writes to the start of an array only: moving it is cheaper than a second array.
    Base64.getEncoder().encode(audio, message);
    System.arraycopy(message, 0, message, start, base64Length);
    int at = put(BEFORE, message, 0);
    if (id != null) {
      at = put(EVENT_ID, message, at);
      at = put(id, message, at);
      message[at++] = '"';
    }
    message[at++] = ',';
    put(AUDIO, message, at);
    message[message.length - 2] = '"';
    message[message.length - 1] = '}';
    return message;
  }

  private static boolean isPlain(String id) {
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  @SuppressWarnings(
      "deprecation") // of all ways to bytes the only one that copies no more than once
  private static int put(String ascii, byte[] message, int at) {
    ascii.getBytes(0, ascii.length(), message, at);
    return at + ascii.length();
  }
}
