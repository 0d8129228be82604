package dev.parlando.examples.benchmarks.work;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an annotation processor adds to compiling classes without it. */
public final class ProcessorCost {

  private static final Pattern MEASURED = Pattern.compile("MEASURED ms (\\S+)");

  private ProcessorCost() {}

  /**
   * Prints it, in ms a class.
   *
   * @param program prints, for one of the contenders and a size, what all of it takes; runs in a
   *     JVM of its own each time
   * @param with what compiles with the processor
   * @param without what compiles the same classes without
   */
  public static void measure(Class<?> program, String with, String without, String size)
      throws IOException, InterruptedException {
    double added = run(program, with, size) - run(program, without, size);
    System.out.printf(Locale.ROOT, "MEASURED ms %.3f%n", added / Javac.count(size));
  }

  private static double run(Class<?> program, String contender, String size)
      throws IOException, InterruptedException {
    Process process =
        OwnJvm.of(List.of("-Xmx2g"), program.getName(), contender, size)
            .redirectErrorStream(true)
            .start();
    List<String> lines;
    try (var reader = process.inputReader()) {
      lines = reader.lines().toList();
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException(contender + " failed:\n" + String.join("\n", lines));
    }
    return lines.stream()
        .map(MEASURED::matcher)
        .filter(Matcher::matches)
        .mapToDouble(measured -> Double.parseDouble(measured.group(1)))
        .findFirst()
        .orElseThrow();
  }
}
