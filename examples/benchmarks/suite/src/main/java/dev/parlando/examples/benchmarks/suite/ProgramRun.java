package dev.parlando.examples.benchmarks.suite;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs a program that measures by itself. Without arguments it prints its contenders, one a line;
 * with {@code prepare}, a folder and a size it makes classes that are on the class path then; with
 * a contender and a size it prints {@code MEASURED metric value} lines.
 */
final class ProgramRun {

  private static final Pattern MEASURED = Pattern.compile("MEASURED (\\S+) (\\S+)");

  private ProgramRun() {}

  static List<Sample> run(Module module, Row row, int round)
      throws IOException, InterruptedException {
    List<Sample> samples = new ArrayList<>();
    String main = module.className(row.name());
    List<String> contenders = Jvm.run(module.classPath(), row.jvm(), main);
    for (String size : row.sizes()) {
      Path folder = Files.createTempDirectory("parlando-benchmark");
      String classPath = module.classPath() + File.pathSeparator + folder;
      if (row.kind() == Row.Kind.PREPARED_PROGRAM) {
        Jvm.run(module.classPath(), row.jvm(), main, "prepare", folder.toString(), size);
      }
      for (String contender : contenders) {
        for (String line : Jvm.run(classPath, row.jvm(), main, contender, size)) {
          Matcher measured = MEASURED.matcher(line);
          if (measured.matches()) {
            double value = Double.parseDouble(measured.group(2));
            samples.add(new Sample(row.name(), contender, size, measured.group(1), round, value));
          }
        }
      }
      delete(folder);
    }
    return samples;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
