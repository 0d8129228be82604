package dev.parlando.examples.benchmarks.suite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs a program that measures by itself. Without arguments it prints its contenders, one a line;
 * with a contender and a size it prints {@code MEASURED metric value} lines.
 */
final class ProgramRun {

  private static final Pattern MEASURED = Pattern.compile("MEASURED (\\S+) (\\S+)");

  private ProgramRun() {}

  static List<Sample> run(Module module, Row row, int round)
      throws IOException, InterruptedException {
    List<Sample> samples = new ArrayList<>();
    String main = module.className(row.name());
    for (String size : row.sizes()) {
      for (String contender : Jvm.run(module.classPath(), List.of(), main)) {
        for (String line : Jvm.run(module.classPath(), List.of(), main, contender, size)) {
          Matcher measured = MEASURED.matcher(line);
          if (measured.matches()) {
            double value = Double.parseDouble(measured.group(2));
            samples.add(new Sample(row.name(), contender, size, measured.group(1), round, value));
          }
        }
      }
    }
    return samples;
  }
}
