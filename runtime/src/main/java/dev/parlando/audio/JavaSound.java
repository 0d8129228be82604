package dev.parlando.audio;

import dev.parlando.audio.LineSearch.LineRefusedException;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;

/**
 * Lines of {@code javax.sound.sampled}, on the devices that the system calls its default. The only
 * class that needs the module {@code java.desktop}.
 */
final class JavaSound {

  /**
   * What the line holds: all that is lost to a pause of the JVM, and to hear of an interruption.
   */
  private static final int BUFFER_MS = 100;

  private JavaSound() {}

  /**
   * @throws NoAudioLineException if the JVM runs without the sound system
   */
  static void require() {
    if (ModuleLayer.boot().findModule("java.desktop").isEmpty()) {
      throw new NoAudioLineException(
          "Speaker and Microphone need the module java.desktop. Add \"requires java.desktop;\" to"
              + " module-info.java, or start with --add-modules java.desktop.");
    }
  }

  static OutputLine output(int rateHz) throws LineRefusedException {
    AudioFormat format = mono(rateHz);
    try {
      SourceDataLine line =
          (SourceDataLine) AudioSystem.getLine(new DataLine.Info(SourceDataLine.class, format));
      line.open(format, bufferBytes(rateHz));
      line.start();
      return new Output(line, rateHz);
    } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
      throw new LineRefusedException(String.valueOf(e.getMessage()));
    }
  }

  static InputLine input(int rateHz) throws LineRefusedException {
    AudioFormat format = mono(rateHz);
    try {
      TargetDataLine line =
          (TargetDataLine) AudioSystem.getLine(new DataLine.Info(TargetDataLine.class, format));
      line.open(format, bufferBytes(rateHz));
      line.start();
      return new Input(line, rateHz);
    } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
      throw new LineRefusedException(String.valueOf(e.getMessage()));
    }
  }

  private static AudioFormat mono(int rateHz) {
    return new AudioFormat(rateHz, 16, 1, true, false);
  }

  private static int bufferBytes(int rateHz) {
    return rateHz / 1000 * BUFFER_MS * Pcm.BYTES_PER_SAMPLE;
  }

  private record Output(SourceDataLine line, int rateHz) implements OutputLine {

    @Override
    public int room() {
      return line.available();
    }

    @Override
    public int write(byte[] pcm, int offset, int length) {
      return line.write(pcm, offset, length);
    }

    @Override
    public long position() {
      return line.getLongFramePosition();
    }

    @Override
    public void halt() {
      line.stop();
    }

    @Override
    public void restart() {
      line.flush();
      line.start();
    }

    @Override
    public void close() {
      line.close();
    }
  }

  private record Input(TargetDataLine line, int rateHz) implements InputLine {

    @Override
    public int read(byte[] pcm) {
      return line.read(pcm, 0, pcm.length);
    }

    @Override
    public void close() {
      line.close();
    }
  }
}
