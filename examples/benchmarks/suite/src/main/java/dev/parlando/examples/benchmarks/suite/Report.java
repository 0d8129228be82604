package dev.parlando.examples.benchmarks.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the table into the page of the documentation, between its two marks, and the plot. */
final class Report {

  private static final String BEGIN = "<!-- table: written by the suite -->\n";
  private static final String END = "<!-- end of table -->";

  private Report() {}

  static void write(Path docs, Samples samples) throws IOException {
    Path page = docs.resolve("performance.md");
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    List<String> before = text.substring(begin, end).lines().toList();
    String table =
        Machine.describe()
            + "\n\n"
            + Table.HEAD
            + Rows.ALL.stream().map(row -> of(row, samples, before)).collect(Collectors.joining());
    if (Plot.complete(samples)) {
      Plot.write(docs.resolve("performance.png"), samples);
    }
    Files.writeString(page, text.substring(0, begin) + "\n" + table + "\n" + text.substring(end));
  }

  /** The lines of a row, or those of before where nothing was measured since. */
  private static String of(Row row, Samples samples, List<String> before) {
    return samples.sizes(row.name()).isEmpty()
        ? before.stream().filter(row::owns).map(line -> line + "\n").collect(Collectors.joining())
        : Table.of(row, samples);
  }
}
