package dev.parlando.testkit.scenario;

import dev.parlando.audio.Resampler;
import dev.parlando.testkit.speech.ToneSpeech;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * Audio of a user who speaks.
 *
 * @param pcm 16-bit little-endian mono samples at 24 kHz; not copied, so leave it as it is
 * @param transcript its text for the stand-in for the model; empty to let it transcribe, which it
 *     can only do with {@link ToneSpeech}
 */
@SuppressWarnings("ArrayRecordComponent") // large, and never compared
public record UserAudio(byte[] pcm, String transcript) {

  private static final int RATE = 24_000;

  static final int BYTES_PER_MILLI = 48;

  /** A text as tones, which the stand-in for the model understands. */
  public static UserAudio tones(String text) {
    return new UserAudio(ToneSpeech.pcm16(text), text);
  }

  /**
   * Reads a recorded voice.
   *
   * @param file a WAV file; or, if its name ends with {@code .pcm}, bare samples as above
   * @param transcript its text; empty if none is known
   * @throws IOException if it can't be read
   * @throws IllegalArgumentException if it is no such file
   */
  public static UserAudio read(Path file, String transcript) throws IOException {
    boolean bare = file.toString().toLowerCase(Locale.ROOT).endsWith(".pcm");
    byte[] pcm = bare ? Files.readAllBytes(file) : wave(file);
    if (pcm.length % 2 != 0) {
      throw new IllegalArgumentException(file + ": the last sample is cut; it needs 16 bits");
    }
    return new UserAudio(pcm, transcript);
  }

  private static byte[] wave(Path file) throws IOException {
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        AudioInputStream audio = AudioSystem.getAudioInputStream(bytes)) {
      int rate = (int) audio.getFormat().getSampleRate();
      AudioFormat mono = new AudioFormat(rate, 16, 1, true, false);
      Resampler resampler = Resampler.between(rate, RATE);
      byte[] start;
      try (AudioInputStream samples = AudioSystem.getAudioInputStream(mono, audio)) {
        start = resampler.resample(samples.readAllBytes());
      }
      byte[] end = resampler.finish();
      byte[] all = Arrays.copyOf(start, start.length + end.length);
      System.arraycopy(end, 0, all, start.length, end.length);
      return all;
    } catch (UnsupportedAudioFileException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          file + ": no WAV file of a kind that can be read: " + e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    return transcript.isEmpty() ? "(" + pcm.length / BYTES_PER_MILLI + " ms of audio)" : transcript;
  }
}
