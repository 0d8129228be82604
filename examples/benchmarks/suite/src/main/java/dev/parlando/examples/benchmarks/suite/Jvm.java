package dev.parlando.examples.benchmarks.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a class in a JVM of its own. */
final class Jvm {

  private static final int LIMIT_MINUTES = 10;

  private Jvm() {}

  /**
   * What the class printed.
   *
   * @throws IllegalStateException if it failed, with what it printed
   */
  static List<String> run(String classPath, List<String> jvmOptions, String main, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.add("-cp");
    command.add(classPath);
    command.add(main);
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines;
    try (var reader = process.inputReader()) {
      lines = reader.lines().toList();
    }
    if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException(main + " did not end");
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException(main + " failed:\n" + String.join("\n", lines));
    }
    return lines;
  }
}
