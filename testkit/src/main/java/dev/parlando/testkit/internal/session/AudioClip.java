package dev.parlando.testkit.internal.session;

import dev.parlando.testkit.internal.audio.AudioEncoding;
import dev.parlando.testkit.internal.rules.RefusedException;
import java.io.ByteArrayOutputStream;
import java.util.Base64;

/** Audio that grows at its end. */
final class AudioClip {

  private final AudioEncoding encoding;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  AudioClip(AudioEncoding encoding) {
    this.encoding = encoding;
  }

  /**
   * The bytes that base64 stands for.
   *
   * @param path where the text stands
   * @throws RefusedException if it is no base64
   */
  static byte[] decode(String base64, String path) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw RefusedException.value(path, "expected base64-encoded audio bytes.");
    }
  }

  void append(byte[] more) {
    bytes.writeBytes(more);
  }

  /** Cuts the end off. */
  void keep(long millis) {
    byte[] all = bytes.toByteArray();
    bytes.reset();
    bytes.write(all, 0, (int) Math.min(all.length, millis * encoding.bytesPerMilli()));
  }

  AudioEncoding encoding() {
    return encoding;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  double millis() {
    return encoding.millis(bytes.size());
  }
}
