package dev.parlando.examples.benchmarks.work;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own for a program that stands on this one's class path. */
public final class OwnJvm {

  private OwnJvm() {}

  /**
   * How to start it.
   *
   * @param options of the JVM
   * @param program the name of the class
   */
  public static ProcessBuilder of(List<String> options, String program, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program));
    command.addAll(List.of(args));
    return new ProcessBuilder(command);
  }
}
