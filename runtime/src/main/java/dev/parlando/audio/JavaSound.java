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
 * class that can't be loaded without the module {@code java.desktop}.
 */
final class JavaSound {

  /**
   * What the line holds: all that is lost to a pause of the JVM, and to hear of an interruption.
   */
  private static final int BUFFER_MS = 100;

  private JavaSound() {}

  static OutputLine output(int rateHz) throws LineRefusedException {
    SourceDataLine line =
        open(SourceDataLine.class, rateHz, (l, format) -> l.open(format, bufferBytes(rateHz)));
    return new Output(line, rateHz);
  }

  static InputLine input(int rateHz) throws LineRefusedException {
    TargetDataLine line =
        open(TargetDataLine.class, rateHz, (l, format) -> l.open(format, bufferBytes(rateHz)));
    return new Input(line, rateHz);
  }

  private interface Opening<L> {
    void open(L line, AudioFormat format) throws LineUnavailableException;
  }

  private static <L extends DataLine> L open(Class<L> type, int rateHz, Opening<L> opening)
      throws LineRefusedException {
    AudioFormat format = new AudioFormat(rateHz, 16, 1, true, false);
    DataLine.Info info = new DataLine.Info(type, format);
    if (!AudioSystem.isLineSupported(info)) {
      throw new LineRefusedException("no device offers it");
    }
    try {
      L line = type.cast(AudioSystem.getLine(info));
      opening.open(line, format);
      line.start();
      return line;
    } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
      throw new LineRefusedException(String.valueOf(e.getMessage()));
    }
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
