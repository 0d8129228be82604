package dev.parlando.examples.web;

import dev.parlando.testkit.speech.ToneSpeech;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Audio for the browser's microphone: words in the tones that the embedded model understands. */
final class Speech {

  private static final float RATE = 24_000;

  private final ByteArrayOutputStream pcm = new ByteArrayOutputStream();

  Speech silence(int millis) {
    pcm.writeBytes(ToneSpeech.silence(millis));
    return this;
  }

  Speech words(String words) {
    pcm.writeBytes(ToneSpeech.pcm16(words));
    return this;
  }

  /** A file with it, and with a silence behind it in which turns end. */
  Path writeTo(Path folder) throws IOException {
    silence(1_000);
    Path file = folder.resolve("microphone.wav");
    byte[] samples = pcm.toByteArray();
    AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2),
        AudioFileFormat.Type.WAVE,
        file.toFile());
    return file;
  }
}
