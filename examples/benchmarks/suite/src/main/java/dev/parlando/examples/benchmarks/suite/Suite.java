package dev.parlando.examples.benchmarks.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Runs rows of the table and writes the report.
 *
 * <p>In every round each contender of a row runs once, one after the other, so that a slow spell of
 * the machine hits all alike.
 */
public final class Suite {

  private static final String ROWS = "rows=";

  private Suite() {}

  /**
   * Runs it.
   *
   * @param args the folder of the modules, the folder of the report, the number of rounds, and
   *     {@code rows=} with the names of rows, none for all; a row that takes minutes has rounds of
   *     its own
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path benchmarks = Path.of(args[0]);
    Path report = Path.of(args[1]);
    int rounds = Integer.parseInt(args[2]);
    List<String> wanted = Arrays.asList(args[3].substring(ROWS.length()).split(","));
    List<Module> modules = Module.in(benchmarks);
    Samples samples = Samples.load(benchmarks.resolve("suite/target/samples.tsv"));
    for (Row row : Rows.ALL) {
      if (args[3].equals(ROWS) || wanted.contains(row.name())) {
        samples.forget(row.name());
        for (int round = 1; round <= Math.min(rounds, row.rounds()); round++) {
          run(row, round, modules, samples);
        }
        System.out.println(Table.of(row, samples));
      }
    }
    Report.write(report, samples);
  }

  private static void run(Row row, int round, List<Module> modules, Samples samples)
      throws IOException, InterruptedException {
    for (Module module : modules) {
      if (module.has(row.name())) {
        samples.add(
            row.kind() == Row.Kind.JMH
                ? JmhRun.run(module, row.name(), round)
                : ProgramRun.run(module, row, round));
      }
    }
  }
}
