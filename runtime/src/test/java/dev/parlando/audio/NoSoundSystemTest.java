package dev.parlando.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On a Java runtime without {@code java.desktop}, as containers have. */
class NoSoundSystemTest {

  /** What runs there. */
  static final class Application {
    public static void main(String[] arguments) {
      System.out.println(Resampler.between(8_000, 24_000).resample(new byte[1_600]).length > 0);
      try {
        Speaker.open();
      } catch (NoAudioLineException e) {
        System.out.println(e.getMessage());
      }
      try {
        Microphone.open(chunk -> {});
      } catch (NoAudioLineException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  @Test
  void audioIsConvertedAndTheErrorSaysWhatTheDevicesNeed() throws Exception {
    String needed =
        "Speaker and Microphone need the module java.desktop, which this JVM runs without. Add"
            + " \"requires java.desktop;\" to module-info.java, or start with --add-modules"
            + " java.desktop, or take a Java runtime that has it.";
    assertThat(run("--limit-modules", "java.base"))
        .isEqualToNormalizingNewlines("true\n" + needed + "\n" + needed + "\n");
  }

  private static String run(String... options) throws IOException, InterruptedException {
    ProcessBuilder java =
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    java.command().addAll(List.of(options));
    java.command()
        .addAll(List.of("-cp", System.getProperty("java.class.path"), Application.class.getName()));
    Process process = java.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
