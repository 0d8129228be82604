package dev.parlando.testkit.speech;

import dev.parlando.testkit.internal.audio.AudioEncoding;
import dev.parlando.testkit.internal.audio.ToneDecoder;
import dev.parlando.testkit.internal.audio.ToneEncoder;
import java.util.Optional;

/**
 * Text as audio that the local server speaks and understands: a chord for every character of plain
 * ASCII text, 60 ms each. A test can talk to the server with it, and can prove that what the server
 * said came through complete and in order. To people it is like a small glockenspiel.
 */
public final class ToneSpeech {

  private ToneSpeech() {}

  /** A text as 16-bit little-endian mono samples at 24 kHz. */
  public static byte[] pcm16(String text) {
    return ToneEncoder.speak(text, AudioEncoding.PCM16);
  }

  /** Silence in the same format. */
  public static byte[] silence(int millis) {
    return new byte[millis * AudioEncoding.PCM16.bytesPerMilli()];
  }

  /** The text in 16-bit little-endian mono samples at 24 kHz; empty if there is none in them. */
  public static Optional<String> understand(byte[] pcm16) {
    return understand(AudioEncoding.PCM16.decode(pcm16), AudioEncoding.PCM16.sampleRate());
  }

  /**
   * The text in samples of any rate from 8 kHz; empty if there is none in them.
   *
   * @param sampleRate in Hz
   */
  public static Optional<String> understand(short[] samples, int sampleRate) {
    return ToneDecoder.decode(samples, sampleRate);
  }
}
